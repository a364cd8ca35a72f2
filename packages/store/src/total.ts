import { type RawBuilder, sql } from "kysely"
import type { Plan } from "./plan.js"
import { countPositions } from "./positions.js"
import type { Db } from "./schema.js"

/** How many items there are: exactly, or, with `totalIsAtLeast`, at least so many. */
export type Total = { total: number; totalIsAtLeast?: true }

/**
 * Counts the items of a plan: exactly where they are no more than 10,000, or 100,000 where an index counts the hits of one
 * filter alone, and all where there is none. Beyond that they are not looked at, so that no answer waits long for its total.
 */
export async function totalOf(db: Db, plan: Plan): Promise<Total> {
  const { filters } = plan
  const [only, ...others] = filters
  if (!only) return { total: await countRows(db, sql`items where listed = 1`) }
  if (others.length === 0 && only.hits?.isExact) {
    const limit = only.parameter === "q" ? most : mostOfOne
    const counted = sql`(select 1 as one from ${only.hits.subquery} as hits limit ${limit + 1}) as counted`
    return atLeast(await countRows(db, counted), limit)
  }
  // Words and days are the dearest to try on other filters' hits.
  const dearest = filters.find(({ hits, terms, range }) => hits && !terms && !range)
  return atLeast(await countPositions(db, dearest ? { ...plan, how: "few", first: dearest } : plan, most + 1), most)
}

const most = 10_000
const mostOfOne = 100_000

const atLeast = (total: number, most: number): Total =>
  total > most ? { total: most, totalIsAtLeast: true } : { total }

async function countRows(db: Db, rows: RawBuilder<unknown>): Promise<number> {
  const answer = await sql<{ count: number | string }>`select count(*) as count from ${rows}`.execute(db)
  return Number(answer.rows[0]?.count ?? 0)
}
