import { actions, type ChangeEntry, type Item, type Revision, type State, stateAfter } from "@pg/domain"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { idOf, news, useStore } from "../test/items.js"
import { openStore, type Store } from "./index.js"

/** What a run knows to be so: where each of its items stands, and its title. */
type Model = Map<number, { state: State; title: string }>

/** What the run does it to: two processes' stores on one database, and a replica that is fed by the public log alone. */
type Real = { stores: [Store, Store]; replica: Map<string, Item>; since: number; first: number; clock: () => string }

describe.each(databases)("a replica of $name", ({ make }) => {
  const used = useStore(make)
  const others: Store[] = []
  beforeAll(async () => {
    others.push(await openStore(used.url), await openStore(used.url))
  })
  afterAll(async () => {
    await Promise.all(others.map((store) => store.close()))
  })
  const storesNow = (): [Store, Store] => [used.store, others[0] as Store]
  let runs = 0
  let ticks = 0
  const clock = () => new Date(Date.UTC(2024, 0, 1) + 700 * ++ticks).toISOString()

  test("equals the published items after every prefix of the public log, whoever wrote, in whatever portions it is read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([put, follow, copy, writeTogether], { maxCommands: 25 }), async (commands) => {
        // What the other wrote last may not have been heard of yet; who wrote it knows.
        const start = Math.max(...(await Promise.all(storesNow().map((store) => store.seq()))))
        const real = { stores: storesNow(), replica: new Map(), since: start, first: 100 * ++runs, clock }
        await fc.asyncModelRun(() => ({ model: new Map(), real }), commands)
        await expectEveryPrefix(used.store, start)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test("misses nothing and is told nothing twice while several write at once", async () => {
    const [one, two] = storesNow()
    const start = Math.max(...(await Promise.all(storesNow().map((store) => store.seq()))))
    let isWriting = true
    const write = async (store: Store, first: number) => {
      for (let round = 0; round < 12; round++) {
        const items = Array.from({ length: 5 }, (_, n) => news(first + n, { title: `Round ${round}` }))
        const action = round % 4 === 3 ? "withdraw" : round % 4 === 0 && round > 0 ? "publish" : undefined
        await store.putAll(items, { at: clock(), by: "test", ...(action && { action }) })
      }
    }
    const read = async (limit: number) => {
      const seqs: number[] = []
      for (let since = start; ; ) {
        const wasWriting = isWriting
        const { changes, seq } = await (others[1] as Store).publicChanges(since, limit)
        expect(seq).toBeGreaterThanOrEqual(since)
        seqs.push(...changes.map((change) => change.seq))
        if (seq === since && !wasWriting) return seqs
        since = seq
        await new Promise((resolve) => setTimeout(resolve))
      }
    }
    const writing = Promise.all([write(one, 50_000), write(two, 51_000), write(others[1] as Store, 52_000)])
    const reading = Promise.all([read(1), read(3), read(1000)])
    await writing
    isWriting = false
    const all = (await used.store.publicChanges(start, 10_000)).changes.map(({ seq }) => seq)
    expect(all).toHaveLength(3 * 12 * 5)
    expect(await reading).toEqual([all, all, all])
  }, 60_000)
})

type Command = fc.AsyncCommand<Model, Real>

const number = fc.nat(4)
const store = fc.constantFrom<0 | 1>(0, 1)

/** One step of one item's life, by one of the two. */
const put = fc
  .record({
    number,
    store,
    action: fc.constantFrom(...actions, "publish" as const, "edit" as const),
    title: fc.constantFrom("One", "Another"),
    updateType: fc.constantFrom("major" as const, "minor" as const),
    note: fc.boolean(),
  })
  .map(
    (step): Command => ({
      check: (model) => stateAfter(model.get(step.number)?.state ?? "draft", step.action) !== undefined,
      run: async (model, real) => {
        const { number, action, title, updateType, note } = step
        const changeNote = note ? `Because ${title}` : undefined
        const publishAt = action === "schedule" ? { publishAt: "2030-01-01T00:00:00Z" } : {}
        const change = {
          at: real.clock(),
          by: "test",
          action,
          updateType,
          ...publishAt,
          ...(changeNote && { changeNote }),
        }
        await real.stores[step.store].put(itemOf(real, number, title), change)
        const state = stateAfter(model.get(number)?.state ?? "draft", action)
        if (state) model.set(number, { state, title })
      },
      toString: () => `put(${JSON.stringify(step)})`,
    }),
  )

/** Reads the public log to its end, in portions, by one of the two. */
const follow = fc.record({ store, limit: fc.integer({ min: 1, max: 4 }) }).map(
  ({ store, limit }): Command => ({
    check: () => true,
    run: async (model, real) => {
      await readOn(real, store, limit)
      await expectSame(model, real)
    },
    toString: () => `follow(${store}, ${limit})`,
  }),
)

/** Begins anew from a snapshot, taken by one of the two while the other writes. */
const copy = fc.record({ store, number }).map(
  ({ store, number }): Command => ({
    check: () => true,
    run: async (model, real) => {
      const { seq, items } = await real.stores[store].snapshot()
      const replica = new Map<string, Item>()
      if (canBePut(model, number)) await putNow(model, real, number, "While it was read", 1)
      for await (const item of items) if (isOfRun(real, item.id)) replica.set(item.id, item)
      Object.assign(real, { replica, since: seq })
      await readOn(real, store, 2)
      await expectSame(model, real)
    },
    toString: () => `copy(${store}, ${number})`,
  }),
)

/** All items at once, some by one and some by the other, while the log is read. */
const writeTogether = fc.constantFrom("Together", "Together again").map(
  (title): Command => ({
    check: () => true,
    run: async (model, real) => {
      const numbers = [0, 1, 2, 3, 4].filter((number) => canBePut(model, number))
      await Promise.all([
        ...numbers.map((number) => putNow(model, real, number, title, number % 2 === 0 ? 0 : 1)),
        readOn(real, 1, 1),
      ])
      await readOn(real, 0, 2)
      await expectSame(model, real)
    },
    toString: () => `writeTogether(${title})`,
  }),
)

const itemOf = ({ first }: Real, number: number, title: string) => news(first + number, { title, topics: ["hiv"] })
const isOfRun = ({ first }: Real, id: string) => [0, 1, 2, 3, 4].some((number) => idOf(first + number) === id)
const canBePut = (model: Model, number: number) => !["gone", "merged"].includes(model.get(number)?.state ?? "")

/** Puts an item without saying what to do with it: publishes what is new, edits what is there. */
async function putNow(model: Model, real: Real, number: number, title: string, store: 0 | 1): Promise<void> {
  const { state } = model.get(number) ?? { state: "published" }
  model.set(number, { state, title })
  await real.stores[store].put(itemOf(real, number, title), { at: real.clock(), by: "test" })
}

async function readOn(real: Real, store: 0 | 1, limit: number): Promise<void> {
  for (;;) {
    const { changes, seq } = await real.stores[store].publicChanges(real.since, limit)
    for (const change of changes) apply(real.replica, change)
    const isEnd = changes.length < limit
    real.since = seq
    if (isEnd) return
  }
}

function apply(replica: Map<string, Item>, change: ChangeEntry): void {
  if (change.type === "put") replica.set(change.item.id, change.item)
  else expect(replica.delete(change.tombstone.id) || change.tombstone.state !== "withdrawn").toBe(true)
}

async function expectSame(model: Model, real: Real): Promise<void> {
  const published = [...model].filter(([, { state }]) => state === "published")
  const titles = new Map(published.map(([number, { title }]) => [idOf(real.first + number), title]))
  expect(new Map([...real.replica].map(([id, item]) => [id, item.title]))).toEqual(titles)
  for (const [id, item] of real.replica) expect(await real.stores[0].get(id)).toEqual(item)
}

/** Holds the public log against what the whole log says, line by line. */
async function expectEveryPrefix(store: Store, start: number): Promise<void> {
  const log = await store.changes(start, 10_000)
  const { changes } = await store.publicChanges(start, 10_000)
  const replica = new Map<string, Item>()
  const published = new Map<string, Item>()
  const histories = new Map<string, { firstPublishedAt?: string; updatedAt: string }>()
  for (const line of log) {
    follows(published, histories, line)
    for (const change of changes.filter(({ seq }) => seq === line.seq)) apply(replica, change)
    expect(replica).toEqual(published)
  }
}

/** The plain telling of what is published after a line, and with which history. */
function follows(
  published: Map<string, Item>,
  histories: Map<string, { firstPublishedAt?: string; updatedAt: string }>,
  { itemId, item, state, at, updateType, revision }: Revision,
): void {
  const before = histories.get(itemId)
  const firstPublishedAt = before?.firstPublishedAt ?? (state === "published" ? at : undefined)
  const history = {
    updatedAt: !before || updateType === "major" ? at : before.updatedAt,
    ...(firstPublishedAt !== undefined && { firstPublishedAt }),
  }
  histories.set(itemId, history)
  if (state === "published") published.set(itemId, { ...item, ...history, revision })
  else published.delete(itemId)
}
