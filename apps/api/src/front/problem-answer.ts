import type { ContentfulStatusCode } from "hono/utils/http-status"
import { openHeaders } from "../open-headers.js"
import { problemHeaders, writeProblem } from "../problem.js"
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
