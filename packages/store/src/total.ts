import { sql } from "kysely"
import type { Plan } from "./plan.js"
import { countPositions } from "./positions.js"
import type { Db } from "./schema.js"

/** How many items there are: exactly, or, with `totalIsAtLeast`, at least so many. */
export type Total = { total: number; totalIsAtLeast?: true }

/**
 * Counts the items of a plan. Exactly where an index counts them alone, which is all items and the hits of most filters by
 * themselves, and wherever there are no more than 10,000; beyond that they are not looked at one by one.
 */
export async function totalOf(db: Db, plan: Plan): Promise<Total> {
  const { filters } = plan
  const [only, ...others] = filters
  if (!only) return { total: await countRows(db, sql`items where listed = 1`) }
  if (others.length === 0 && only.hits?.isExact)
    return { total: await countRows(db, sql`${only.hits.subquery} as hits`) }
  // Words and days are the dearest to try on other filters' hits.
  const dearest = filters.find(({ hits, terms, range }) => hits && !terms && !range)
  const total = await countPositions(db, dearest ? { ...plan, how: "few", first: dearest } : plan, most + 1)
  return total > most ? { total: most, totalIsAtLeast: true } : { total }
}

const most = 10_000

async function countRows(db: Db, rows: ReturnType<typeof sql>): Promise<number> {
  const answer = await sql<{ count: number | string }>`select count(*) as count from ${rows}`.execute(db)
  return Number(answer.rows[0]?.count ?? 0)
}
