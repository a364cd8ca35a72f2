import type { ItemQuery } from "@pg/domain"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Position } from "./cursor.js"
import type { Filter, Terms } from "./filters.js"
import type { Db } from "./schema.js"

/**
 * How a page is read, so that it costs the same in a small and in a large archive. `few`: a filter has few hits; they are
 * all looked at and sorted. `terms`: all filters have many; the hits of one, which stand in the order of the list, are read
 * from where the page begins until it is full, and the others tried on each. `walk`: the same with all items.
 * No statistics of the database are asked: whether a filter's hits are few is counted.
 */
export type Plan = {
  how: "few" | "terms" | "walk"
  /** The filter whose hits are read first. */
  first: Filter | undefined
  filters: readonly Filter[]
  conditions: readonly RawBuilder<SqlBool>[]
  column: "issued_key" | "when_key" | "updated_key"
  direction: "asc" | "desc"
}

type Counted = (name: string, count: () => Promise<number>) => Promise<number>

/** Chooses how to read the pages of a question; `undefined` where a filter has no hit at all. */
export async function planOf(
  db: Db,
  sort: NonNullable<ItemQuery["sort"]>,
  filters: readonly Filter[],
  conditions: Plan["conditions"],
  counted: Counted,
): Promise<Plan | undefined> {
  const counts = await Promise.all(filters.map((filter) => counted(`few ${filter.name}`, () => countFew(db, filter))))
  if (counts.includes(0)) return undefined
  const few = filters.filter((filter, index) => (counts[index] ?? 0) < filter.few)
  const rarest = few.toSorted((a, b) => (counts[filters.indexOf(a)] ?? 0) - (counts[filters.indexOf(b)] ?? 0))[0]
  // Until words are weighed, relevance is the newest first.
  const order = sort === "relevance" ? "-issued" : sort
  const inOrder = order.endsWith("issued") ? filters.findLast(({ terms }) => terms) : undefined
  const how = rarest ? "few" : inOrder ? "terms" : "walk"
  return {
    how,
    first: { few: rarest, terms: inOrder, walk: undefined }[how],
    filters,
    conditions,
    column: `${order.replace("-", "") as "issued" | "when" | "updated"}_key`,
    direction: order.startsWith("-") ? "desc" : "asc",
  }
}

/** The positions of the items after `after`, at most `limit`, in the plan's order. */
export async function readPositions(
  db: Db,
  plan: Plan,
  after: Position | undefined,
  limit: number,
): Promise<Position[]> {
  const positions: Position[] = []
  for (const leg of legsOf(plan.direction, after)) {
    if (positions.length >= limit) break
    positions.push(...(await readLeg(db, plan, leg, limit - positions.length)))
  }
  return positions
}

/** A part of the order in which plain comparison of keys holds. */
type Leg = { dated: "all" | "dated" | "undated"; after: Position | undefined }

/** Undated items, whose key is "", come last of themselves in descending order, and in a leg of their own in ascending. */
function legsOf(direction: Plan["direction"], after: Position | undefined): Leg[] {
  if (direction === "desc") return [{ dated: "all", after }]
  if (after?.key === "") return [{ dated: "undated", after }]
  return [
    { dated: "dated", after },
    { dated: "undated", after: undefined },
  ]
}

async function readLeg(db: Db, plan: Plan, leg: Leg, limit: number): Promise<Position[]> {
  if (plan.how !== "terms" || !plan.first?.terms) return readOne(db, plan, leg, limit, undefined)
  const { field, values } = plan.first.terms
  const perValue = await Promise.all(values.map((value) => readOne(db, plan, leg, limit, { field, values: [value] })))
  return perValue.length === 1 ? (perValue[0] ?? []) : merge(perValue.flat(), plan.direction).slice(0, limit)
}

async function readOne(db: Db, plan: Plan, leg: Leg, limit: number, terms: Terms | undefined): Promise<Position[]> {
  const { how, first, filters, conditions, column } = plan
  // The empty text keeps the database from walking the order of all items where the few hits are to be sorted.
  const key = terms
    ? sql.ref<string>("t.issued_key")
    : how === "few"
      ? sql<string>`(${sql.ref(`i.${column}`)} || '')`
      : sql.ref<string>(`i.${column}`)
  const id = sql.ref<string>(terms ? "t.item_id" : "i.id")
  const direction = sql.raw(plan.direction)
  const others = filters.filter((filter) => filter !== first).map(({ probe }) => probe)
  const { rows } = await sql<Position>`
    select ${key} as key, ${id} as id
    from ${terms ? sql`terms as t inner join items as i on i.id = t.item_id` : sql`items as i`}
    where ${sql.join([beginning(plan, terms), ...legConditions(leg, plan, key, id), ...others, ...conditions], sql` and `)}
    order by ${key} ${direction}, ${id} ${direction} limit ${limit}`.execute(db)
  return rows
}

function beginning({ how, first }: Plan, terms: Terms | undefined): RawBuilder<SqlBool> {
  if (terms) return sql`t.field = ${terms.field} and t.value = ${terms.values[0]}`
  if (how === "few" && first) return sql`${sql.ref(first.column)} in ${first.hits}`
  return sql`i.listed = 1`
}

function legConditions({ dated, after }: Leg, { direction }: Plan, key: RawBuilder<string>, id: RawBuilder<string>) {
  const beyond = sql.raw(direction === "desc" ? "<" : ">")
  const conditions: RawBuilder<SqlBool>[] = []
  if (dated === "undated") conditions.push(sql`${key} = ''`, ...(after ? [sql<SqlBool>`${id} > ${after.id}`] : []))
  else if (after) conditions.push(sql`(${key}, ${id}) ${beyond} (${after.key}, ${after.id})`)
  else if (dated === "dated") conditions.push(sql`${key} > ''`)
  return conditions
}

/** The positions of several reads as one, each once. */
function merge(positions: readonly Position[], direction: Plan["direction"]): Position[] {
  const sign = direction === "asc" ? 1 : -1
  const unique = [...new Map(positions.map((position) => [position.id, position])).values()]
  return unique.toSorted((a, b) => sign * (compare(a.key, b.key) || compare(a.id, b.id)))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

async function countFew(db: Db, { hits, few }: Filter): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (select 1 as one from ${hits} as hits limit ${few}) as few`.execute(db)
  return Number(rows[0]?.count ?? 0)
}
