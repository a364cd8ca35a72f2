import type { Document, OperationObject } from "../src/openapi/document.js"
import type { Method } from "../src/openapi/operation.js"

/** An operation of a contract, and where it stands in it. */
export type Declared = { template: string; method: Method; operation: OperationObject }

/** Every operation of a contract. */
export const declaredIn = (document: Document): Declared[] =>
  Object.entries(document.paths).flatMap(([template, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ template, method: method as Method, operation })),
  )

/** The operation that a request asks for; a HEAD is a GET. `undefined` where the contract has none. */
export function declaredAt(document: Document, method: string, path: string): Declared | undefined {
  const template = templateOf(document, path)
  const named = (method === "HEAD" ? "GET" : method).toLowerCase() as Method
  const operation = template === undefined ? undefined : document.paths[template]?.[named]
  return template === undefined || operation === undefined ? undefined : { template, method: named, operation }
}

/** The JSON Pointer of an operation, as a fragment of a URI. */
export const addressOf = ({ template, method }: Declared): string =>
  `#/paths/${encodeURIComponent(template.replaceAll("~", "~0").replaceAll("/", "~1"))}/${method}`

/** The address template that an address is one of: of several the one that says most of it. */
const templateOf = ({ paths }: Document, path: string): string | undefined =>
  Object.keys(paths)
    .filter((template) => patternOf(template).test(path))
    .toSorted((a, b) => literal(b) - literal(a))[0]

const literal = (template: string) => template.replace(/\{\w+\}/g, "").length

const patternOf = (template: string) =>
  new RegExp(
    `^${template
      .replace(/[.]/g, "\\.")
      .replace(/\{extension\}/g, "[a-z.]+")
      .replace(/\{\w+\}/g, "[^/]+")}$`,
  )
