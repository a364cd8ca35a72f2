import type { ItemQuery } from "@pg/domain"
import { sql } from "kysely"
import type { Filter, Hits, KeyColumn } from "./filter.js"
import type { Recalled } from "./remembered.js"
import type { Db } from "./schema.js"

/**
 * How a page is read, so that it costs the same in a small and in a large archive. `few`: a filter has few hits; they are
 * all looked at and sorted. `terms`: the hits of one filter, which stand in the order of the list, are read from where the
 * page begins until it is full, and the others tried on each. `walk`: the same with all items, or those of a range of
 * dates. No statistics of the database are asked: whether a filter's hits are few is counted.
 */
export type Plan = {
  how: "few" | "terms" | "walk"
  /** The filter whose hits are read first, and more than the few that it has, also when some come meanwhile. */
  first: Filter | undefined
  most?: number
  filters: readonly Filter[]
  column: KeyColumn
  direction: "asc" | "desc"
}

/** Chooses how to read the pages of a question; `undefined` where a filter has no hit at all. */
export async function planOf(
  db: Db,
  sort: NonNullable<ItemQuery["sort"]>,
  filters: readonly Filter[],
  recalled: Recalled,
): Promise<Plan | undefined> {
  const counted = await Promise.all(
    filters.flatMap((filter) => {
      const { name, hits } = filter
      return hits ? [recalled(`few ${name}`, () => countFew(db, hits)).then((count) => ({ filter, count }))] : []
    }),
  )
  if (counted.some(({ count }) => count === 0)) return undefined
  const byCount = counted.toSorted((a, b) => a.count - b.count)
  // Until words are weighed, relevance is the newest first.
  const order = sort === "relevance" ? "-issued" : sort
  const column: KeyColumn = `${order.replace("-", "") as "issued" | "when" | "updated"}_key`
  return {
    ...choose(byCount, column),
    filters,
    column,
    direction: order.startsWith("-") ? "desc" : "asc",
  }
}

/** A filter and how many hits it has, no more than `mostCounted`. */
type Counted = { filter: Filter; count: number }

const mostCounted = 20_000
/** Each value is read by itself. */
const mostValues = 8

function choose(byCount: readonly Counted[], column: KeyColumn): Pick<Plan, "how" | "first" | "most"> {
  const few = byCount.find(({ filter, count }) => count < (filter.hits?.few ?? 0) && filter.range?.column !== column)
  const inOrder = byCount.find(
    ({ filter: { terms } }) => column === "issued_key" && terms && terms.values.length <= mostValues,
  )
  if (inOrder && (!few || inOrder.count <= few.count)) return { how: "terms", first: inOrder.filter }
  return few ? { how: "few", first: few.filter, most: 2 * few.count + 1000 } : { how: "walk", first: undefined }
}

async function countFew(db: Db, { subquery }: Hits): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (select 1 as one from ${subquery} as hits limit ${mostCounted}) as few`.execute(db)
  return Number(rows[0]?.count ?? 0)
}
