import type { Answer, Asked, Given } from "./exchange.js"
import { forPeople } from "./for-people.js"
import type { Log } from "./log.js"
import type { Metrics } from "./metrics.js"

/** What is known of a request when it comes in. `at` is by `performance.now()`. */
type Begun = { at: number; requestId: string; allowance: Record<string, string> | undefined }

/**
 * Gives an answer what is this request's alone, and counts and logs it. The log says nothing of who asked and nothing of
 * what was searched for: no address, no user agent, no query string, and of the path only its pattern.
 */
export function createFinish(
  log: Log,
  observe: Metrics["observe"],
  untilDue: () => number | undefined = () => undefined,
) {
  return (asked: Asked, given: Given, { at, requestId, allowance }: Begun): Answer => {
    const { route = "none", cache } = given
    const answer = given.answer.status < 400 ? given.answer : forPeople(given.answer, asked)
    const ms = performance.now() - at
    const { status } = answer
    const method = methods.has(asked.method) ? asked.method : "other"
    const body = asked.method === "HEAD" ? null : answer.body
    observe({ method, route, status, cache, seconds: ms / 1000 })
    if (log.isLevelEnabled("info"))
      log.info(
        { requestId, method, route, status, cache, ms: Math.round(ms * 1000) / 1000, ...sizeOf(body) },
        "answered",
      )
    const own = { ...answer.own, ...allowance, "x-request-id": requestId }
    const bounded = beforeDue(answer, untilDue())
    if (bounded !== undefined) return { status, headers: { ...answer.headers, "cache-control": bounded }, own, body }
    return { status, headers: answer.headers, own, body, ...(answer.head && { head: answer.head }) }
  }
}

/** What caches are to be told instead, lest one answers with what there was before once something is published by itself. */
function beforeDue({ headers }: Answer, seconds: number | undefined): string | undefined {
  const said = seconds === undefined ? undefined : headers["cache-control"]
  if (seconds === undefined || said === undefined || said.includes("immutable")) return undefined
  const bounded = said.replace(/(?<=max-age=|stale-while-revalidate=)\d+/g, (span) =>
    String(Math.min(Number(span), Math.max(0, Math.floor(seconds)))),
  )
  return bounded === said ? undefined : bounded
}

/** The methods that are counted by name: anybody may invent more. */
const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])

/** Of what goes on, nobody knows yet how long it will be. */
const sizeOf = (body: Answer["body"]): { bytes?: number } =>
  body === null ? { bytes: 0 } : body instanceof Uint8Array ? { bytes: body.length } : {}
