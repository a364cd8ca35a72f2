import { type Item, type ItemQuery, parseItem } from "@pg/domain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, useStore } from "../test/items.js"
import { matcherOf } from "./matches.js"

const some = <T>(...values: T[]) => fc.subarray(values, { maxLength: Math.min(2, values.length) })

const topic = ["hiv", "prisons", "prevention"]
const country = ["FR", "DE", "MT"]
const body = ["Pompidou Group", "Committee of Ministers"]
const dates = ["2021", "2021-06", "2021-06-15", "2020-12-31/2021-01-02", "2019/2022"]
const words = ["drug policy", "Les drogues en prison", "Policy on drugs: opioid agonist treatment", "policies"]

const said = fc.record(
  {
    kind: fc.constantFrom("news", "event"),
    type: fc.constantFrom("decision", "training"),
    locale: fc.constantFrom("en", "fr"),
    title: fc.constantFrom(...words),
    summary: fc.constantFrom(...words),
    issued: fc.constantFrom(...dates),
    issuedBounds: fc.constantFrom("2021-01-01/2021-06-30", "../2021-06-15"),
    when: fc.constantFrom({ start: "2021-06-15" }, { start: "2021-01", end: "2021-06-20" }, { start: "XXXX-06-15" }),
    topics: some(...topic),
    countries: some(...country),
    bodies: some(...body),
    people: some("Ada Wong", "José Núñez"),
    series: fc.constantFrom({ id: "annual", ordinal: 3 }, { id: "airports" }),
  },
  { requiredKeys: ["kind", "locale", "title"] },
)

const filters = {
  kind: some("news" as const, "event" as const),
  type: some("decision", "training"),
  topic: some(...topic),
  country: some(...country),
  body: some("pompidou-group", "committee-of-ministers"),
  locale: some("en", "fr"),
  person: some("ada-wong", "jose-nunez"),
  series: some("annual", "airports"),
  "not.kind": some("news" as const, "event" as const),
  "not.topic": some(...topic),
  "not.country": some(...country),
  "not.person": some("ada-wong"),
  "not.series": some("annual"),
  "not.locale": some("en", "fr"),
  updated: fc.constantFrom("2024-05", "2024-05-02", "..2024-04", "2024-05-01..2024-05-01"),
  missing: some("issued" as const, "when" as const, "topics" as const, "summary" as const),
  issued: fc.constantFrom("2021", "2021-06", "2021-06-15..2021-06-30", "..2020", "2022.."),
  when: fc.constantFrom("2021-06", "2021-06-21..", "..2021-01-15", "upcoming", "past"),
  q: fc.constantFrom(
    "drug",
    "policy drug",
    "drogue prison",
    '"drug policy"',
    "policies -drug",
    "-prison",
    "title:policy",
    "wombat",
    "OAT",
  ),
}
const names = Object.keys(filters) as (keyof typeof filters)[]

const queries: fc.Arbitrary<ItemQuery> = fc
  .tuple(fc.subarray(names, { maxLength: 3 }), fc.record(filters))
  .map(([asked, query]) =>
    Object.fromEntries(asked.flatMap((name) => (query[name].length ? [[name, query[name]]] : []))),
  )

describe.each(databases)("asking of one item instead of the database, on $name", ({ make }) => {
  const used = useStore(make)
  const found = async (query: ItemQuery) =>
    (await used.store.find({ ...query, limit: 100 }, { today: "2021-06-15" })).items.map(({ id }) => id).toSorted()

  test("a question asks for the same items, in the archive and of what was taken away from it", async () => {
    const items = fc.sample(said, { numRuns: 90, seed: 7 }).map((fields, index) => {
      const id = idOf(index + 1)
      return parseItem({ id, slug: `item-${index + 1}`, ...fields })
    })
    const first = await used.store.putAll(items.slice(0, 60), change)
    const later = await used.store.putAll(items.slice(60), { ...change, at: "2024-05-02T00:30:00+02:00" })
    const stored = [...first, ...later].map(({ item }) => item)
    const questions = fc.sample(queries, { numRuns: 120, seed: 11 })
    const expected = new Map<ItemQuery, string[]>()
    for (const query of questions) {
      const matches = matcherOf(query, "2021-06-15")
      expected.set(query, await found(query))
      expect(stored.filter(matches).map(idOfItem).toSorted(), JSON.stringify(query)).toEqual(expected.get(query))
      const changes = await used.store.noted(query, 1000, { today: "2021-06-15" })
      const changed = changes.flatMap((entry) => (entry.type === "put" ? [entry.item.id] : []))
      expect(changed.toSorted(), JSON.stringify(query)).toEqual(expected.get(query))
    }
    expect([...expected.values()].filter((ids) => ids.length > 0).length).toBeGreaterThan(50)

    await used.store.putAll(items, { ...change, action: "withdraw" })
    for (const [query, ids] of expected) {
      const tombstones = await used.store.tombstones(query, 100, { today: "2021-06-15" })
      expect(tombstones.map(({ id }) => id).toSorted(), JSON.stringify(query)).toEqual(ids)
    }
  }, 60_000)

  test("tombstones are the newest first, no more than asked for, and none of what came back", async () => {
    const ids = (await used.store.tombstones({}, 100)).map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 90 }, (_, index) => idOf(90 - index)))
    const [first, second] = await used.store.tombstones({}, 2)
    expect([first?.id, second?.id]).toEqual([idOf(90), idOf(89)])
    const item = (await used.store.harvestOne(idOf(89)))?.item as Item
    await used.store.put(item, { ...change, action: "publish" })
    expect((await used.store.tombstones({}, 1)).map(({ id }) => id)).toEqual([idOf(90)])
    expect((await used.store.tombstones({}, 100)).map(({ id }) => id)).not.toContain(idOf(89))
  })
})

const idOfItem = ({ id }: Item) => id
