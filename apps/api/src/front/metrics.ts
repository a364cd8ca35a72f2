import { collectDefaultMetrics, Gauge, Registry } from "prom-client"
import type { Answer } from "./exchange.js"
import { createTally, type Tally } from "./tally.js"

/** What is counted, and the counts in the text format of Prometheus. */
export type Metrics = Pick<Tally, "observe"> & { answer: () => Promise<Answer> }

/** What is read at the moment when it is asked for. */
type Read = { seq: () => number | Promise<number>; cache: () => { entries: number; bytes: number } }

/** Counts of requests, and of the process; where the log ends and what the response cache has are read when asked for. */
export function createMetrics(read: Read): Metrics {
  const { observe, write } = createTally()
  const registry = new Registry()
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect: async function () {
        this.set(await value())
      },
    })
  // Where the log cannot be read, the others are still worth having.
  gauge("newsroom_log_seq", "The seq of the last line of the log.", async () => {
    try {
      return await read.seq()
    } catch {
      return Number.NaN
    }
  })
  gauge("newsroom_response_cache_bytes", "Bytes that the response cache holds.", () => read.cache().bytes)
  gauge("newsroom_response_cache_addresses", "Addresses whose answers are kept.", () => read.cache().entries)
  collectDefaultMetrics({ register: registry })

  return {
    observe,
    answer: async () => ({
      status: 200,
      headers: { "content-type": registry.contentType, "cache-control": "no-store" },
      body: new TextEncoder().encode((await registry.metrics()) + write()),
    }),
  }
}
