import type { Ask, Send } from "./send.js"

/**
 * How often, and after how long, a request is sent again that the server was too busy to answer (429, 503). `attempts`:
 * how many times in all, 4 where it is absent. `longest`: the longest wait in milliseconds, 30,000 where it is absent; a
 * server that asks for a longer one is not waited for. `random` gives a number from 0 up to 1.
 */
export type RetryOptions = { attempts?: number; longest?: number; random?: () => number }

const statuses = [429, 503]
const firstWait = 250

/**
 * Sends again what was refused for the moment: after the time that Retry-After asks for (RFC 9110 section 10.2.3), else
 * after a wait that doubles each time, cut short at random so that many clients do not come back at once. What has an
 * Idempotency-Key is sent again also where no answer came.
 */
export const retrying =
  (send: Send, { attempts = 4, longest = 30_000, random = Math.random }: RetryOptions): Send =>
  async (ask) => {
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt >= attempts
      const sent = await send(ask).catch((error: unknown) => {
        if (isLast || !isRepeatable(ask) || ask.signal?.aborted) throw error
      })
      if (sent && (isLast || !statuses.includes(sent.response.status))) return sent
      const asked = retryAfter(sent?.response.headers.get("retry-after") ?? null)
      const wait = (asked ?? 0) + firstWait * 2 ** (attempt - 1) * (0.5 + random() / 2)
      if (sent && (asked ?? 0) > longest) return sent
      await sent?.response.body?.cancel()
      await sleep(Math.min(wait, longest), ask.signal)
    }
  }

/** Whether an answer that was lost on its way may be asked for again: the server does once what has one key. */
const isRepeatable = ({ headers = {} }: Ask) => headers["idempotency-key"] !== undefined

/** In milliseconds from now. */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}

const sleep = (milliseconds: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted) stop()
    else signal?.addEventListener("abort", stop, { once: true })
  })
