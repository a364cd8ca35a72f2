/** One request that was answered. `route` is a pattern, of which there are few; `seconds` until the answer was ready. */
type Observed = { method: string; route: string; status: number; cache: string; seconds: number }

/** Counts of requests, and the counts in the text format of Prometheus. */
export type Tally = { observe: (observed: Observed) => void; write: () => string }

type Row = Omit<Observed, "seconds"> & { sum: number; upTo: number[] }

/**
 * How many requests there were of each kind and how long they took. It is no metric of prom-client's, whose two would take
 * as long for each request as finding a kept answer.
 */
export function createTally(): Tally {
  const rows = new Map<string, Row>()
  return {
    observe: ({ method, route, status, cache, seconds }) => {
      const key = `${method} ${status} ${cache} ${route}`
      let row = rows.get(key)
      if (!row) {
        row = { method, route, status, cache, sum: 0, upTo: limits.map(() => 0) }
        rows.set(key, row)
      }
      row.sum += seconds
      let limit = 0
      while (seconds > (limits[limit] ?? 0)) limit++
      row.upTo[limit] = (row.upTo[limit] ?? 0) + 1
    },
    write: () => `${[...heading, ...[...rows.values()].flatMap(linesOf)].join("\n")}\n`,
  }
}

/** The upper ends of what is counted together, in seconds. */
const limits = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Infinity]

const name = "http_request_duration_seconds"
const heading = [
  `# HELP ${name} Time until an answer was ready to be sent; cache says whether it was kept.`,
  `# TYPE ${name} histogram`,
]

function linesOf({ method, route, status, cache, sum, upTo }: Row): string[] {
  const said = { method, route: route.replace(/["\\]/g, "\\$&"), status, cache }
  const labels = Object.entries(said).map(([label, value]) => `${label}="${value}"`)
  let count = 0
  const buckets = limits.map((limit, index) => {
    count += upTo[index] ?? 0
    const le = limit === Infinity ? "+Inf" : limit
    return `${name}_bucket{${[...labels, `le="${le}"`].join()}} ${count}`
  })
  return [...buckets, `${name}_sum{${labels.join()}} ${sum}`, `${name}_count{${labels.join()}} ${count}`]
}
