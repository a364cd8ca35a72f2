import { setTimeout } from "node:timers/promises"
import { InvalidInput } from "@pg/domain"
import type { Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { type SSEStreamingApi, streamSSE } from "hono/streaming"
import { answer } from "../answer.js"
import type { Told } from "../front/exchange.js"
import { preferredType } from "../negotiate.js"
import { tooManyWait } from "../problem.js"
import { refuseOthers } from "../read-query.js"
import { createWaiting, type MostWaiting, type Waiting } from "../waiting.js"

/** `stopping` ends what waits for changes when the server is asked to stop. */
type Options = { store: Store; stopping: AbortSignal | undefined; most: MostWaiting }
type Means = Options & { waiting: Waiting }

/**
 * The public part of the log, oldest first: `/changes?since=<cursor>&limit=100`. With `wait=<seconds>` an answer with
 * nothing in it is held back until something happens; asked for as `text/event-stream` it goes on for as long as the
 * client listens (server-sent events, whose id is the cursor).
 */
export function changesRoutes(given: Options): Hono {
  const options = { ...given, waiting: createWaiting(given.most) }
  return new Hono().get("/changes", (c) => {
    const question = readQuestion(c, options.store)
    const isStream = preferredType(c, ["application/json", eventStream]) === eventStream
    return isStream ? follow(c, question, options) : once(c, question, options)
  })
}

const eventStream = "text/event-stream"

type Question = { since: number; limit: number; wait: number }

async function once(c: Context, { since, limit, wait }: Question, options: Means): Promise<Response> {
  const { store } = options
  let read = await store.publicChanges(since, limit)
  if (read.changes.length === 0 && wait > 0) {
    const done = beginToWait(c, options)
    if (typeof done === "string") return tooManyWait(c, done)
    read = await waitFor(c, { since, limit, wait }, options).finally(done)
  }
  const text = `${JSON.stringify({ changes: read.changes, next: cursorOf(store, read.seq) })}\n`
  // An answer that took its time is for whoever waited: kept, it would come at once, and be asked for again at once.
  const headers = { vary: "Accept", ...(wait > 0 && { "cache-control": "no-store" }) }
  return answer(c, { text, mediaType: "application/json", headers })
}

/** Asks again whenever the log has grown: what is written that is not public wakes nobody who could tell by it. */
async function waitFor(c: Context, { since, limit, wait }: Question, options: Means) {
  const { signal } = c.req.raw
  const until = performance.now() + wait * 1000
  for (;;) {
    const end = await options.store.seq()
    const read = await options.store.publicChanges(since, limit)
    const left = until - performance.now()
    if (read.changes.length > 0 || left <= 0 || signal.aborted || options.stopping?.aborted) return read
    await somethingNew(end, left, options, signal)
  }
}

const beginToWait = (c: Context, { waiting }: Means) => waiting.begin((c.env as Partial<Told> | undefined)?.client)

function follow(c: Context, question: Question, options: Means): Response {
  // Nobody reads what goes on behind the header fields, nor says when it is to end.
  if (c.req.method === "HEAD") return c.body(null, 200, { "Content-Type": eventStream, ...streamHeaders })
  const end = beginToWait(c, options)
  if (typeof end === "string") return tooManyWait(c, end)
  const response = streamSSE(c, (stream) => tell(stream, question, options).finally(end))
  // They are the connection's, which Hono does not know: a client of HTTP/1.0 has no chunks.
  for (const name of ["Connection", "Transfer-Encoding"]) response.headers.delete(name)
  for (const [name, value] of Object.entries(streamHeaders)) response.headers.set(name, value)
  return response
}

/** Hono's own Cache-Control is no-cache, with which a cache would try to keep what has no end. */
const streamHeaders = { "X-Accel-Buffering": "no", Vary: "Accept", "Cache-Control": "no-store" }

async function tell(stream: SSEStreamingApi, { since, limit }: Question, options: Means): Promise<void> {
  const { store } = options
  const gone = new AbortController()
  stream.onAbort(() => gone.abort())
  // The header fields go out with the first bytes: a client with nothing to be told would wait for them until the heartbeat.
  await stream.write(": listening\n\n")
  let from = since
  let heardAt = performance.now()
  while (!gone.signal.aborted && !options.stopping?.aborted) {
    const end = await store.seq()
    const { changes, seq } = await store.publicChanges(from, limit)
    await send(stream, changes, store, seq)
    from = seq
    const left = heardAt + heartbeat - performance.now()
    if (changes.length === 0 && left > 0 && (await somethingNew(end, left, options, gone.signal))) continue
    if (changes.length === 0) await stream.write(": nothing new\n\n")
    heardAt = performance.now()
  }
}

/** Every change has the cursor behind it as its id, so that a client that comes back (Last-Event-ID) misses none. */
async function send(
  stream: SSEStreamingApi,
  changes: Awaited<ReturnType<Store["publicChanges"]>>["changes"],
  store: Store,
  seq: number,
): Promise<void> {
  for (const [index, change] of changes.entries()) {
    const last = index === changes.length - 1 ? seq : change.seq
    await stream.writeSSE({ event: change.type, id: cursorOf(store, last), data: JSON.stringify(change) })
  }
}

/** How often, in milliseconds, a stream with nothing to tell says so, lest proxies think it dead. */
const heartbeat = 15_000

/** Waits until the log has more than `seq`, at most so many milliseconds; whether it has. */
async function somethingNew(
  seq: number,
  most: number,
  { store, stopping }: Pick<Options, "store" | "stopping">,
  gone: AbortSignal,
) {
  const over = new AbortController()
  const end = () => over.abort()
  const stopListening = store.onChange((latest) => latest > seq && end())
  for (const signal of [gone, stopping]) signal?.addEventListener("abort", end, { once: true })
  try {
    // What was written before anybody listened is not told.
    if ((await store.seq()) > seq) return true
    await setTimeout(most, undefined, { signal: over.signal, ref: false })
    return false
  } catch (error) {
    if (!over.signal.aborted) throw error
    return true
  } finally {
    stopListening()
    for (const signal of [gone, stopping]) signal?.removeEventListener("abort", end)
  }
}

const cursorOf = (store: Store, seq: number) => store.sign(`changes ${seq}`)

function readQuestion(c: Context, store: Store): Question {
  const search = new URL(c.req.url).searchParams
  refuseOthers(search, ["since", "limit", "wait"])
  const lastEventId = c.req.header("Last-Event-ID")
  return {
    since:
      lastEventId === undefined
        ? seqOf(store, search.get("since"), "since")
        : seqOf(store, lastEventId, "Last-Event-ID"),
    limit: numberOf(search, "limit", 1, 1000, 100),
    wait: numberOf(search, "wait", 0, 60, 0),
  }
}

function seqOf(store: Store, cursor: string | null, path: string): number {
  if (cursor === null || cursor === "") return 0
  const seq = /^changes (\d+)$/.exec(store.unsign(cursor) ?? "")?.[1]
  if (seq === undefined)
    throw new InvalidInput([{ path, message: "is not a cursor that /changes or a snapshot gave as next" }])
  return Number(seq)
}

function numberOf(search: URLSearchParams, name: string, least: number, most: number, usual: number): number {
  const [value = "", ...more] = search.getAll(name).filter((text) => text.trim() !== "")
  if (more.length > 0) throw new InvalidInput([{ path: name, message: "must be given only once" }])
  if (value === "") return usual
  if (/^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value)
  throw new InvalidInput([{ path: name, message: `"${value.slice(0, 60)}" is not a number from ${least} to ${most}` }])
}
