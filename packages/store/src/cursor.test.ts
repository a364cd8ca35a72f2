import { type Item, type ItemInput, type ItemQuery, sorts } from "@pg/domain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"
import { keyOf, plainAnswer } from "../test/plain-answer.js"
import type { Store } from "./index.js"

/**
 * Somebody who reads an answer page by page. `standing` are the items that were in it from the first page on and have
 * not moved, each with its place in the order; `moved` are those that came, went or moved meanwhile.
 */
type Reader = {
  query: ItemQuery
  standing: Map<string, string>
  moved: Set<string>
  seen: Set<string>
  next: string | undefined
}

/** What is listed, and who is reading. */
type Model = { listed: Map<string, Item>; readers: Reader[]; minutes: number }
type Command = fc.AsyncCommand<Model, Store>

const isIn = (query: ItemQuery, item: Item) => plainAnswer([item], query).length > 0
const placeIn = ({ sort = "-issued" }: ItemQuery, item: Item) => keyOf(item, sort)

/** Tells all readers that an item came, changed or went. */
function tell(model: Model, id: string, item: Item | undefined): void {
  if (item) model.listed.set(id, item)
  else model.listed.delete(id)
  for (const { query, standing, moved } of model.readers) {
    const place = item && isIn(query, item) ? placeIn(query, item) : undefined
    if (standing.get(id) === place) continue
    standing.delete(id)
    moved.add(id)
  }
}

/** One more page: of what does not move, nothing that was there is on it, and at the end nothing is missing. */
async function turn(reader: Reader, store: Store, limit: number, cursor?: string): Promise<void> {
  const page = await store.find({ ...reader.query, limit, ...(cursor !== undefined && { cursor }) })
  const again = page.items.filter(({ id }) => reader.seen.has(id) && !reader.moved.has(id))
  expect(again.map(({ id }) => id)).toEqual([])
  for (const { id } of page.items) reader.seen.add(id)
  reader.next = page.next
  if (page.next === undefined) expect([...reader.standing.keys()].filter((id) => !reader.seen.has(id))).toEqual([])
}

const at = (model: Model) => new Date(Date.UTC(2024, 4, 1, 0, ++model.minutes)).toISOString()

const commands = {
  begin: (query: ItemQuery, limit: number): Command => ({
    check: () => true,
    toString: () => `begin ${JSON.stringify(query)} ${limit}`,
    run: async (model, store) => {
      const answer = plainAnswer([...model.listed.values()], query)
      const standing = new Map(answer.map((item) => [item.id, placeIn(query, item)]))
      const reader: Reader = { query, standing, moved: new Set(), seen: new Set(), next: undefined }
      model.readers.push(reader)
      await turn(reader, store, limit)
    },
  }),
  turn: (index: number, limit: number): Command => ({
    check: ({ readers }) => readers.some(({ next }) => next !== undefined),
    toString: () => `turn ${index} ${limit}`,
    run: async ({ readers }, store) => {
      const reading = readers.filter(({ next }) => next !== undefined)
      const reader = reading[index % reading.length]
      if (reader) await turn(reader, store, limit, reader.next)
    },
  }),
  put: (number: number, said: Partial<ItemInput>, updateType: "major" | "minor"): Command => ({
    check: () => true,
    toString: () => `put ${number} ${JSON.stringify(said)} ${updateType}`,
    run: async (model, store) => {
      const item = news(number, said)
      const action = model.listed.has(item.id) ? "edit" : "publish"
      const result = await store.put(item, { at: at(model), by: "test", action, updateType })
      tell(model, item.id, result.item)
    },
  }),
  withdraw: (number: number): Command => ({
    check: ({ listed }) => listed.has(news(number).id),
    toString: () => `withdraw ${number}`,
    run: async (model, store) => {
      const item = model.listed.get(news(number).id)
      if (!item) return
      await store.put(item, { at: at(model), by: "test", action: "withdraw" })
      tell(model, item.id, undefined)
    },
  }),
}

const number = fc.integer({ min: 1, max: 25 })
const limit = fc.integer({ min: 1, max: 6 })
const said: fc.Arbitrary<Partial<ItemInput>> = fc.record(
  {
    title: fc.constantFrom("Wombats", "Wombats and kiwis", "Kiwis"),
    issued: fc.constantFrom("2021-06-15", "2021-06", "2020", "2019-01-01", "2020/.."),
    issuedBounds: fc.constantFrom("2021-06-01/2021-06-20", "../2020-05-05"),
    topics: fc.constantFrom<string[][]>(["hiv"], ["prisons"], ["hiv", "prisons"]),
    when: fc.constantFrom({ start: "2021-06-15" }, { start: "2021-05", end: "2021-07-01" }),
  },
  { requiredKeys: ["title"] },
)
const query: fc.Arbitrary<ItemQuery> = fc
  .record({
    sort: fc.constantFrom(...sorts),
    filter: fc.constantFrom<ItemQuery>(
      {},
      { topic: ["hiv"] },
      { topic: ["hiv", "prisons"] },
      { "not.topic": ["prisons"] },
      { issued: "2020-03..2021-06-10" },
      { when: "2021-06" },
      { missing: ["issued"] },
    ),
    words: fc.constantFrom<ItemQuery>({}, {}, { q: "wombats" }),
  })
  .map(({ sort, filter, words }) => ({ sort, ...filter, ...words, ...(sort === "relevance" && { q: "wombats" }) }))

const somethingHappens = fc.commands(
  [
    fc.tuple(query, limit).map((asked) => commands.begin(...asked)),
    fc.tuple(fc.nat(10), limit).map((asked) => commands.turn(...asked)),
    fc.tuple(fc.nat(10), limit).map((asked) => commands.turn(...asked)),
    fc.tuple(number, said, fc.constantFrom("major" as const, "minor" as const)).map((asked) => commands.put(...asked)),
    number.map((asked) => commands.withdraw(asked)),
  ],
  { size: "+1" },
)

describe.each(databases)(
  "paging on $name while items are written, re-dated, withdrawn and brought back",
  ({ make }) => {
    const used = useStore(make)

    test("skips and repeats nothing that stands still, in any order", async () => {
      const first = fc.uniqueArray(fc.tuple(number, said), { selector: ([n]) => n, minLength: 8, maxLength: 20 })
      await fc.assert(
        fc.asyncProperty(first, somethingHappens, async (items, happening) => {
          const model: Model = { listed: new Map(), readers: [], minutes: 0 }
          await empty(used.store)
          for (const [n, fields] of items) await commands.put(n, fields, "major").run(model, used.store)
          await fc.asyncModelRun(() => ({ model, real: used.store }), happening)
          for (const reader of model.readers)
            while (reader.next !== undefined) await turn(reader, used.store, 3, reader.next)
        }),
        { numRuns: 25 },
      )
    }, 120_000)
  },
)

async function empty(store: Store): Promise<void> {
  const { items } = await store.find({ limit: 100 })
  await store.putAll(items, { ...change, action: "withdraw" })
}
