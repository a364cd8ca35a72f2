import { type Format, formats } from "@pg/formats"
import type { Parameter } from "./parameters.js"
import { schemaRef } from "./component-schemas.js"

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
  /** Header fields of 200, beside those that every answer and every content has. */
  headers?: readonly string[]
  redirects?: true
  failures: readonly number[]
  example: string
}

/** The methods that an address may have in the document. */
export type Method = "get" | "put" | "patch" | "post" | "delete"

/** What the operations are grouped by. */
export const tags = {
  lists: "Items, filtered, sorted and counted, in every format.",
  items: "One item, by its permanent id or its readable address, in every format.",
  vocabularies: "The terms whose ids the filters take.",
  log: "What has happened, and the archive as a whole: to keep a copy.",
  discovery: "What harvesters, robots and programs read to find their way.",
  service: "How the service itself is.",
  writing: "Items written: one or many, whole or in part. It takes a token.",
  steps: "The steps of an item's life, and what else is done with one. They take a token.",
  files: "Files for items: attachments and pictures, whole or in parts. They take a token.",
  desk: "What editors read and the public does not: revisions, drafts, who wrote what. It takes a token, but for a preview.",
} as const

/** The schema of what is text and nothing else to a program. */
export const text = { type: "string" }

/** How an address without a suffix chooses its format. */
export const accept = "The Accept header decides the format; JSON where it has no preference."

const jsonSchemas: Record<string, object> = {
  "json list": schemaRef("Page"),
  "json item": { anyOf: [schemaRef("Item"), schemaRef("PartialItem")] },
  "csl list": { type: "array", items: { type: "object" } },
  "csl item": { type: "array", items: { type: "object" } },
}

/** What a format holds: a schema of ours where it is JSON of ours, an object where it is somebody else's, else text. */
const schemaOf = ({ name, mediaType }: Format, of: "list" | "item"): object =>
  jsonSchemas[`${name} ${of}`] ?? (/[/+]json$/.test(mediaType) ? { type: "object" } : text)

/** A list or an item in each of its formats. */
export const everyFormat = (of: "list" | "item"): Content =>
  Object.fromEntries(formats.map((format) => [format.mediaType, { schema: schemaOf(format, of) }]))

/** A word as it stands within an operation's id. */
export const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
