import { type Item, parseItem } from "@pg/domain"
import { openStore, type Store } from "@pg/store"
import fc from "fast-check"
import { describe, expect, onTestFinished, test } from "vitest"
import { databases, type TestDatabase } from "../../../../packages/store/test/databases.js"
import type {} from "../../../../packages/store/test/global-setup.js" // what it provides to them
import { createApi } from "../../src/index.js"
import { type Harvested, harvester } from "./harvester.js"

const idOf = (number: number) => `00000000-0000-5000-8000-${String(number).padStart(12, "0")}`
const itemOf = (number: number, version = 1) =>
  parseItem({
    id: idOf(number),
    kind: number % 3 === 0 ? "event" : "news",
    locale: "en",
    slug: `item-${number}`,
    title: `Item ${number}, version ${version}`,
    topics: number % 2 === 0 ? ["prisons"] : [],
  })

/** More than an answer of ListRecords has. */
const begun = 230
const args = { verb: "ListRecords", metadataPrefix: "oai_dc" }

type Write = { number: number; what: "edit" | "touch" | "take away" | "bring back" | "remove"; wait: number }

const write = fc.record<Write>({
  number: fc.integer({ min: 1, max: begun + 40 }),
  what: fc.constantFrom("edit", "touch", "take away", "bring back", "remove"),
  wait: fc.constantFrom(0, 0, 0, 300, 1000, 5000),
})
const writes = fc.array(write, { maxLength: 12 })

/** An archive with its clock, in which one can do whatever the state of an item allows. */
async function openNewsroom(make: () => Promise<TestDatabase>) {
  const database = await make()
  const store = await openStore(database.url)
  const clock = { now: Date.parse("2024-05-01T10:00:00.250Z") }
  onTestFinished(async () => {
    await store.close()
    await database.remove()
  })
  const api = createApi({ store, siteUrl: "https://example.org", now: () => new Date(clock.now) })
  const versions = new Map<number, number>()
  const touched = new Set<number>()
  const act = async ({ number, what, wait }: Write) => {
    clock.now += wait
    const version = (versions.get(number) ?? 1) + (what === "edit" || what === "touch" ? 1 : 0)
    const action = ({ "take away": "withdraw", "bring back": "publish", remove: "remove" } as const)[what as "remove"]
    const change = {
      at: new Date(clock.now).toISOString(),
      by: "test",
      updateType: what === "touch" ? ("minor" as const) : ("major" as const),
      ...(action && { action }),
    }
    // What the item's state does not allow is refused, and changes nothing.
    await store.put(itemOf(number, version), change).then(
      () => [versions.set(number, version), touched.add(number)],
      () => undefined,
    )
  }
  await store.putAll(
    Array.from({ length: begun }, (_, index) => itemOf(index + 1)),
    { at: new Date(clock.now).toISOString(), by: "test" },
  )
  return { store, clock, act, touched, ...harvester((path, init) => api.request(path, init)) }
}

describe.each(databases)("a harvester of an archive in $name", { timeout: 120_000 }, ({ make }) => {
  test("that asks each time for what changed since it asked last has in the end what the archive has", async () => {
    const round = fc.record({ between: fc.array(writes, { maxLength: 4 }), after: writes })
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
        const newsroom = await openNewsroom(make)
        const kept = new Map<string, Harvested>()
        let from: string | undefined
        for (const { between, after } of [...rounds, { between: [], after: [] }]) {
          const pending = between.values()
          const writeMore = async () => {
            for (const one of pending.next().value ?? []) await newsroom.act(one)
          }
          const asked = { ...args, ...(from !== undefined && { from }) }
          const { records, responseDate } = await newsroom.harvest(asked, writeMore)
          for (const record of records) kept.set(record.identifier, record)
          from = responseDate
          for (const one of after) await newsroom.act(one)
        }
        const { records } = await newsroom.harvest({ ...args, ...(from !== undefined && { from }) })
        for (const record of records) kept.set(record.identifier, record)
        expect(stateOf(kept.values())).toEqual(await publishedIn(newsroom.store))
        expect(stateOf((await newsroom.harvest(args)).records)).toEqual(stateOf(kept.values()))
      }),
      { numRuns: 6 },
    )
  })

  test("is given each record that does not change while it reads exactly once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(writes, { maxLength: 4 }), async (between) => {
        const newsroom = await openNewsroom(make)
        const pending = between.values()
        const { records } = await newsroom.harvest(args, async () => {
          for (const one of pending.next().value ?? []) await newsroom.act(one)
        })
        const unchanged = Array.from({ length: begun }, (_, index) => index + 1).filter(
          (number) => !newsroom.touched.has(number),
        )
        const times = Map.groupBy(records, ({ identifier }) => identifier)
        for (const number of unchanged) expect(times.get(`oai:example.org:${idOf(number)}`)).toHaveLength(1)
        expect(records.map(({ datestamp }) => datestamp)).toEqual(records.map(({ datestamp }) => datestamp).toSorted())
      }),
      { numRuns: 6 },
    )
  })

  test("can use a token at any time and as often as it likes, also from a server that was started anew", async () => {
    const { harvest, ask, store } = await openNewsroom(make)
    const { parts } = await harvest({ ...args, set: "topic:prisons", until: "2024-05-02" })
    const [first, last] = parts
    expect(parts).toHaveLength(2)
    expect(first?.resumption).toMatchObject({ cursor: "0", completeListSize: "115" })
    expect(last?.resumption).toEqual({ token: "", cursor: "100", completeListSize: "115" })
    const token = { verb: "ListRecords", resumptionToken: first?.resumption?.token ?? "" }
    const again = createApi({ store, siteUrl: "https://example.org", now: () => new Date("2044-01-01T00:00:00Z") })
    const muchLater = await harvester((path) => again.request(path)).ask(token)
    for (const answer of [await ask(token), muchLater]) {
      expect(answer.records).toEqual(last?.records)
      expect(answer.request).toEqual(token)
    }
  })

  test("whose list has nothing left, because all of it was changed, is told that no records match", async () => {
    const { ask, act } = await openNewsroom(make)
    const { resumption } = await ask({
      ...args,
      set: "kind:event",
      until: "2024-05-01T10:00:00Z",
      verb: "ListIdentifiers",
    })
    expect(resumption).toBeUndefined()
    const begin = await ask({ ...args, until: "2024-05-01T10:00:00Z" })
    for (let number = 1; number <= begun; number++) await act({ number, what: "edit", wait: number === 1 ? 5000 : 0 })
    const rest = await ask({ verb: "ListRecords", resumptionToken: begin.resumption?.token ?? "" })
    expect(rest.errors).toEqual(["noRecordsMatch"])
    expect((await ask({ ...args, from: "2024-05-01T10:00:05Z" })).records).toHaveLength(100)
  })
})

const stateOf = (records: Iterable<Harvested>) =>
  Object.fromEntries(
    [...records]
      .filter(({ isDeleted }) => !isDeleted)
      .map(({ identifier, title }) => [identifier, title] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

/** What the archive has, asked in another way than by harvesting it. */
async function publishedIn(store: Store) {
  const published: Item[] = []
  for await (const item of (await store.snapshot()).items) published.push(item)
  return Object.fromEntries(
    published
      .map(({ id, title }) => [`oai:example.org:${id}`, title] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
