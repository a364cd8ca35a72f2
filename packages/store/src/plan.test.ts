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
import { signerOf } from "./sign.js"

describe("an archive grows without its pages becoming slower, because on SQLite", () => {
  const used = useStore((databases[0] as (typeof databases)[number]).make)

  beforeAll(async () => {
    const items = Array.from({ length: 1500 }, (_, n) =>
      news(n, { topics: ["hiv", n % 100 === 0 ? "rare" : "prisons"], issued: `${2020 + (n % 4)}`, body: "wombat" }),
    )
    await used.store.putAll(items, change)
  })

  /** How SQLite reads the page of a question, without the counts. */
  async function explain(query: ItemQuery): Promise<string[]> {
    const asked: CompiledQuery[] = []
    const engine = await engineOf(used.url, 1000)
    const log = ({ query: compiled }: { query: CompiledQuery }) => asked.push(compiled)
    const db = new Kysely<Database>({ dialect: engine.dialects.read, log: (event) => void log(event) })
    const signer = signerOf(Buffer.alloc(32))
    await find({ db, engine, signer, remembered: remember(), facets: openFacets(db) }, query)
    const pages = asked.filter(({ sql }) => !sql.includes("count(*)"))
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
    ["the list of any of two topics", { topic: ["hiv", "prisons"] }],
    ["the list of a kind in a language on a topic", { kind: ["news"], locale: ["en"], topic: ["hiv"] }],
    ["the list of the last changes", { sort: "-updated" }],
    ["the list of what took place last", { sort: "-when" }],
    ["the oldest first", { sort: "issued" }],
  ])("%s is read from an index in its order", async (_, query) => {
    const plan = await explain(query)
    expect(plan).not.toHaveLength(0)
    for (const step of plan) {
      expect(step, plan.join("\n")).not.toMatch(/TEMP B-TREE/)
      if (step.startsWith("SCAN")) expect(step).toBe("SCAN revisions") // the log's last line: its highest key
    }
  })

  test("what has a few hits is sorted from these in another order, however large the rest", async () => {
    const plan = (await explain({ topic: ["rare"], sort: "-updated" })).join("\n")
    expect(plan).toMatch(/SEARCH i USING INDEX \S+ \(id=\?\)/)
    expect(plan).toMatch(/SEARCH terms USING PRIMARY KEY \(field=\? AND value=\?\)/)
  })
})
