import type { ContentfulStatusCode } from "hono/utils/http-status"
import { openHeaders } from "../open-headers.js"
import { membersOfFailure, problemHeaders, writeProblem } from "../problem.js"
import type { Answer } from "./exchange.js"

/** A problem (RFC 9457) that is found before anybody looks for what was asked for. */
export function problemAnswer(
  status: ContentfulStatusCode,
  members: Record<string, unknown>,
  headers: Record<string, string> = {},
): Answer {
  const body = new TextEncoder().encode(writeProblem(status, members))
  return {
    status,
    headers: { ...openHeaders, ...problemHeaders, "content-length": String(body.length), ...headers },
    body,
  }
}

/** A failure of the server's own, whose reason the log has. */
export const serverFailed = (requestId: string): Answer => problemAnswer(500, membersOfFailure(requestId))

/** A request that HTTP does not allow: what is wrong with it, in a sentence. */
export const malformed = (detail: string, status: 400 | 408 | 417 | 431 = 400): Answer =>
  problemAnswer(status, { detail }, { connection: "close" })
