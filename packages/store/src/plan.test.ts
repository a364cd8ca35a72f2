import type { ItemQuery } from "@pg/domain"
import { type CompiledQuery, Kysely } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"
import { engineOf } from "./dialect.js"
import { openFacets } from "./facets.js"
import { find } from "./items.js"
import { remember } from "./remembered.js"
import type { Database } from "./schema.js"

describe("an archive grows without its pages becoming slower, because on SQLite", () => {
  const used = useStore((databases[0] as (typeof databases)[number]).make)

  beforeAll(async () => {
    const items = Array.from({ length: 2100 }, (_, n) =>
      news(n, { topics: ["hiv", n % 100 === 0 ? "rare" : "prisons"], issued: `${2020 + (n % 4)}`, body: "wombat" }),
    )
    await used.store.putAll(items, change)
  })

  /** How SQLite reads the page of a question, without what is remembered: counts, and the values of some fields. */
  async function explain(query: ItemQuery): Promise<string[]> {
    const asked: CompiledQuery[] = []
    const engine = await engineOf(used.url, 1000)
    const log = ({ query: compiled }: { query: CompiledQuery }) => asked.push(compiled)
    const db = new Kysely<Database>({ dialect: engine.dialects.read, log: (event) => void log(event) })
    const seq = () => used.store.seq()
    await find({ db, engine, signer: used.store, seq, remembered: remember(), facets: openFacets(db) }, query)
    const pages = asked.filter(({ sql }) => !/count\(\*\)|with recursive/.test(sql))
    const plans = await Promise.all(
      pages.map(({ sql, parameters, query: node, queryId }) =>
        db.executeQuery<{ detail: string }>({ sql: `explain query plan ${sql}`, parameters, query: node, queryId }),
      ),
    )
    await db.destroy()
    return plans.flatMap(({ rows }) => rows.map(({ detail }) => detail))
  }

  test.each<[string, ItemQuery]>([
    ["the list of everything", {}],
    ["the list of a kind", { kind: ["news"] }],
    ["the list of a topic", { topic: ["hiv"] }],
    ["the list of a rare topic", { topic: ["rare"] }],
    ["the list of any of two topics", { topic: ["hiv", "prisons"] }],
    ["the list of a kind in a language on a topic", { kind: ["news"], locale: ["en"], topic: ["hiv"] }],
    ["the list of what is not on a topic", { "not.topic": ["rare"] }],
    ["the list of a kind that is not on a topic", { kind: ["news"], "not.topic": ["rare"] }],
    ["the list of other kinds", { "not.kind": ["event"] }],
    ["the list of other languages", { "not.locale": ["fr"] }],
    ["the list of what has no image", { missing: ["image"] }],
    ["the list of a year", { issued: "2021" }],
    ["the list up to a month", { issued: "..2021-06" }],
    ["the list of a topic from a day on", { topic: ["hiv"], issued: "2021-06-15.." }],
    ["the list of the last changes", { sort: "-updated" }],
    ["the last changes of a month", { sort: "-updated", updated: "2024-05" }],
    ["the list of what changed in a month", { updated: "2024-05" }],
    ["the list of what took place last", { sort: "-when" }],
    ["the oldest first", { sort: "issued" }],
  ])("%s is read from an index in its order", async (_, query) => {
    const plan = await explain(query)
    expect(plan).not.toHaveLength(0)
    for (const step of plan) expect(step, plan.join("\n")).not.toMatch(/TEMP B-TREE|^SCAN/)
  })

  test("the next page begins where the one before ended, and reads nothing that stands before", async () => {
    const queries: ItemQuery[] = [{}, { topic: ["hiv"] }, { issued: "..2022-06" }, { sort: "-when" }]
    for (const query of queries) {
      const { next = "" } = await used.store.find({ ...query, limit: 10 })
      const plan = await explain({ ...query, cursor: next })
      const lists = plan.filter((step) => /^SEARCH (i|terms) /.test(step))
      expect(lists).not.toHaveLength(0)
      for (const list of lists) expect(list).toMatch(/_key,(item_)?id\)<\(\?,\?\)/)
    }
  })

  test("what has a few hits is sorted from these in another order, however large the rest", async () => {
    const plan = (await explain({ topic: ["rare"], sort: "-updated" })).join("\n")
    expect(plan).toMatch(/SEARCH i USING INDEX \S+ \(id=\?\)/)
    expect(plan).toMatch(/SEARCH terms USING PRIMARY KEY \(field=\? AND value=\?\)/)
  })
})
