import type { Answer } from "./exchange.js"
import { createTally, type Tally } from "./tally.js"

/** What is counted, and the counts in the text format of Prometheus. */
export type Metrics = Pick<Tally, "observe"> & { answer: () => Promise<Answer> }

/** A number of the moment that others give: its name begins with `newsroom_`. */
export type Gauge = { name: string; help: string; read: () => number | Promise<number> }

/** What is read at the moment when it is asked for. */
type Read = {
  seq: () => number | Promise<number>
  cache: () => { entries: number; bytes: number }
  gauges?: readonly Gauge[] | undefined
}

/** Counts of requests, and of the process; where the log ends and what the response cache has are read when asked for. */
export function createMetrics(read: Read): Metrics {
  const { observe, write } = createTally()
  let opened: ReturnType<typeof openRegistry> | undefined
  return {
    observe,
    answer: async () => {
      const registry = await (opened ??= openRegistry(read))
      return {
        status: 200,
        headers: { "content-type": registry.contentType, "cache-control": "no-store" },
        body: new TextEncoder().encode((await registry.metrics()) + write()),
      }
    },
  }
}

/** Whoever asks for metrics asks again and again: what prom-client takes to load is better spent then than at the start. */
async function openRegistry({ seq, cache, gauges = [] }: Read) {
  // By its default export alone, since that is what a bundle has of a CommonJS module.
  const { collectDefaultMetrics, Gauge: PromGauge, Registry } = (await import("prom-client")).default
  const registry = new Registry()
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new PromGauge({
      name,
      help,
      registers: [registry],
      collect: async function () {
        this.set(await value())
      },
    })
  const orNaN = (read: () => number | Promise<number>) => async () => {
    try {
      return await read()
    } catch {
      return Number.NaN
    }
  }
  gauge("newsroom_log_seq", "The seq of the last line of the log; NaN where it cannot be read.", orNaN(seq))
  for (const { name, help, read } of gauges) gauge(name, `${help}; NaN where it cannot be read.`, orNaN(read))
  gauge("newsroom_response_cache_bytes", "Bytes that the response cache holds.", () => cache().bytes)
  gauge("newsroom_response_cache_addresses", "Addresses whose answers are kept.", () => cache().entries)
  collectDefaultMetrics({ register: registry })
  return registry
}
