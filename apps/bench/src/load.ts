import { once } from "node:events"
import { Agent, get, type IncomingMessage } from "node:http"
import { buffer } from "node:stream/consumers"
import autocannon from "autocannon"
import { processorTimeOf, type Started } from "./start.js"
import { type Answered, hasWrk, loadByWrk } from "./wrk.js"

/**
 * What a server did under load: answers a second, in milliseconds how long half and 99 % of them took, and in microseconds
 * how much processor time one took it, where the system says.
 */
export type Load = { perSecond: number; p50: number; p99: number; processorTime: number | undefined }

/** What asks: wrk where it is there, else autocannon, which comes from npm and which a quick server waits for. */
export const generator = hasWrk() ? "wrk" : "autocannon"

/** Asks a server for addresses, one after the other, on ten connections, for so many seconds. Throws where it fails. */
export async function load({ url, pid }: Started, paths: readonly string[], seconds: number): Promise<Load> {
  const before = processorTimeOf(pid)
  const { total, ...answered } = await (generator === "wrk" ? loadByWrk : loadByAutocannon)(url, paths, seconds)
  const after = processorTimeOf(pid)
  return {
    ...answered,
    processorTime: before === undefined || after === undefined ? undefined : (after - before) / total,
  }
}

async function loadByAutocannon(url: string, paths: readonly string[], seconds: number): Promise<Answered> {
  const result = await autocannon({
    url,
    connections: 10,
    duration: seconds,
    requests: paths.map((path) => ({ path })),
  })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url}${paths[0]} failed.`)
  const { p50, p99 } = result.latency
  return { total: result.requests.total, perSecond: result.requests.total / result.duration, p50, p99 }
}

/**
 * How long each of some addresses takes, asked one at a time on one connection, in milliseconds. Like autocannon it takes
 * no coding, so that a client's and a server's work on compression is in none of the figures.
 */
export async function latencies(url: string, paths: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (const path of paths) {
    const from = performance.now()
    const [response] = (await once(get(url + path, { agent }), "response")) as [IncomingMessage]
    await buffer(response)
    times.push(performance.now() - from)
    if (response.statusCode !== 200) throw new Error(`${url}${path} answers ${response.statusCode}.`)
  }
  agent.destroy()
  return times
}

/** The middle one of some numbers. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

/** The number below which a part of some numbers is. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}
