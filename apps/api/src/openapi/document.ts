import { headerRefs, headers, ofAll, ofContent } from "./headers.js"
import { type Operation, tags } from "./operation.js"
import { operations } from "./operations.js"
import { componentSchemas, schemaRef } from "./schemas.js"
import { webhooks } from "./webhooks.js"

/** The version of the contract: a breaking change needs a new first number, and a new address beside the old. */
const contractVersion = "1.0.0"

/** A document as OpenAPI 3.1 has it, in so far as this program reads it. */
export type Document = {
  openapi: string
  info: object
  servers: { url: string; description: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, { get: OperationObject }>
  webhooks: Record<string, { post: object }>
  components: { schemas: Record<string, object>; responses: Record<string, object>; headers: Record<string, object> }
}
type OperationObject = { operationId: string; responses: Record<string, object> } & Record<string, unknown>

/**
 * The contract, OpenAPI 3.1, made from the schemas that the domain reads with and the table of operations. `examples` are
 * answers that were really given, by operation id and media type.
 */
export function createDocument(siteUrl: string, examples: Examples = {}): Document {
  return {
    openapi: "3.1.0",
    info: {
      title: "Pompidou Group newsroom",
      version: contractVersion,
      summary:
        "News, events and publications of the Pompidou Group, to be read, followed, cited, harvested and mirrored.",
      description:
        "Everything here is public and nothing asks for a key. Every list and every item comes in every format, by suffix or by Accept. Undated items are in every list; no date is ever made up.",
      contact: { name: "Pompidou Group", url: siteUrl },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: siteUrl, description: "This newsroom" }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      operations.map((operation) => [
        operation.path,
        { get: operationObject(operation, examples[operation.id] ?? {}) },
      ]),
    ),
    webhooks: webhooks(),
    components: { schemas: componentSchemas(), responses: { ...problems(), ...others }, headers },
  }
}

/** Answers that were really given: by operation id, then by media type. */
export type Examples = Record<string, Record<string, unknown>>

function operationObject(operation: Operation, examples: Record<string, unknown>): OperationObject {
  const { id, tag, summary, description, parameters, content, isConditional, redirects, failures } = operation
  const given = Object.entries(content).map(([mediaType, { schema }]) => [
    mediaType,
    { schema, ...(mediaType in examples && { example: examples[mediaType] }) },
  ])
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    ...(parameters.length > 0 && { parameters }),
    security: [],
    responses: {
      "200": {
        description: summary,
        headers: headerRefs(...ofAll, ...(isConditional ? ofContent : []), ...(operation.headers ?? [])),
        content: Object.fromEntries(given),
      },
      ...(redirects && { "301": responseRef("Moved") }),
      ...(isConditional && { "304": responseRef("NotModified") }),
      ...Object.fromEntries(
        [...failures, ...(isConditional ? [412] : []), ...everyFailure].map((status) => [
          String(status),
          responseRef(problemNames[status] ?? ""),
        ]),
      ),
    },
  }
}

const responseRef = (name: string) => ({ $ref: `#/components/responses/${name}` })

const others = {
  Moved: { description: "It is at the address that Location says.", headers: headerRefs("Location", ...ofAll) },
  NotModified: { description: "What the client has is still good.", headers: headerRefs(...ofContent, ...ofAll) },
}

/** What any address may answer. */
const everyFailure = [405, 413, 414, 429, 500, 503]

const problemNames: Record<number, string> = {
  404: "NotFound",
  405: "MethodNotAllowed",
  406: "NotAcceptable",
  410: "Gone",
  412: "PreconditionFailed",
  413: "ContentTooLarge",
  414: "UriTooLong",
  422: "UnprocessableContent",
  429: "TooManyRequests",
  500: "InternalServerError",
  503: "ServiceUnavailable",
}

const problemDescriptions: Record<number, string> = {
  404: "There is no such item.",
  405: "It is only read here: GET, HEAD and OPTIONS.",
  406: "It comes in none of the formats that the request takes; `formats` are those that there are.",
  410: "The item that was here has been removed; `reason` says why, where that was said.",
  412: "It is not what the request's conditions (If-Match, If-Unmodified-Since) speak of.",
  413: "A request that only reads must have no body.",
  414: "The address is longer than the server reads.",
  422: "A parameter is unknown, malformed, too long or said twice; `errors` names each.",
  429: "Too many requests, or too many that wait; Retry-After says when to ask again.",
  500: "A failure of the server; `requestId` is what its log calls it.",
  503: "The archive does not answer; Retry-After says when to ask again.",
}

const headersOfProblem: Record<number, string[]> = {
  405: ["Allow"],
  406: ["Vary"],
  429: ["Retry-After"],
  503: ["Retry-After"],
}

const problems = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries(problemNames).map(([status, name]) => [
      name,
      {
        description: problemDescriptions[Number(status)],
        headers: headerRefs(...(headersOfProblem[Number(status)] ?? []), ...ofAll),
        content: { "application/problem+json": { schema: schemaRef("Problem") } },
      },
    ]),
  )
