import { randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { Answer, Asked, Given, Handler, Told } from "./exchange.js"
import { createFinish } from "./finish.js"
import type { Log } from "./log.js"
import { createMetrics } from "./metrics.js"
import { oncePerTurn } from "./once-per-turn.js"
import { createRefusals, type RefusalOptions } from "./refusals.js"
import { createResponseCache, pass } from "./response-cache.js"

/** What stands before a site: `handler` makes the answers, from an archive whose log ends at `seq`. */
export type FrontOptions = RefusalOptions & {
  handler: Handler
  seq: () => number | Promise<number>
  /** Calls back whenever this process has written to the log. */
  onChange: (listener: () => void) => unknown
  /** Whether the answers at a path are of the moment, or go on, so that they are never kept. */
  isLive: (path: string) => boolean
  /** How much the response cache holds at most; 0 for nothing. */
  cacheBytes: number
  log: Log
}

/** Answers requests, each with an X-Request-Id, and counts and logs them. */
export type Front = {
  fetch: (request: Request, env?: { incoming?: IncomingMessage }) => Promise<Response>
  /** The answer where it is kept, without making a Request and a Response; `undefined` where it has to be fetched. */
  fetchKept: (incoming: IncomingMessage) => Promise<Answer | undefined> | undefined
}

/** The front of a site: limits, response cache, content codings, conditions, request ids, log and metrics. */
export function createFront(options: FrontOptions): Front {
  const { handler, isLive, seq } = options
  const cache = createResponseCache({ ...options, mostBytes: options.cacheBytes })
  const metrics = createMetrics({ seq, cache: cache.size })
  const refuse = createRefusals(options)
  const finish = createFinish(options.log, metrics.observe)
  const seqOfTurn = oncePerTurn(seq, options.onChange)

  const answer = async (asked: Asked, request: Request, told: Told): Promise<Given> => {
    const path = asked.target.split("?", 1)[0] ?? ""
    if (isRead(asked) && path === "/metrics") return { answer: await metrics.answer(), cache: "pass", route: path }
    const latest = isKeepable(asked) && !isLive(path) ? await orUndefined(seq) : undefined
    return latest === undefined
      ? pass(await handler(request, told), asked, told)
      : cache.answer(asked, latest, request, told)
  }

  return {
    fetch: async (request, { incoming } = {}) => {
      const at = performance.now()
      const asked = askedBy(request, incoming)
      const requestId = idOf(asked)
      const { refusal, allowance } = refuse(asked)
      const given = refusal ?? (await answer(asked, request, { requestId }))
      const { body, ...init } = finish(asked, given, { at, requestId, allowance })
      return new Response(body, init)
    },
    fetchKept: (incoming) => {
      const at = performance.now()
      const asked = { ...askerOf(incoming), method: incoming.method ?? "", target: incoming.url ?? "" }
      const kept = isKeepable(asked) ? cache.look(asked) : undefined
      return (
        kept &&
        orUndefined(async () => {
          const given = cache.giveKept(kept, asked, await seqOfTurn())
          if (!given) return undefined
          const { refusal, allowance } = refuse(asked)
          return finish(asked, refusal ?? (await given), { at, requestId: idOf(asked), allowance })
        })
      )
    },
  }
}

const isRead = ({ method }: Asked) => method === "GET" || method === "HEAD"

/** What is answered to somebody who has a right to it is not for others. */
const isKeepable = (asked: Asked) => isRead(asked) && asked.headers.authorization === undefined

/** Where the log cannot be read, whoever makes answers finds out too, and knows how to say so. */
async function orUndefined<T>(ask: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}

function askedBy(request: Request, incoming: IncomingMessage | undefined): Asked {
  const { method, url } = request
  const from = incoming ? askerOf(incoming) : { headers: Object.fromEntries(request.headers) }
  return { ...from, method, target: url.slice(url.indexOf("/", url.indexOf("//") + 2)) }
}

const askerOf = ({ headers, socket }: IncomingMessage) => ({ headers, address: socket.remoteAddress })

/** The client's own, where it is one that can stand in a log. */
function idOf({ headers }: Asked): string {
  const given = headers["x-request-id"]
  return typeof given === "string" && /^[\w=-]{1,255}$/.test(given) ? given : randomUUID()
}
