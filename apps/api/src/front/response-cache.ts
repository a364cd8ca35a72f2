import { conditions, isConditional } from "../conditional.js"
import { type Content, contentOf, give } from "./content.js"
import type { Asked, Given, Handler, Told } from "./exchange.js"
import { createKeptContents, isSame, type Kept, keyOf, type Moment } from "./kept-contents.js"

type Options = {
  handler: Handler
  now: () => Date
  /** How much is kept at most; with 0 nothing is, and equal questions are each asked. */
  mostBytes: number
}

/** Answers to reads that are kept for whoever asks the same, in the same form, while nothing is written. */
export type ResponseCache = {
  /** What is kept for a question, which may be out of date. */
  look: (asked: Asked) => Kept | undefined
  /** The answer from what is kept; `undefined` where it is out of date for a log that ends at `seq`. */
  giveKept: (kept: Kept, asked: Asked, seq: number) => Given | Promise<Given> | undefined
  /**
   * The answer to a read of a log that ended at `seq` when it was asked, kept or made. Whoever asks while an equal question
   * is being answered waits for that.
   */
  answer: (asked: Asked, seq: number, request: Request, told: Told) => Promise<Given>
  size: () => { entries: number; bytes: number }
}

/** A cache in front of a handler whose addresses mean the same in whichever order their parameters are. */
export function createResponseCache({ handler, now, mostBytes }: Options): ResponseCache {
  const { look, keep, grown, size } = createKeptContents(mostBytes)
  const underWay = new Map<string, Moment & { content: Promise<Content | undefined> }>()
  const hour = () => Math.floor(now().getTime() / 3_600_000)

  const from = (content: Content, asked: Asked, cache: "hit" | "miss"): Given | Promise<Given> => {
    const given = give(content, asked)
    if (!(given instanceof Promise)) return { answer: given, cache, route: content.route }
    return given.then((answer) => {
      grown(asked, content)
      return { answer, cache, route: content.route }
    })
  }

  const make = async (key: string, moment: Moment, asked: Asked, request: Request, told: Told): Promise<Given> => {
    const made = Promise.withResolvers<Content | undefined>()
    if (mostBytes > 0) underWay.set(key, { ...moment, content: made.promise })
    try {
      told.weighs = true
      const response = await handler(unconditional(asked, request), told)
      const content = await readContent(response, told)
      if (content && mostBytes > 0) keep(asked, content, moment)
      made.resolve(content)
      return content ? await from(content, asked, "miss") : pass(response, asked, told)
    } finally {
      made.resolve(undefined)
      if (underWay.get(key)?.content === made.promise) underWay.delete(key)
    }
  }

  return {
    look,
    giveKept: (kept, asked, seq) =>
      isSame(kept, { seq, hour: hour() }) ? from(kept.content, asked, "hit") : undefined,
    answer: async (asked, seq, request, told) => {
      // Of before the answer is made: what is written meanwhile makes it out of date.
      const moment = { seq, hour: hour() }
      const kept = look(asked)
      if (kept && isSame(kept, moment)) return from(kept.content, asked, "hit")
      const key = keyOf(asked)
      const other = underWay.get(key)
      if (!other || !isSame(other, moment)) return make(key, moment, asked, request, told)
      const content = await other.content
      return content ? from(content, asked, "hit") : pass(await handler(request, told), asked, told)
    },
    size,
  }
}

/** The same question as a GET that has to be answered in full, since others want the answer too. */
function unconditional(asked: Asked, request: Request): Request {
  if (asked.method === "GET" && !isConditional(asked.headers)) return request
  const headers = new Headers(request.headers)
  for (const name of conditions) headers.delete(name)
  return new Request(request.url, { headers })
}

/** What may be kept of a Response: a success that is whole, meant for everybody, and differs by nothing but its form. */
async function readContent(response: Response, { route, whole, coded }: Told): Promise<Content | undefined> {
  if (whole?.response === response)
    return isForAll(whole.fields["cache-control"]) ? contentOf(whole.fields, whole.bytes, route) : undefined
  const { status, headers } = response
  const isWhole = headers.has("content-length") && /^[\s,]*(?:accept[\s,]*)?$/i.test(headers.get("vary") ?? "")
  if (status !== 200 || !isForAll(headers.get("cache-control")) || headers.has("set-cookie") || !isWhole)
    return undefined
  return contentOf(Object.fromEntries(headers), new Uint8Array(await response.arrayBuffer()), route, coded)
}

const isForAll = (cacheControl: string | null | undefined) => !/no-store|private/i.test(cacheControl ?? "")

/** An answer that is not kept. */
export function pass(response: Response, asked: Asked, told: Told): Given {
  const { "x-request-id": _, ...headers } = Object.fromEntries(response.headers)
  const body = asked.method === "HEAD" ? null : response.body
  if (body === null) response.body?.cancel().catch(() => {})
  return { answer: { status: response.status, headers, body }, cache: "pass", route: told.route }
}
