import { STATUS_CODES } from "node:http"
import { InvalidInput, type Tombstone } from "@pg/domain"
import { FilesError } from "@pg/files"
import { formats } from "@pg/formats"
import { StoreError } from "@pg/store"
import type { Context } from "hono"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { docsPath } from "./site.js"
import { InvalidParameters } from "./writing/invalid-parameters.js"
import { Refused, type Why } from "./writing/refused.js"

/** Tells whoever runs the server of a failure that the answer keeps to itself; `requestId` is what the answer says. */
export type ReportError = (error: unknown, request: { requestId: string; method: string; path: string }) => void

/** What a failure becomes, RFC 9457: wrong input 422, a store that does not answer 503, anything else 500. */
export function failed(c: Context, error: unknown, report: ReportError): Response {
  if (error instanceof Refused) return problem(c, statuses[error.why], membersOf(error), error.headers)
  if (error instanceof InvalidInput && isWrite(c)) return problem(c, 422, membersOfInvalid(c, error))
  if (error instanceof InvalidInput && isAbout(c, error)) return invalid(c, error)
  if (isCutOff(c, error)) return problem(c, 400, { detail: cutOff })
  const requestId: string = c.get("requestId")
  report(error, { requestId, method: c.req.method, path: c.req.path })
  if (error instanceof StoreError) return unavailable(c)
  if (error instanceof FilesError) return filesUnavailable(c)
  return problem(c, 500, membersOfFailure(requestId))
}

/** The status of each refusal; see `Why`. */
const statuses = {
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  unfit: 409,
  over: 410,
  stale: 412,
  taken: 412,
  otherVersion: 412,
  tooLarge: 413,
  unsupported: 415,
  required: 428,
  tooOften: 429,
  tooManyUploads: 429,
  malformed: 400,
  busy: 503,
  full: 507,
} as const satisfies Record<Why, ContentfulStatusCode>

const membersOf = ({ why, message, members }: Refused) => ({
  type: `urn:pg:problem:${why.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  detail: message,
  ...members,
})

const isWrite = (c: Context) => !["GET", "HEAD", "OPTIONS"].includes(c.req.method)

/**
 * What is wrong with what was sent to be written: a field of the body by its JSON Pointer (RFC 6901), a parameter or a header
 * field by its name.
 */
function membersOfInvalid(c: Context, error: InvalidInput): Record<string, unknown> {
  const search = new URL(c.req.url).searchParams
  const nameOf = (path: string) =>
    path === "Idempotency-Key"
      ? { header: path }
      : error instanceof InvalidParameters || search.has(path)
        ? { parameter: path }
        : { pointer: pointerOf(path) }
  const { issues } = error
  const errors = issues.map(({ path, message: detail, suggestion }) => ({ ...nameOf(path), detail, suggestion }))
  return { detail: `What was sent cannot be written: ${issues.map(sentenceOf).join("; ")}.`.slice(0, 1000), errors }
}

const sentenceOf = ({ path, message }: InvalidInput["issues"][number]) =>
  path === "" ? message : `${path}: ${message}`

const pointerOf = (path: string) =>
  path === ""
    ? ""
    : `/${path
        .split(".")
        .map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"))
        .join("/")}`

/** The status and the problem of one of several writes, which is answered among the others. */
export function asProblem(c: Context, error: unknown): { status: number; problem: Record<string, unknown> } {
  if (error instanceof Refused) return among(statuses[error.why], membersOf(error))
  if (error instanceof InvalidInput) return among(422, membersOfInvalid(c, error))
  throw error
}

/**
 * The status and the problem with which an answer ends that is given while it is worked on: it has begun as a success, and can only
 * say in its last line that it goes no further. What the server keeps to itself is reported.
 */
export function asLastProblem(c: Context, error: unknown, report: ReportError): ReturnType<typeof asProblem> {
  if (error instanceof Refused || error instanceof InvalidInput) return asProblem(c, error)
  if (isCutOff(c, error)) return among(400, { detail: cutOff })
  const requestId: string = c.get("requestId")
  report(error, { requestId, method: c.req.method, path: c.req.path })
  if (error instanceof StoreError) return among(503, { detail: "The archive cannot be written at present." })
  return among(500, membersOfFailure(requestId))
}

const cutOff = "The request ended before it was whole."

const among = (status: ContentfulStatusCode, members: Record<string, unknown>) => ({
  status,
  problem: problemOf(status, members),
})

/** What a client is told of a failure of the server's own. */
export const membersOfFailure = (requestId: string) => ({
  detail: "The server failed. Its log has the reason, under this request id.",
  requestId,
})

/** Nothing is at this address. `suggestion` is one where there is something. */
export const notFound = (c: Context, detail: string, suggestion?: string): Response =>
  problem(c, 404, { detail, suggestion })

/** The address is right, and there is no item at it; told apart by its type, so that a client can tell absence from error. */
export const noSuchItem = (c: Context, detail: string, suggestion?: string): Response =>
  problem(c, 404, { type: "urn:pg:problem:no-such-item", detail, suggestion })

/** An item was here and was removed: `state`, `at` and `reason` are those of its tombstone. */
export const removed = (c: Context, { at, state, reason }: Tombstone): Response =>
  problem(c, 410, {
    type: "urn:pg:problem:removed",
    detail: "The item that was here has been removed.",
    at,
    state,
    reason,
  })

/** The thing is there, but in no format that the request takes. */
export const notAcceptable = (c: Context): Response =>
  problem(
    c,
    406,
    {
      detail:
        "Nothing that the Accept header names can be given here. These formats are there, by suffix or by Accept.",
      formats: formats.map(({ title, extension, mediaType }) => ({ title, extension, mediaType })),
    },
    { Vary: "Accept" },
  )

/** There is something at this address, but it is only read. */
export const methodNotAllowed = (c: Context, methods: readonly string[]): Response =>
  problem(c, 405, { detail: `Only ${methods.join(", ")} can be used here.` }, { Allow: methods.join(", ") })

/** The address is longer than the server reads. */
export const uriTooLong = (c: Context, longest: number): Response =>
  problem(c, 414, { detail: `The address is longer than ${longest} characters.` })

/** What is here is not what the client's conditions (If-Match, If-Unmodified-Since) speak of. */
export const conditionFailed = (c: Context): Response =>
  problem(c, 412, { detail: "What is here is not what the request's conditions speak of." })

/** The store does not answer; it may soon. */
export const unavailable = (c: Context): Response =>
  problem(c, 503, { detail: "The archive cannot be read at present. Try again in a moment." }, { "Retry-After": "5" })

/** The place where files are kept cannot be used; it may soon. */
const filesUnavailable = (c: Context): Response =>
  problem(
    c,
    503,
    { detail: "Files cannot be read or written at present. Try again in a moment." },
    { "Retry-After": "5" },
  )

/** As many wait for changes as may: of this client (429), or of all (503). */
export const tooManyWait = (c: Context, whose: "perClient" | "inAll"): Response =>
  whose === "perClient"
    ? problem(
        c,
        429,
        { detail: "You wait for changes in as many places as you may at once: end one, or ask without waiting." },
        { "Retry-After": "60" },
      )
    : problem(
        c,
        503,
        { detail: "As many wait for changes as may at once. Ask again later, or without waiting." },
        { "Retry-After": "60" },
      )

/** What is invalid may be the archive itself, and then it is not for the client to mend. */
function isAbout(c: Context, { issues }: InvalidInput): boolean {
  const asked = new Set([...new URL(c.req.url).searchParams.keys()].map((name) => name.slice(0, 60)))
  // The one thing that is asked by a header field: where a stream of events goes on.
  if (c.req.header("Last-Event-ID") !== undefined) asked.add("Last-Event-ID")
  return issues.every(({ path }) => asked.has(path))
}

/** A client that goes before its body has come is no failure of the server's; nobody reads the answer but the log. */
const isCutOff = (c: Context, error: unknown): boolean =>
  c.req.raw.signal.aborted && error instanceof Error && "code" in error && error.code === "ECONNRESET"

function invalid(c: Context, { issues }: InvalidInput): Response {
  const errors = issues.map(({ path, message, suggestion }) => ({ parameter: path, detail: message, suggestion }))
  const names = [...new Set(errors.map(({ parameter }) => parameter))].join(", ")
  return problem(c, 422, {
    detail: `The request cannot be understood: ${names}. What can be asked is said at ${docsPath}.`,
    errors,
  })
}

function problem(
  c: Context,
  status: ContentfulStatusCode,
  members: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response {
  return c.body(writeProblem(status, members), status, { ...problemHeaders, ...headers })
}

/** What goes with every problem. */
export const problemHeaders = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" }

/** Where no type is given, `about:blank` says that there is no more to a problem's type than its status (RFC 9457 section 4.2.1). */
export const writeProblem = (status: ContentfulStatusCode, members: Record<string, unknown>): string =>
  JSON.stringify(problemOf(status, members))

const problemOf = (status: ContentfulStatusCode, members: Record<string, unknown>) => ({
  type: "about:blank",
  title: STATUS_CODES[status],
  status,
  ...members,
})
