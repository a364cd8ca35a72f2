import { clientOf } from "./client-address.js"
import type { Asked, Given } from "./exchange.js"
import { problemAnswer } from "./problem-answer.js"
import { createRateLimit } from "./rate-limit.js"

/** How much may be asked. */
export type RefusalOptions = {
  now: () => Date
  /** How often a client may ask, a minute; 0 for as often as it likes. */
  requestsPerMinute: number
  /** How many proxies stand before the server, whose X-Forwarded-For is to be believed. */
  trustedProxies: number
}

/** What is said of a request before anybody looks what it asks for: that it asks too much, or how much is left. */
export type Reception = { refusal?: Given; allowance?: Record<string, string> }

/** Refuses addresses that are too long (414), reads with a body (413), and who asks too often (429). */
export function createRefusals(options: RefusalOptions): (asked: Asked) => Reception {
  const { now, requestsPerMinute, trustedProxies } = options
  const allow = requestsPerMinute > 0 ? createRateLimit(requestsPerMinute) : undefined

  return (asked) => {
    if (asked.target.length > longestAddress) return tooLong
    if (hasBody(asked)) return bodyUnwanted
    const client = allow && !probes.test(asked.target) ? clientOf(asked, trustedProxies) : undefined
    if (!allow || client === undefined) return {}
    const { headers, waitSeconds } = allow(client, now().getTime())
    return waitSeconds === undefined ? { allowance: headers } : { allowance: headers, ...tooOften(waitSeconds) }
  }
}

/** Whoever watches whether the server is well asks as often as it likes. */
const probes = /^\/(?:healthz|readyz|metrics)(?:\?|$)/

/** What comes behind the header of a read says nothing that is understood. Where nobody reads it, the connection has to go. */
const hasBody = ({ method, headers }: Asked) =>
  !["POST", "PUT", "PATCH"].includes(method) &&
  (headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0")

const longestAddress = 8000

const refusal = (answer: Given["answer"]): Reception => ({ refusal: { answer, cache: "pass" } })

const tooLong = refusal(problemAnswer(414, { detail: `The address is longer than ${longestAddress} characters.` }))

const bodyUnwanted = refusal(
  problemAnswer(413, { detail: "A request that only reads must have no body." }, { connection: "close" }),
)

const tooOften = (seconds: number): Reception =>
  refusal(
    problemAnswer(
      429,
      { detail: `You ask more often than you may; ask again in ${seconds} s. RateLimit says what is left.` },
      { "retry-after": String(seconds) },
    ),
  )
