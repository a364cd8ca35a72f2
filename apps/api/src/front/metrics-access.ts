import { createHash, timingSafeEqual } from "node:crypto"
import { clientOf } from "./client-address.js"
import type { Answer, Asked } from "./exchange.js"
import { problemAnswer } from "./problem-answer.js"

/**
 * The refusal of a request for the metrics; `undefined` where it may have them: with a token, who has that (RFC 6750),
 * wherever it comes from; without one, who asks on this machine itself and for nobody else.
 */
export function refuseMetrics(asked: Asked, token: string | undefined): Answer | undefined {
  if (token === undefined) return isOfThisMachine(asked) ? undefined : notFromOutside
  const given = /^Bearer +(\S+)$/i.exec(asked.headers.authorization ?? "")?.[1]
  return given !== undefined && isSame(given, token) ? undefined : tokenWanted
}

/** A proxy on this machine asks for others, and says so. */
const isOfThisMachine = (asked: Asked) =>
  clientOf(asked, 0) === undefined && forwarding.every((name) => asked.headers[name] === undefined)

const forwarding = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"]

/** In a time that says nothing of how much of it is right. */
const isSame = (given: string, token: string) => timingSafeEqual(digestOf(given), digestOf(token))

const digestOf = (text: string) => createHash("sha256").update(text).digest()

const notFromOutside = problemAnswer(403, {
  detail: "The metrics are for this machine alone, unless NEWSROOM_METRICS_TOKEN is set.",
})

const tokenWanted = problemAnswer(
  401,
  { detail: "The metrics are for whoever has their token: Authorization: Bearer TOKEN." },
  { "www-authenticate": 'Bearer realm="metrics"' },
)
