import {
  type Action,
  type Item,
  lifecycle,
  parseItem,
  type ProjectionName,
  projections,
  type Shown,
  shown,
  type State,
  stateAfter,
  states,
} from "@pg/domain"
import { openStore, type Store } from "@pg/store"
import { createLog } from "@pg/api"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { compose } from "../src/compose.js"
import { siteUrl } from "./composed.js"

/** How an item comes to be in a state; the shortest way there of which the public has seen as much as it can. */
const ways: Record<State, Action[]> = {
  draft: ["edit"],
  review: ["submit"],
  scheduled: ["schedule"],
  published: ["publish"],
  withdrawn: ["publish", "withdraw"],
  gone: ["publish", "remove"],
  merged: ["publish", "merge"],
}

/** Every step of the lifecycle's table, and every state as it is come to: each with an item of its own. */
const cases = states.flatMap((state) => [
  { name: `${state} itself`, state, steps: ways[state] },
  ...(Object.keys(lifecycle[state]) as Action[]).map((action) => ({
    name: `${state}, then ${action}`,
    state: stateAfter(state, action) ?? state,
    steps: [...ways[state], action],
  })),
])

const numbered = cases.map((one, index) => ({
  ...one,
  id: `00000000-0000-7000-8000-${String(index + 1).padStart(12, "0")}`,
  word: `wort${String(index + 1)
    .split("")
    .map((digit) => "abcdefghij"[Number(digit)])
    .join("")}zyx`,
}))
const target = "00000000-0000-7000-8000-999999999999"

let store: Store
let ask: (path: string) => Promise<Response>
const folder = mkdtempSync(join(tmpdir(), "lifecycle-"))

beforeAll(async () => {
  store = await openStore(`sqlite:${join(folder, "archive.db")}`)
  const front = compose({
    store,
    siteUrl,
    now: () => new Date("2024-05-02T00:00:00Z"),
    log: createLog("silent", process.stderr),
    cacheBytes: 1_000_000,
    requestsPerMinute: 0,
    trustedProxies: 0,
  })
  ask = (path) => front.fetch(new Request(siteUrl + path))
  await step(eventOf(target, "target"), "publish")
  for (const { id, word, steps } of numbered) for (const action of steps) await step(eventOf(id, word), action)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const eventOf = (id: string, word: string): Item =>
  parseItem({ id, kind: "event", locale: "en", slug: word, title: word, when: { start: "2024-06-01" } })

let minute = 0
async function step(item: Item, action: Action): Promise<void> {
  const relations = action === "merge" ? [{ rel: "mergedInto", id: target }] : []
  const at = new Date(Date.UTC(2024, 4, 1, 0, minute++)).toISOString()
  const publishAt = action === "schedule" ? { publishAt: "2030-01-01T00:00:00Z" } : {}
  await store.revise(item.id, () => ({
    item: { ...item, relations },
    change: { at, by: "test", action, changeNote: "As asked.", ...publishAt },
  }))
}

/** What the public finds of an item in each projection. */
const look: Record<ProjectionName, (item: { id: string; word: string }) => Promise<Shown>> = {
  html: ({ word }) => byStatus(`/en/events/${word}`),
  api: ({ id }) => byStatus(`/api/v1/items/${id}`),
  lists: ({ id }) => byText("/api/v1/events?limit=100&fields=id", id),
  search: ({ id, word }) => byText(`/api/v1/items?fields=id&q=${word}`, id),
  atom: async ({ id }) => {
    const feed = await textOf("/api/v1/events.atom?limit=100")
    return feed.includes(`<id>urn:uuid:${id}</id>`)
      ? "item"
      : feed.includes(`ref="urn:uuid:${id}"`)
        ? "tombstone"
        : "nothing"
  },
  jsonFeed: ({ id }) => byText("/api/v1/events.feed.json?limit=100", id),
  calendar: ({ id }) => byText("/api/v1/events.ics?limit=100", id),
  oai: async ({ id }) => {
    const record = await textOf(
      `/api/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:newsroom.example.org:${id}`,
    )
    return /idDoesNotExist/.test(record) ? "nothing" : /status="deleted"/.test(record) ? "tombstone" : "item"
  },
  sitemap: async ({ word }) => {
    const index = await textOf("/sitemap.xml")
    const parts = [...index.matchAll(/<loc>(https:[^<]*\/sitemap[^<]*)<\/loc>/g)].map(
      ([, url = ""]) => new URL(url).pathname,
    )
    const texts = await Promise.all([Promise.resolve(index), ...parts.map(textOf)])
    return texts.some((text) => text.includes(word)) ? "item" : "nothing"
  },
  changes: async ({ id }) => {
    const { changes } = (await (await ask("/api/v1/changes?limit=1000")).json()) as {
      changes: ({ type: "put"; item: { id: string } } | { type: "delete"; tombstone: { id: string } })[]
    }
    const last = changes.findLast((change) => (change.type === "put" ? change.item.id : change.tombstone.id) === id)
    return last === undefined ? "nothing" : last.type === "put" ? "item" : "tombstone"
  },
}

const textOf = async (path: string) => (await ask(path)).text()

const byText = async (path: string, id: string): Promise<Shown> =>
  (await textOf(path)).includes(id) ? "item" : "nothing"

async function byStatus(path: string): Promise<Shown> {
  const { status } = await ask(path)
  const found = { 200: "item", 301: "redirect", 404: "nothing", 410: "tombstone" } as const
  return found[status as keyof typeof found] ?? Promise.reject(new Error(`${path} answers ${status}`))
}

describe.each(numbered)("an item that is $name", ({ id, word, state, steps }) => {
  const wasPublic = steps.includes("publish")
  test.each(projections)("is in %s as the table says", async (name) => {
    expect(await look[name]({ id, word })).toBe(wasPublic ? shown[state][name] : "nothing")
  })
})
