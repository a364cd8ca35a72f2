import { kinds, parameters } from "@pg/domain"
import { type Format, formats } from "@pg/formats"
import { collections } from "../routes/lists.js"
import { apiPath, docsPath, oaiPath, openApiPath } from "../site.js"
import { type Parameter, queryParameters } from "./parameters.js"
import { schemaRef } from "./schemas.js"

/** What an answer may hold: media types and the schemas of what they hold. */
type Content = Record<string, { schema: object }>

/**
 * One thing that can be asked of the API. `path` is an address template; `content` what 200 gives; `failures` the problems
 * that may come instead, beside those that every address may have. `example` is an address that answers 200.
 */
export type Operation = {
  path: string
  id: string
  tag: keyof typeof tags
  summary: string
  description: string
  parameters: Parameter[]
  content: Content
  /** Whether it can answer 304. */
  isConditional: boolean
  redirects?: true
  failures: readonly number[]
  example: string
}

/** What the operations are grouped by. */
export const tags = {
  lists: "Items, filtered, sorted and counted, in every format.",
  items: "One item, by its permanent id or its readable address, in every format.",
  log: "What has happened, and the archive as a whole: to keep a copy.",
  discovery: "What harvesters, robots and programs read to find their way.",
  service: "How the service itself is.",
} as const

const text = { type: "string" }
const verbs = ["Identify", "ListMetadataFormats", "ListSets", "ListIdentifiers", "ListRecords", "GetRecord"]
const jsonSchemas: Record<string, object> = {
  "json list": schemaRef("Page"),
  "json item": { anyOf: [schemaRef("Item"), schemaRef("PartialItem")] },
  "csl list": { type: "array", items: { type: "object" } },
  "csl item": { type: "array", items: { type: "object" } },
}

/** What a format holds: a schema of ours where it is JSON of ours, an object where it is somebody else's, else text. */
const schemaOf = ({ name, mediaType }: Format, of: "list" | "item"): object =>
  jsonSchemas[`${name} ${of}`] ?? (/[/+]json$/.test(mediaType) ? { type: "object" } : text)

const everyFormat = (of: "list" | "item"): Content =>
  Object.fromEntries(formats.map((format) => [format.mediaType, { schema: schemaOf(format, of) }]))

const extensions = formats.map(({ extension }) => extension)
const accept = "By the Accept header; JSON where it has no wish."
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
const suffixes = `(\\.(${extensions.map((extension) => extension.replace(".", "\\.")).join("|")}))?`

const ofItem = queryParameters(["fields", "profile", "include"])

const lists: Operation[] = collections.flatMap(({ segment, kind }) => {
  const Segment = capitalised(segment)
  const asked = queryParameters(
    parameters.filter((name) => kind === undefined || !name.endsWith("kind") || name === "not.kind"),
  )
  const shared = {
    tag: "lists" as const,
    content: everyFormat("list"),
    isConditional: true,
    failures: [406, 422],
  }
  return [
    {
      ...shared,
      path: `${apiPath}/${segment}`,
      id: `list${Segment}`,
      summary: kind === undefined ? "All items" : `The items of the kind ${kind}`,
      description: accept,
      parameters: asked,
      example: `${apiPath}/${segment}?limit=2&facets=topic`,
    },
    {
      ...shared,
      path: `${apiPath}/${segment}.{extension}`,
      failures: [404, 406, 422],
      id: `list${Segment}As`,
      summary: `${kind === undefined ? "All items" : `The items of the kind ${kind}`}, in the format of the suffix`,
      description: "What a format cannot say (fields, facets, changes) is refused where it is asked for.",
      parameters: [
        {
          name: "extension",
          in: "path",
          required: true,
          description: "A format.",
          schema: { type: "string", enum: extensions },
        },
        ...asked,
      ],
      example: `${apiPath}/${segment}.csv?limit=2`,
    },
  ]
})

const bySlug: Operation[] = kinds.map(({ segment, name }) => ({
  path: `${apiPath}/${segment}/{slug}`,
  id: `get${capitalised(name)}`,
  tag: "items",
  summary: `The item of the kind ${name} that has, or had, a slug`,
  description: "A slug that the item used to have answers 301 to the one that it has. " + accept,
  parameters: [
    {
      name: "slug",
      in: "path",
      required: true,
      description: "The slug; a format's suffix may follow.",
      schema: { type: "string", minLength: 1, maxLength: 200 },
    },
    {
      name: "locale",
      in: "query",
      description: "Which language's item is meant, where several have the same slug.",
      schema: { type: "string", pattern: "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$" },
    },
    ...ofItem,
  ],
  content: everyFormat("item"),
  isConditional: true,
  redirects: true,
  failures: [404, 406, 410, 422],
  example: `${apiPath}/${segment}/{slug}`,
}))

/** Everything that can be asked, in the order in which it is shown. */
export const operations: readonly Operation[] = [
  {
    path: apiPath,
    id: "getRoot",
    tag: "discovery",
    summary: "Where every list is, in which formats, and what one can ask of it",
    description: "A good first address.",
    parameters: [],
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: { collections: { type: "array", items: { type: "object" } } },
          required: ["collections"],
        },
      },
    },
    isConditional: true,
    failures: [422],
    example: apiPath,
  },
  ...lists,
  {
    path: `${apiPath}/items/{id}`,
    id: "getItem",
    tag: "items",
    summary: "The item of an id",
    description:
      "The address that never changes. An item that was merged answers 301, one that was removed 410. " + accept,
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: "A UUID; a format's suffix may follow.",
        schema: { type: "string", pattern: `^${uuid}${suffixes}$` },
      },
      ...ofItem,
    ],
    content: everyFormat("item"),
    isConditional: true,
    redirects: true,
    failures: [404, 406, 410, 422],
    example: `${apiPath}/items/{id}`,
  },
  ...bySlug,
  {
    path: `${apiPath}/items/{id}/linkset`,
    id: "getItemLinkset",
    tag: "discovery",
    summary: "Every typed link of an item",
    description: "RFC 9264, for FAIR Signposting: its page, its formats, its files, and what each is to the others.",
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: "A UUID.",
        schema: { type: "string", pattern: `^${uuid}$` },
      },
    ],
    content: {
      "application/linkset+json": { schema: schemaRef("Linkset") },
      "application/linkset": { schema: text },
    },
    isConditional: true,
    redirects: true,
    failures: [404, 406, 410, 422],
    example: `${apiPath}/items/{id}/linkset`,
  },
  {
    path: `${apiPath}/changes`,
    id: "listChanges",
    tag: "log",
    summary: "What has happened since a cursor, oldest first",
    description:
      "Deletions have their lines too, as tombstones. Ask again with `next` as `since`: nothing is skipped and nothing comes twice. `wait` holds an empty answer back until something happens; `Accept: text/event-stream` gives server-sent events, whose ids are cursors.",
    parameters: [
      {
        name: "since",
        in: "query",
        description: "The `next` of the answer before, or of a snapshot; from the beginning where it is absent.",
        schema: { type: "string", maxLength: 1000 },
      },
      {
        name: "limit",
        in: "query",
        description: "Changes in an answer.",
        schema: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
        example: 3,
      },
      {
        name: "wait",
        in: "query",
        description: "Seconds to wait for something to tell.",
        schema: { type: "integer", minimum: 0, maximum: 60, default: 0 },
      },
    ],
    content: {
      "application/json": { schema: schemaRef("Changes") },
      "text/event-stream": { schema: text },
    },
    isConditional: true,
    failures: [422],
    example: `${apiPath}/changes?limit=1`,
  },
  {
    path: `${apiPath}/snapshot.ndjson`,
    id: "getSnapshot",
    tag: "log",
    summary: "The whole archive as of one moment",
    description:
      'The first line is `{"snapshot":{"next":…}}`, where `next` is the cursor from which /changes goes on; then a line an item; the last is `{"end":{"items":…,"digest":…}}`. One without its last line was cut off.',
    parameters: [],
    content: { "application/x-ndjson": { schema: text } },
    isConditional: true,
    failures: [422],
    example: `${apiPath}/snapshot.ndjson`,
  },
  {
    path: oaiPath,
    id: "harvest",
    tag: "discovery",
    summary: "The archive for harvesters: OAI-PMH 2.0",
    description:
      "Six verbs, Dublin Core, sets by kind and topic, deletions kept, resumption tokens that never expire. Errors are answers too, as the protocol has it.",
    parameters: [
      {
        name: "verb",
        description: "What is asked; it says which of the others are needed.",
        schema: { type: "string", enum: verbs },
      },
      { name: "identifier", description: "An item, as `oai:host:uuid`.", schema: { type: "string" } },
      {
        name: "metadataPrefix",
        description: "The form of the metadata.",
        schema: { type: "string" },
        example: "oai_dc",
      },
      { name: "from", description: "The earliest change: a day, or an instant in UTC.", schema: { type: "string" } },
      { name: "until", description: "The latest change, of the same granularity.", schema: { type: "string" } },
      { name: "set", description: "A set, as in `kind:event`, `topic:prisons`.", schema: { type: "string" } },
      {
        name: "resumptionToken",
        description: "Where the list before ended; goes with nothing but the verb.",
        schema: { type: "string" },
      },
    ].map((parameter) => ({ ...parameter, in: "query" as const })),
    content: { "text/xml": { schema: text } },
    isConditional: false,
    failures: [],
    example: `${oaiPath}?verb=Identify`,
  },
  file(openApiPath, "getContract", "This contract, as OpenAPI 3.1", {
    "application/json": { schema: { type: "object" } },
  }),
  file(docsPath, "getDocs", "This contract, as a page to be read", { "text/html": { schema: text } }),
  file("/.well-known/api-catalog", "getApiCatalog", "Where the interfaces of this site are: RFC 9727", {
    "application/linkset+json": { schema: schemaRef("Linkset") },
  }),
  file("/llms.txt", "getGuide", "What a program that reads should know of this site", {
    "text/markdown": { schema: text },
  }),
  file("/robots.txt", "getRobots", "What robots may follow: RFC 9309", { "text/plain": { schema: text } }),
  file("/sitemap.xml", "getSitemap", "Every web page, dated or not", { "application/xml": { schema: text } }),
  file("/sitemap-news.xml", "getNewsSitemap", "The news of the last two days", { "application/xml": { schema: text } }),
  service("/healthz", "getHealth", "Whether the process runs", "Never asks the archive."),
  service("/readyz", "getReadiness", "Whether the archive answers", "503 where it does not."),
]

function file(path: string, id: string, summary: string, content: Content): Operation {
  const none = { parameters: [], isConditional: true, failures: [] }
  return { ...none, path, id, tag: "discovery", summary, description: `${summary}.`, content, example: path }
}

function service(path: string, id: string, summary: string, description: string): Operation {
  return {
    path,
    id,
    tag: "service",
    summary,
    description,
    parameters: [],
    content: {
      "application/json": {
        schema: { type: "object", properties: { status: { type: "string" } }, required: ["status"] },
      },
    },
    isConditional: false,
    failures: [],
    example: path,
  }
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
