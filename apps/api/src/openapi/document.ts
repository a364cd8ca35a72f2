import { answerSchemas } from "./component-schemas.js"
import { type Examples, noExamples, type WriteExamples } from "./examples.js"
import { headerRefs, headers, ofAll, ofContent } from "./headers.js"
import { type Method, type Operation, tags } from "./operation.js"
import { formOperations, operations } from "./operations.js"
import { everyFailure, problemRef, problemResponses, responseRef } from "./problems.js"
import { readSchemas } from "./schemas.js"
import { requestSchemas } from "./writing/inputs.js"
import { bearer, writeOperationObject } from "./writing/operation-object.js"
import { writeOperations } from "./writing/operations.js"
import { refusalResponses } from "./writing/problems.js"
import { writeSchemas } from "./writing/schemas.js"
import { webhooks } from "./webhooks.js"

/** The version of the contract: a breaking change needs a new first number, and a new address beside the old. */
const contractVersion = "1.2.0"

/** A document as OpenAPI 3.1 has it, in so far as this program reads it. */
export type Document = {
  openapi: string
  info: object
  servers: { url: string; description: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Partial<Record<Method, OperationObject>>>
  webhooks: Record<string, { post: object }>
  components: Record<"schemas" | "responses" | "headers" | "securitySchemes", Record<string, object>>
}
/** What can be asked, as OpenAPI 3.1 has it, in so far as this program reads it. */
export type OperationObject = { operationId: string; responses: Record<string, object> } & Record<string, unknown>

/**
 * The contract, OpenAPI 3.1, made from the schemas that the domain reads with and the table of operations. `examples` are
 * answers that were really given, by operation id and media type; `writes` those to whoever has a token.
 */
export function createDocument(siteUrl: string, examples: Examples = {}, writes: WriteExamples = noExamples): Document {
  return {
    openapi: "3.1.0",
    info: {
      title: "Pompidou Group newsroom",
      version: contractVersion,
      summary:
        "News, events and publications of the Pompidou Group, to be read, followed, cited, harvested and mirrored; and written, by whoever has a token.",
      description:
        "What is published is there for everybody, and to read it takes no key; to write, or to read what is not published, takes a token. Every list and every item comes in every format, by suffix or by Accept. Undated items are in every list; no date is ever made up.",
      contact: { name: "Pompidou Group", url: siteUrl },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: siteUrl, description: "This newsroom" }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: pathsOf([
      ...operations.map(
        (operation): Entry => [operation.path, "get", operationObject(operation, examples[operation.id] ?? {})],
      ),
      ...[...formOperations, ...writeOperations].map(
        (operation): Entry => [
          operation.path,
          operation.method,
          writeOperationObject(operation, writes.answers[operation.id]),
        ],
      ),
    ]),
    webhooks: webhooks(),
    components: {
      schemas: { ...answerSchemas({ ...readSchemas, ...writeSchemas }), ...requestSchemas() },
      responses: { ...problemResponses(), ...refusalResponses(writes.problems), ...others },
      headers,
      securitySchemes: {
        [bearer]: {
          type: "http",
          scheme: "bearer",
          description:
            "A token that the newsroom gives out (`newsroom token create`), sent as `Authorization: Bearer …` (RFC 6750). It is for some scopes, kinds of item and languages, and ends at its time.",
        },
      },
    },
  }
}

type Entry = [path: string, method: Method, operation: OperationObject]

/** Addresses in the order in which they first come, each with all of its methods. */
function pathsOf(entries: readonly Entry[]): Document["paths"] {
  const paths: Document["paths"] = {}
  for (const [path, method, operation] of entries) paths[path] = { ...paths[path], [method]: operation }
  return paths
}

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
          problemRef(status),
        ]),
      ),
    },
  }
}

const others = {
  Moved: { description: "It is at the address that Location says.", headers: headerRefs("Location", ...ofAll) },
  NotModified: { description: "What the client has is still good.", headers: headerRefs(...ofContent, ...ofAll) },
}
