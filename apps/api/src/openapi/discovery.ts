import { apiPath, docsPath, oaiPath, openApiPath } from "../site.js"
import { idParameter } from "./items.js"
import { type Operation, text } from "./operation.js"
import { schemaRef } from "./schemas.js"

/** The API's first page. */
export const root: Operation = {
  path: apiPath,
  id: "getRoot",
  tag: "discovery",
  summary: "Every list, its formats and its parameters, and every other address",
  description: "A good first address. `resources` are named by the ids of their operations in this contract.",
  parameters: [],
  content: {
    "application/json": {
      schema: {
        type: "object",
        properties: {
          collections: { type: "array", items: { type: "object" } },
          resources: {
            type: "array",
            items: {
              type: "object",
              properties: { name: text, title: text, url: text },
              required: ["name", "title", "url"],
            },
          },
        },
        required: ["collections", "resources"],
      },
    },
  },
  isConditional: true,
  headers: ["Link"],
  failures: [422],
  example: apiPath,
}

const verbs = ["Identify", "ListMetadataFormats", "ListSets", "ListIdentifiers", "ListRecords", "GetRecord"]

/** The links of an item, OAI-PMH, and what machines look for at addresses that are the same everywhere. */
export const discovery: readonly Operation[] = [
  {
    path: `${apiPath}/items/{id}/linkset`,
    id: "getItemLinkset",
    tag: "discovery",
    summary: "An item's typed links",
    description: "RFC 9264, for FAIR Signposting: its page, its formats, its files, and what each is to the others.",
    parameters: [idParameter],
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
    path: oaiPath,
    id: "harvest",
    tag: "discovery",
    summary: "The archive for harvesters (OAI-PMH 2.0)",
    description:
      "Six verbs, Dublin Core, sets by kind and topic, deletions kept, resumption tokens that never expire. Errors are answers too, as the protocol has it. `from` and `until` are about when a record was last written here, not about `issued`: to harvest what is new, take as `from` the `responseDate` of the first answer of the time before.",
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
      {
        name: "from",
        description:
          "The earliest last change of a record, itself included: a day (`2021-06-15`) or a second in UTC (`2021-06-15T00:00:00Z`). Absent, from the beginning.",
        schema: { type: "string" },
      },
      {
        name: "until",
        description:
          "The latest last change of a record, itself included, written as exactly as `from`. A day means to its end. Absent, to now.",
        schema: { type: "string" },
      },
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
  file({
    path: openApiPath,
    id: "getContract",
    summary: "This contract, as OpenAPI 3.1",
    description: "Made from the schemas by which the API itself reads questions and writes answers.",
    content: { "application/json": { schema: { type: "object" } } },
  }),
  file({
    path: docsPath,
    id: "getDocs",
    summary: "This contract, as a web page",
    description: "Complete without JavaScript, with what each address answers at present.",
    content: { "text/html": { schema: text } },
    headers: ["Content-Language"],
  }),
  file({
    path: "/.well-known/api-catalog",
    id: "getApiCatalog",
    summary: "The catalogue of the site's APIs (RFC 9727)",
    description: "Where each of them is, what describes it, and how it is.",
    content: { "application/linkset+json": { schema: schemaRef("Linkset") } },
    headers: ["Link"],
  }),
  file({
    path: "/llms.txt",
    id: "getGuide",
    summary: "A guide to the site for language models",
    description: "What the fields mean, and where everything is, as Markdown (llmstxt.org).",
    content: { "text/markdown": { schema: text } },
  }),
  file({
    path: "/robots.txt",
    id: "getRobots",
    summary: "The rules for robots (RFC 9309)",
    description: "Every page may be read; filters, each of which leads to another, are not to be followed.",
    content: { "text/plain": { schema: text } },
  }),
  file({
    path: "/sitemap.xml",
    id: "getSitemap",
    summary: "The sitemap: every web page, dated or not",
    description: "An index of sitemaps; each says when its pages last changed and which languages they are in.",
    content: { "application/xml": { schema: text } },
  }),
  file({
    path: "/sitemap-news.xml",
    id: "getNewsSitemap",
    summary: "The sitemap of the last two days' news",
    description: "As Google News reads it, at most 1,000 items. Old news that was imported only now is not in it.",
    content: { "application/xml": { schema: text } },
  }),
]

function file(said: Pick<Operation, "path" | "id" | "summary" | "description" | "content" | "headers">): Operation {
  return { ...said, tag: "discovery", parameters: [], isConditional: true, failures: [], example: said.path }
}
