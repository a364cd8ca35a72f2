import { randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { AnswerDirectly } from "../direct.js"
import type { Answer, Asked, Given, Handler, Told } from "./exchange.js"
import { createFinish } from "./finish.js"
import type { Log } from "./log.js"
import { clientOf } from "./client-address.js"
import { refuseMetrics } from "./metrics-access.js"
import { createMetrics, type Gauge } from "./metrics.js"
import { oncePerTurn } from "./once-per-turn.js"
import { pass } from "./pass.js"
import { serverFailed } from "./problem-answer.js"
import { createRequestIds } from "./request-id.js"
import { createRefusals, type Reception, type RefusalOptions } from "./refusals.js"
import { createResponseCache } from "./response-cache.js"

/** What stands before a site: `handler` makes the answers, from an archive whose log ends at `seq`. */
export type FrontOptions = RefusalOptions & {
  handler: Handler
  /** Gives what `handler` gives, for a GET of some addresses, more directly; `undefined` for all else. */
  direct?: AnswerDirectly
  seq: () => number | Promise<number>
  /** Calls back whenever this process has written to the log. */
  onChange: (listener: () => void) => unknown
  /** Whether the answers at a path are of the moment, or go on, so that they are never kept. */
  isLive: (path: string) => boolean
  /** How much the response cache holds at most; 0 for nothing. */
  cacheBytes: number
  /** What a request for the metrics must have; where it is absent, they are for this machine alone. */
  metricsToken?: string | undefined
  log: Log
  /** How many seconds there are until something is published by itself; `undefined` where nothing is. */
  untilDue?: () => number | undefined
  /** Numbers of others that `/metrics` gives too. */
  gauges?: readonly Gauge[]
}

/** Answers requests, each with an X-Request-Id, and counts and logs them. */
export type Front = {
  fetch: (request: Request) => Promise<Response>
  /** The same without making a Response, for a server that knows who asks. */
  answer: (request: Request, incoming?: IncomingMessage) => Promise<Answer>
  /** Notes a failure to hand an answer over, and gives the answer that says so. */
  failed: (error: unknown) => Answer
  /** The answer where it is kept or can be read directly, without even a Request; `undefined` where it has to be asked for. */
  answerAtOnce: (incoming: IncomingMessage) => Answer | Promise<Answer | undefined> | undefined
}

/** The front of a site: limits, response cache, content codings, conditions, request ids, log and metrics. */
export function createFront(options: FrontOptions): Front {
  const { handler, isLive, seq } = options
  const cache = createResponseCache({ ...options, mostBytes: options.cacheBytes })
  const metrics = createMetrics({ seq, cache: cache.size, gauges: options.gauges })
  const refuse = createRefusals(options)
  const finish = createFinish(options.log, metrics.observe, options.untilDue)
  const idOf = createRequestIds()
  const seqOfTurn = oncePerTurn(seq, options.onChange)
  /** Of requests that could not be answered at once, so that none is counted twice. */
  const receptions = new WeakMap<IncomingMessage, Reception>()
  const readerOf = ({ method, target, headers }: Asked) =>
    method === "GET" && headers.authorization === undefined ? options.direct?.(target, headers.accept) : undefined

  /** Whoever makes answers says what failed; this is for what fails here. */
  const failed = (error: unknown, request: object = {}, requestId: string = randomUUID()): Answer => {
    options.log.error({ err: error, requestId, ...request }, "failed")
    return serverFailed(requestId)
  }
  const fail = (error: unknown, asked: Asked, requestId: string): Given => ({
    answer: failed(error, { method: asked.method, path: pathOf(asked) }, requestId),
    cache: "pass",
  })

  const find = async (
    asked: Asked,
    request: Request,
    told: Told,
    end: () => number | Promise<number>,
  ): Promise<Given> => {
    const { path } = told
    if (isRead(asked) && path === "/metrics") {
      const refused = refuseMetrics(asked, options.metricsToken)
      return { answer: refused ?? (await metrics.answer()), cache: "pass", route: path }
    }
    const latest = isKeepable(asked) && !isLive(path) ? await orUndefined(end) : undefined
    return latest === undefined
      ? pass(await handler(request, told), asked, told)
      : cache.answer(asked, latest, request, told)
  }

  const answer: Front["answer"] = async (request, incoming) => {
    const at = performance.now()
    const asked = askedBy(request, incoming)
    const requestId = idOf(asked)
    const { refusal, allowance } = (incoming && receptions.get(incoming)) ?? refuse(asked)
    const path = pathOf(asked)
    const client = isLive(path) ? clientOf(asked, options.trustedProxies) : undefined
    const found = () => find(asked, request, { requestId, path, client }, incoming ? seqOfTurn : seq)
    const given = refusal ?? (await found().catch((error: unknown) => fail(error, asked, requestId)))
    return finish(asked, given, { at, requestId, allowance })
  }

  return {
    answer,
    failed: (error) => failed(error),
    fetch: async (request) => {
      const { status, headers, own, body } = await answer(request)
      return new Response(body, { status, headers: { ...headers, ...own } })
    },
    answerAtOnce: (incoming) => {
      const at = performance.now()
      const asked = askedOf(incoming)
      const kept = isKeepable(asked) ? cache.look(asked) : undefined
      const read = kept === undefined ? readerOf(asked) : undefined
      if (!kept && !read) return undefined
      const reception = refuse(asked)
      const { refusal, allowance } = reception
      const finished = (given: Given, requestId = idOf(asked)) => finish(asked, given, { at, requestId, allowance })
      if (refusal) return finished(refusal)
      const unfinished = (error: unknown) => {
        const requestId = idOf(asked)
        return finished(fail(error, asked, requestId), requestId)
      }
      const giveAt = (latest: number) => {
        const given = kept && cache.giveKept(kept, asked, latest)
        if (given) return given instanceof Promise ? given.then((made) => finished(made), unfinished) : finished(given)
        receptions.set(incoming, reception)
        const direct = read ?? readerOf(asked)
        if (!direct) return undefined
        // What fails fails again for whoever knows how to say so.
        return cache.answerDirectly(asked, latest, direct).then(
          (made) => made && finished(made),
          () => undefined,
        )
      }
      const latest = seqOfTurn()
      return latest instanceof Promise ? orUndefined(() => latest.then(giveAt)) : giveAt(latest)
    },
  }
}

/** The path as routes see it, so that an address written with percent signs is the same address here. */
function pathOf({ target }: Asked): string {
  const path = target.split("?", 1)[0] ?? ""
  try {
    return path.includes("%") ? decodeURI(path) : path
  } catch {
    return path
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
  const target = url.slice(url.indexOf("/", url.indexOf("//") + 2))
  return incoming ? { ...askedOf(incoming), target } : { method, target, headers: Object.fromEntries(request.headers) }
}

/** Every address at which something is kept is as it is in a Request; any other is not found here. */
const askedOf = ({ method = "", url = "", headers, socket }: IncomingMessage): Asked => ({
  method,
  target: url,
  headers,
  address: socket.remoteAddress,
})
