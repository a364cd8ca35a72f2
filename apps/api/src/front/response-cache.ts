import { conditions, isConditional } from "../conditional.js"
import type { Direct } from "../direct.js"
import { type Content, contentOf, give } from "./content.js"
import type { Asked, Given, Handler, Told } from "./exchange.js"
import { createKeptContents, isSame, type Kept, keyOf, type Moment } from "./kept-contents.js"
import { pass } from "./pass.js"

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
  /** The same of what is read directly; `undefined` where that gives nothing. */
  answerDirectly: (asked: Asked, seq: number, read: () => Promise<Direct | undefined>) => Promise<Given | undefined>
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

  /** Makes a content, which others who ask the same meanwhile wait for, and keeps it. */
  const make = async (moment: Moment, asked: Asked, produce: () => Promise<Content | undefined>) => {
    if (mostBytes === 0) return produce()
    const key = keyOf(asked)
    const made = Promise.withResolvers<Content | undefined>()
    underWay.set(key, { ...moment, content: made.promise })
    try {
      const content = await produce()
      if (content) keep(asked, content, moment)
      made.resolve(content)
      return content
    } finally {
      made.resolve(undefined)
      if (underWay.get(key)?.content === made.promise) underWay.delete(key)
    }
  }

  const ask = async (moment: Moment, asked: Asked, request: Request, told: Told): Promise<Given> => {
    let response: Response | undefined
    told.weighs = true
    const content = await make(moment, asked, async () => {
      response = await handler(unconditional(asked, request), told)
      return readContent(response, told)
    })
    return content ? from(content, asked, "miss") : pass(response as Response, asked, told)
  }

  return {
    look,
    giveKept: (kept, asked, seq) =>
      isSame(kept, { seq, hour: hour() }) ? from(kept.content, asked, "hit") : undefined,
    answerDirectly: async (asked, seq, read) => {
      const moment = { seq, hour: hour() }
      const other = mostBytes > 0 ? underWay.get(keyOf(asked)) : undefined
      const isUnderWay = other !== undefined && isSame(other, moment)
      const content = await (isUnderWay
        ? other.content
        : make(moment, asked, async () => {
            const whole = await read()
            return whole && contentOf(whole.fields, whole.bytes, whole.route)
          }))
      return content && from(content, asked, isUnderWay ? "hit" : "miss")
    },
    answer: async (asked, seq, request, told) => {
      // Of before the answer is made: what is written meanwhile makes it out of date.
      const moment = { seq, hour: hour() }
      const kept = look(asked)
      if (kept && isSame(kept, moment)) return from(kept.content, asked, "hit")
      const other = underWay.get(keyOf(asked))
      if (!other || !isSame(other, moment)) return ask(moment, asked, request, told)
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
