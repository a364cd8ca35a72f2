import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client"
import type { Answer } from "./exchange.js"

/** One request that was answered. `route` is a pattern, of which there are few; `seconds` until the answer was ready. */
export type Observed = { method: string; route: string; status: number; cache: string; seconds: number }

/** What is counted, and the counts in the text format of Prometheus. */
export type Metrics = {
  observe: (observed: Observed) => void
  answer: () => Promise<Answer>
}

/** What is read at the moment when it is asked for. */
type Read = { seq: () => number | Promise<number>; cache: () => { entries: number; bytes: number } }

/** Counts of requests, and of the process; where the log ends and what the response cache has are read when asked for. */
export function createMetrics(read: Read): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: "http_requests_total",
    help: "Requests answered, by the pattern of the address, and whether from the response cache.",
    labelNames: ["method", "route", "status", "cache"],
    registers,
  })
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time until an answer was ready to be sent.",
    labelNames: ["method", "route"],
    buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      collect: async function () {
        this.set(await value())
      },
    })
  gauge("newsroom_log_seq", "The seq of the last line of the log.", read.seq)
  gauge("newsroom_response_cache_bytes", "Bytes that the response cache holds.", () => read.cache().bytes)
  gauge("newsroom_response_cache_entries", "Answers that the response cache holds.", () => read.cache().entries)
  collectDefaultMetrics({ register: registry })

  return {
    observe: ({ method, route, status, cache, seconds }) => {
      requests.inc({ method, route, status, cache })
      durations.observe({ method, route }, seconds)
    },
    answer: async () => ({
      status: 200,
      headers: { "content-type": registry.contentType, "cache-control": "no-store" },
      body: new TextEncoder().encode(await registry.metrics()),
    }),
  }
}
