import { schemaRef } from "./component-schemas.js"
import { headerRefs, ofAll } from "./headers.js"

type Failure = { name: string; description: string; headers?: readonly string[] }

/** What whoever reads is told where there is nothing to be given, by status. */
const failures: Record<number, Failure> = {
  404: { name: "NotFound", description: "There is no such item." },
  405: {
    name: "MethodNotAllowed",
    description: "It is not for this method: `Allow` names those that there are.",
    headers: ["Allow"],
  },
  406: {
    name: "NotAcceptable",
    description: "It comes in none of the formats that the request takes; `formats` are those that there are.",
    headers: ["Vary"],
  },
  410: {
    name: "Gone",
    description: "The item that was here has been removed; `reason` says why, where that was said.",
  },
  412: {
    name: "PreconditionFailed",
    description: "It is not what the request's conditions (If-Match, If-Unmodified-Since) speak of.",
  },
  413: { name: "ContentTooLarge", description: "A request that only reads must have no body." },
  414: { name: "UriTooLong", description: "The address is longer than the server reads." },
  422: {
    name: "UnprocessableContent",
    description: "A parameter is unknown, malformed, too long or said twice; `errors` names each.",
  },
  429: {
    name: "TooManyRequests",
    description: "Too many requests, or too many that wait; Retry-After says when to ask again.",
    headers: ["Retry-After"],
  },
  500: {
    name: "InternalServerError",
    description: "A failure of the server; `requestId` is what its log calls it.",
  },
  503: {
    name: "ServiceUnavailable",
    description: "The archive does not answer; Retry-After says when to ask again.",
    headers: ["Retry-After"],
  },
}

/** What any address that is read may answer. */
export const everyFailure = [405, 413, 414, 429, 500, 503]

/** The answer of a status, by its name. */
export const responseRef = (name: string) => ({ $ref: `#/components/responses/${name}` })

/** The problem of a status; `name` where it is not the one that reads are told. */
export function problemRef(status: number, name = failures[status]?.name): object {
  if (name === undefined) throw new Error(`nothing is said of the status ${status}`)
  return responseRef(name)
}

/** These answers as components of the document. */
export const problemResponses = (): Record<string, object> =>
  Object.fromEntries(
    Object.values(failures).map(({ name, description, headers = [] }) => [
      name,
      {
        description,
        headers: headerRefs(...headers, ...ofAll),
        content: { "application/problem+json": { schema: schemaRef("Problem") } },
      },
    ]),
  )
