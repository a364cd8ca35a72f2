import { formatQuery, type Item, type ItemQuery, type Page } from "@pg/domain"
import { sql } from "kysely"
import { readCursor, writeCursor } from "./cursor.js"
import type { Engine } from "./engine.js"
import { type Filter, filtersOf, issuedCondition } from "./filters.js"
import { inChunks } from "./in-chunks.js"
import { lastSeq } from "./log.js"
import { type Plan, planOf, readPositions } from "./plan.js"
import type { Remembered } from "./remembered.js"
import { fromRow, type StoredItem } from "./row.js"
import type { Db } from "./schema.js"
import { highlightsOf } from "./search/highlight.js"

const usualLimit = 20
const nothing = (): Page => ({ items: [], total: 0 })

/** One page of the listed items that a question asks for. */
export async function find(db: Db, engine: Engine, query: ItemQuery, remembered: Remembered): Promise<Page> {
  const after = readCursor(query)
  const filters = filtersOf(engine, query)
  if (!filters) return nothing()
  const seq = await lastSeq(db)
  const conditions = query.issued === undefined ? [] : [issuedCondition(query.issued)]
  const plan = await planOf(db, query.sort ?? "-issued", filters, conditions, (name, count) =>
    remembered(seq, name, count),
  )
  if (!plan) return nothing()
  const limit = query.limit ?? usualLimit
  const [positions, total] = await Promise.all([
    readPositions(db, plan, after, limit + 1),
    remembered(seq, filtersName(query), () => countItems(db, plan)),
  ])
  const last = positions.length > limit ? positions[limit - 1] : undefined
  const items = await readItems(
    db,
    positions.slice(0, limit).map(({ id }) => id),
  )
  return {
    items,
    total,
    ...(last && { next: writeCursor(query, last) }),
    ...(query.q !== undefined && { highlights: highlightsOf(items, query.q) }),
  }
}

/** The listed items of some ids, in no order. */
export async function getAll(db: Db, ids: readonly string[]): Promise<Item[]> {
  const items: Item[] = []
  for (const chunk of inChunks(ids)) {
    const rows = await stored(db).where("items.id", "in", chunk).where("listed", "=", 1).execute()
    items.push(...rows.map(fromRow))
  }
  return items
}

/** The items, each with its text from the log and what the store adds to it. */
export const stored = (db: Db) =>
  db
    .selectFrom("items")
    .innerJoin("revisions", "revisions.seq", "items.seq")
    .select(["items.revision", "items.first_published_at", "items.updated_at", "revisions.item"])

/** Items in the order of their ids as given. */
async function readItems(db: Db, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return []
  const rows = await stored(db).select("items.id").where("items.id", "in", ids).execute()
  const rowsById = new Map<string, StoredItem>(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rowsById.get(id)
    return row ? [fromRow(row)] : []
  })
}

/** What a total depends on: the filters alone. */
function filtersName({ cursor: _, limit: _limit, sort: _sort, ...filters }: ItemQuery): string {
  return `total ${formatQuery(filters)}`
}

async function countItems(db: Db, { first, filters, conditions }: Plan): Promise<number> {
  const dearest = filters.find(({ terms }) => !terms)
  const single = filters.length === 1 && conditions.length === 0 ? filters[0] : undefined
  const { rows } = await (single
    ? countHits(single)
    : countMeeting(dearest ?? first ?? filters.at(-1), filters, conditions)
  ).execute(db)
  return Number(rows[0]?.count ?? 0)
}

const countHits = ({ hits }: Filter) => sql<{ count: number | string }>`
  select count(*) as count from (select distinct * from ${hits} as hits) as items`

/** Begins with the hits of one filter: of words or days where they are asked, because those are the dearest to probe. */
const countMeeting = (first: Filter | undefined, filters: readonly Filter[], conditions: Plan["conditions"]) =>
  sql<{ count: number | string }>`
  select count(*) as count from items as i where ${sql.join(
    [
      first ? sql`${sql.ref(first.column)} in ${first.hits}` : sql`i.listed = 1`,
      ...filters.filter((filter) => filter !== first).map(({ probe }) => probe),
      ...conditions,
    ],
    sql` and `,
  )}`
