import { copyFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { remove } from "./archive.js"
import type { Case } from "./cases.js"
import { casesOf } from "./cases.js"
import { latencies, type Load, load, median, quantile } from "./load.js"
import { memoryOf, type Started, start } from "./start.js"
import { words } from "./synthetic.js"

/** What came of a case: our load and the limit's, medians over the rounds, and of each address alone the milliseconds. */
export type Measured = Case & { ours: Load; limit: Load; ratio: number; p50: number; p99: number; bytes: number }

/**
 * What came of an archive of one size. `coldStart` in seconds, searches in milliseconds; `memory` in MB, of the two servers
 * the one that has more after its load.
 */
export type SizeResult = {
  size: number
  cases: Measured[]
  coldStart: number
  memory: number | undefined
  rareWord: number
  commonWord: number
}

type Options = {
  size: number
  file: string
  folder: string
  rounds: number
  seconds: number
  warmUp: number
  say: (text: string) => void
}

const newsroom = createRequire(import.meta.url).resolve("@pg/newsroom")
const limitServer = fileURLToPath(new URL("limit-server.js", import.meta.url))

/** Measures every case on an archive, in turn with the limit, on servers of one core. */
export async function measureSize({ size, file, folder, rounds, seconds, warmUp, say }: Options): Promise<SizeResult> {
  // An SQLite file is served by one process.
  const copy = `${file}.copy`
  copyFileSync(file, copy)
  const serve = (cache: string, database: string) =>
    start([newsroom, "serve"], {
      PORT: "0",
      NEWSROOM_DATABASE: `sqlite:${database}`,
      NEWSROOM_RATE_LIMIT: "0",
      NEWSROOM_CACHE_MB: cache,
      NEWSROOM_LOG: "silent",
    })
  const from = performance.now()
  const fresh = await serve("64", file)
  await (await fetch(`${fresh.url}/api/v1/items?limit=1`)).arrayBuffer()
  const coldStart = (performance.now() - from) / 1000
  const uncached = await serve("0", copy)
  try {
    const cases: Measured[] = []
    for (const one of casesOf(...(await someItems(fresh.url)))) {
      say(`${size} items: ${one.name}`)
      cases.push(await measureCase(one, one.isRepeated ? fresh : uncached, { folder, rounds, seconds, warmUp }))
    }
    const rareWord = await searchTime(uncached.url, words.rare)
    const commonWord = await searchTime(uncached.url, words.common)
    const memory = [fresh, uncached].map(({ pid }) => memoryOf(pid)).filter((used) => used !== undefined)
    return {
      size,
      cases,
      coldStart,
      memory: memory.length === 0 ? undefined : Math.max(...memory),
      rareWord,
      commonWord,
    }
  } finally {
    await fresh.stop()
    await uncached.stop()
    remove(copy)
  }
}

type Page = { items: { id: string; slug: string; kind: string; locale: string }[] }
const segments: Record<string, string> = { news: "news", event: "events", publication: "publications" }

/** A hundred items from all over the archive. */
async function someItems(url: string): Promise<[string[], { path: string }[]]> {
  const items: Page["items"] = []
  for (const year of ["1972", "1985", "1998", "2011"]) {
    const page = (await (await fetch(`${url}/api/v1/items?issued=${year}&limit=25`)).json()) as Page
    items.push(...page.items)
  }
  return [
    items.map(({ id }) => id),
    items.map(({ locale, kind, slug }) => ({ path: `/${locale}/${segments[kind]}/${slug}` })),
  ]
}

async function measureCase(
  one: Case,
  server: Started,
  { folder, rounds, seconds, warmUp }: Pick<Options, "folder" | "rounds" | "seconds" | "warmUp">,
): Promise<Measured> {
  const { body, type } = await middleAnswer(server.url, one.paths)
  const bytesFile = join(folder, "bytes")
  writeFileSync(bytesFile, body)
  const limit = await start([limitServer, bytesFile, JSON.stringify({ "content-type": type })])
  try {
    const [ours, limits]: [Load[], Load[]] = [[], []]
    // A server runs for weeks: what it takes until its code is compiled is no part of what an answer costs.
    await load(server, one.paths, warmUp)
    await load(limit, ["/"], warmUp)
    for (let round = 0; round < rounds; round++) {
      limits.push(await load(limit, ["/"], seconds))
      ours.push(await load(server, one.paths, seconds))
    }
    const times = await latencies(
      server.url,
      Array.from({ length: 5 }, () => one.paths)
        .flat()
        .slice(0, 200),
    )
    const [mine, theirs] = [middle(ours), middle(limits)]
    return {
      ...one,
      ours: mine,
      limit: theirs,
      ratio: mine.perSecond / theirs.perSecond,
      p50: median(times),
      p99: quantile(times, 0.99),
      bytes: body.length,
    }
  } finally {
    await limit.stop()
  }
}

/** Of the answers of some addresses the one that is neither long nor short among them: what the limit is to send. */
async function middleAnswer(url: string, paths: readonly string[]): Promise<{ body: Buffer; type: string }> {
  const answers = []
  for (const path of paths) {
    const response = await fetch(url + path)
    answers.push({
      body: Buffer.from(await response.arrayBuffer()),
      type: response.headers.get("content-type") ?? "",
    })
  }
  const [found] = answers.toSorted((a, b) => a.body.length - b.body.length).slice(Math.floor(answers.length / 2))
  if (!found) throw new Error("A case has no address.")
  return found
}

const middle = (loads: readonly Load[]): Load => ({
  perSecond: median(loads.map(({ perSecond }) => perSecond)),
  p50: median(loads.map(({ p50 }) => p50)),
  p99: median(loads.map(({ p99 }) => p99)),
  processorTime: median(loads.map(({ processorTime }) => processorTime ?? Number.NaN)),
})

/** The middle time of a first page of a search for a word, in milliseconds, each in another order so that none is the same. */
async function searchTime(url: string, word: string): Promise<number> {
  const paths = Array.from({ length: 30 }, (_, n) => `/api/v1/items?q=${word}&limit=${n + 10}`)
  return median(await latencies(url, paths))
}
