import { type IncomingMessage, request as requestHttp, STATUS_CODES } from "node:http"
import { request as requestHttps } from "node:https"
import type { LookupFunction } from "node:net"
import { type Address, addressesOf, type Allowed, type Resolve } from "./guard.js"
import type { Message } from "./message.js"
import { problemOf } from "./problem.js"
import { createResolve } from "./resolve.js"

/**
 * What came of sending: `problem` says in a sentence why it does not count, and is absent for an answer 2xx. `status` and
 * `retryAfter` are the answer's, where there was one. `duration` in milliseconds.
 */
export type Sent = { duration: number; status?: number; retryAfter?: string; problem?: string }

/** Sends a message; fails only when it is broken off by `signal`, with that signal's reason. */
export type Send = (message: Message, signal?: AbortSignal) => Promise<Sent>

/** `timeout` in milliseconds is for all of it: finding the host, connecting, sending, and the answer. */
export type SenderOptions = { allowed: Allowed; timeout: number; userAgent: string; resolve?: Resolve }

/**
 * Sends by POST to public addresses and those that are allowed, and to no other: it connects to the very address that was
 * checked, and follows no redirection. Each message has a connection of its own.
 */
export const createSender =
  ({ allowed, timeout, userAgent, resolve = createResolve() }: SenderOptions): Send =>
  async (message, signal) => {
    const start = performance.now()
    const limit = AbortSignal.timeout(timeout)
    const either = signal ? AbortSignal.any([signal, limit]) : limit
    const duration = () => performance.now() - start
    try {
      const url = new URL(message.url)
      const addresses = await until(either, addressesOf(url, allowed, resolve))
      const answer = await post(url, addresses, { ...message.headers, "user-agent": userAgent }, message.body, either)
      await drop(answer, either)
      return { ...read(answer), duration: duration() }
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      return {
        duration: duration(),
        problem: limit.aborted ? `It did not answer within ${timeout / 1000} seconds.` : problemOf(error),
      }
    }
  }

/** As much of an answer's body is read, so that the receiver is not broken off in the middle of a sentence; nobody keeps it. */
const mostRead = 65_536

function post(
  url: URL,
  addresses: readonly Address[],
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const bytes = Buffer.from(body)
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp
    const request = send(url, {
      method: "POST",
      agent: false,
      signal,
      lookup: only(addresses),
      headers: { ...headers, "content-length": bytes.length },
    })
    request.once("response", resolve)
    request.on("error", reject)
    // An answer that is no answer, as one that wants to speak another protocol.
    request.once("close", () => reject(new Error("it ended the connection without an answer")))
    request.end(bytes)
  })
}

/** Whatever host is asked for, it is where these lead to. */
const only =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, { all }, found) => {
    const [first] = addresses
    if (all === true) found(null, [...addresses])
    else if (first) found(null, first.address, first.family)
    else found(new Error("the host has no address"), "")
  }

/** What the answer says is said by its head: that its body does not come to an end changes nothing of it. */
async function drop(answer: IncomingMessage, signal: AbortSignal): Promise<void> {
  let size = 0
  await new Promise<void>((done) => {
    answer.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size > mostRead) done()
    })
    for (const event of ["end", "error", "close"]) answer.on(event, () => done())
    if (signal.aborted) done()
    signal.addEventListener("abort", () => done(), { once: true })
  })
  answer.destroy()
}

function read({ statusCode: status = 0, headers }: IncomingMessage): Omit<Sent, "duration"> {
  const retryAfter = headers["retry-after"]
  const said = { status, ...(retryAfter !== undefined && { retryAfter }) }
  if (status >= 200 && status < 300) return said
  if (status >= 300 && status < 400) {
    const where = headers.location?.replace(/[^\x21-\x7e]/g, "").slice(0, 200) ?? "elsewhere"
    return {
      ...said,
      problem: `It redirects to ${where} (${status}), which is not followed: name that address instead.`,
    }
  }
  return { ...said, problem: `It answered ${`${status} ${STATUS_CODES[status] ?? ""}`.trim()}.` }
}

/** What cannot be broken off is not waited for. */
const until = <Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) stop()
    signal.addEventListener("abort", stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop))
  })
