import { type Item, type ItemQuery } from "@pg/domain"
import fc from "fast-check"
import { Kysely } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { putOnSeveralDays, questions, someItems, sortsByDate, today } from "../test/archive.js"
import { databases } from "../test/databases.js"
import { useStore } from "../test/items.js"
import { plainAnswer } from "../test/plain-answer.js"
import { engineOf } from "./dialect.js"
import type { Filter } from "./filter.js"
import { filtersOf } from "./filters.js"
import { type Plan, planOf } from "./plan.js"
import { countPositions, readPositions } from "./positions.js"
import type { Recalled } from "./remembered.js"
import type { Database, Db } from "./schema.js"

describe.each(databases)("an answer on $name", ({ make }) => {
  const used = useStore(make)
  let items: Item[] = []
  let engine: Awaited<ReturnType<typeof engineOf>>
  let db: Db
  beforeAll(async () => {
    items = await putOnSeveralDays(used.store, someItems(250))
    engine = await engineOf(used.url, 1000)
    db = new Kysely<Database>({ dialect: engine.dialects.read })
  }, 60_000)
  afterAll(() => db?.destroy())

  const recalled: Recalled = (_, find) => find()
  const asked = fc.tuple(questions(3), fc.constantFrom(...sortsByDate)).map(([query, sort]) => ({ ...query, sort }))

  /** All plans that there could be, whatever the numbers of hits: beginning with each filter, and with none. */
  const plansOf = (plan: Plan, filters: readonly Filter[]): Plan[] => [
    { ...plan, how: "walk", first: undefined },
    ...filters.filter(({ hits }) => hits).map((first): Plan => ({ ...plan, how: "few", first })),
    ...filters
      .filter(({ terms, hits }) => terms && hits && plan.column === "issued_key")
      .map((first): Plan => ({ ...plan, how: "terms", first })),
  ]

  test("is the same by whichever filter its reading begins, page by page, and as many as are counted", async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 10, max: 100 }), async (query: ItemQuery, limit) => {
        const expected = plainAnswer(items, query).map(({ id }) => id)
        const filters = (await filtersOf({ db, engine, recalled, today }, query)) ?? []
        const plan = await planOf(db, query.sort ?? "-issued", filters, recalled)
        if (!plan) expect(expected).toEqual([])
        for (const other of plan ? plansOf(plan, filters) : []) {
          const said = `${other.how} ${other.first?.name} ${JSON.stringify(query)}`
          expect(await pageThrough(other, limit), said).toEqual(expected)
          expect(await countPositions(db, other, 1000), said).toBe(expected.length)
          expect(await countPositions(db, other, 5), said).toBe(Math.min(5, expected.length))
        }
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  async function pageThrough(plan: Plan, limit: number): Promise<string[]> {
    const ids: string[] = []
    for (let after; ; ) {
      const positions = await readPositions(db, plan, after, limit)
      ids.push(...positions.map(({ id }) => id))
      after = positions.at(-1)
      if (positions.length < limit) return ids
    }
  }
})
