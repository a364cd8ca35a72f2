import { type CompiledQuery, type RawBuilder, type SqlBool, sql } from "kysely"
import { rowsOf } from "./at-once.js"
import type { Position } from "./cursor.js"
import type { Hits, Terms } from "./filter.js"
import { type Leg, legConditions, legsOf } from "./legs.js"
import type { Plan } from "./plan.js"
import type { Db } from "./schema.js"

/** The positions of the items after `after`, at most `limit`, in the plan's order. */
export async function readPositions(
  db: Db,
  plan: Plan,
  after: Position | undefined,
  limit: number,
): Promise<Position[]> {
  const positions: Position[] = []
  for (const leg of legsOf(plan, after)) {
    if (positions.length >= limit) break
    positions.push(...(await readLeg(db, plan, leg, limit - positions.length)))
  }
  return positions
}

/** What can be read of an item with its position: the text that lists show, or which revision of it there is. */
export type Shown = {
  text: Position & { locale: string; hash: string; json: string }
  head: Position & { locale: string; revision: number; updated_at: string | null }
}

/** As columns of the table `texts`, beside a position. */
export const shownColumns: Record<keyof Shown, RawBuilder<unknown>> = {
  text: sql`, texts.locale, texts.hash, texts.list as json`,
  head: sql`, texts.locale, texts.revision, texts.updated_at`,
}

/**
 * A page with what is shown of each item. `page` gives positions in some order, and with each the item's number; the order is
 * said again since nothing else says that it stays, and costs nothing.
 */
export const withShown = (page: RawBuilder<unknown>, what: keyof Shown, direction: RawBuilder<unknown>) =>
  sql<Position>`
    select page.key, page.id ${shownColumns[what]} from (${page}) as page cross join texts
    where texts.number = page.number order by page.key ${direction}, page.id ${direction}`

/**
 * The first page of a plan with what it shows, read at once; `undefined` for one from so many lists that far more would be
 * read than is shown. The SQL for it is kept with the plan, for any limit, since to put it together takes longer than the page.
 */
export async function readFirstPage<What extends keyof Shown>(
  db: Db,
  plan: Plan,
  limit: number,
  what: What,
): Promise<Shown[What][] | undefined> {
  const page: Shown[What][] = []
  for (const [index, leg] of legsOf(plan, undefined).entries()) {
    const wanted = limit - page.length
    if (wanted <= 0) break
    const name = `${what} ${index}`
    const queries = firstPages.get(plan)?.get(name) ?? queriesFor(db, plan, leg, wanted, what)
    if (queries.length > mostLists) return undefined
    firstPages.set(plan, (firstPages.get(plan) ?? new Map<string, CompiledQuery[]>()).set(name, queries))
    const lists = await Promise.all(
      queries.map((query) => rowsOf(db, query as CompiledQuery<Shown[What]>, limitedTo(wanted, query))),
    )
    page.push(...(lists.length === 1 ? (lists[0] ?? []) : merge(lists.flat(), plan.direction)))
  }
  return page.slice(0, limit)
}

/** The limit is a query's last parameter. */
const limitedTo = (limit: number, { parameters }: CompiledQuery): unknown[] => [...parameters.slice(0, -1), limit]

const firstPages = new WeakMap<Plan, Map<string, CompiledQuery[]>>()
const mostLists = 3

function queriesFor(db: Db, plan: Plan, leg: Leg, limit: number, what: keyof Shown): CompiledQuery[] {
  const lists = listsOf(plan, leg)
  const each = lists ? lists.values.map((value) => ({ field: lists.field, values: [value] })) : [undefined]
  return each.map((list) => pageOf(plan, leg, limit, list, what).compile(db))
}

/** How many items there are in all, counted up to `most`. */
export async function countPositions(db: Db, plan: Plan, most: number): Promise<number> {
  if (plan.how === "few" && plan.first?.hits) return countAmong(db, plan, plan.first.hits, most)
  let count = 0
  for (const leg of legsOf(plan, undefined)) if (count < most) count += await countLeg(db, plan, leg, most - count)
  return count
}

async function readLeg(db: Db, plan: Plan, leg: Leg, limit: number): Promise<Position[]> {
  const lists = listsOf(plan, leg)
  if (!lists) return readOne(db, plan, leg, limit, undefined)
  const { field, values } = lists
  const perValue = await Promise.all(values.map((value) => readOne(db, plan, leg, limit, { field, values: [value] })))
  return perValue.length === 1 ? (perValue[0] ?? []) : merge(perValue.flat(), plan.direction).slice(0, limit)
}

const readOne = async (db: Db, plan: Plan, leg: Leg, limit: number, list: Terms | undefined): Promise<Position[]> =>
  (await pageOf(plan, leg, limit, list).execute(db)).rows

function pageOf(plan: Plan, leg: Leg, limit: number, list: Terms | undefined, what?: keyof Shown) {
  const direction = sql.raw(plan.direction)
  const { source, key, id, conditions } = among(plan, leg, list)
  const page = sql<Position>`
    select ${key} as key, ${id} as id ${what ? sql`, i.number` : sql``} from ${source}
    where ${sql.join(conditions, sql` and `)} order by ${key} ${direction}, ${id} ${direction} limit ${limit}`
  return what ? withShown(page, what, direction) : page
}

async function countLeg(db: Db, plan: Plan, leg: Leg, most: number): Promise<number> {
  const list = listsOf(plan, leg)
  const { source, id, conditions } = among(plan, leg, list)
  // An item may stand in the lists of several values.
  const distinct = list && list.values.length > 1 ? sql`distinct` : sql``
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (
      select ${distinct} ${id} as id from ${source} where ${sql.join(conditions, sql` and `)} limit ${most}
    ) as items`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** Begins with the hits one by one, so that no more of them are found than are counted. */
async function countAmong(db: Db, plan: Plan, { column, subquery }: Hits, most: number): Promise<number> {
  const probes = othersOf(plan).map(({ probe }) => probe)
  const { rows } = await sql<{ count: number | string }>`
    with hits (key) as ${subquery}
    select count(*) as count from (
      select distinct hits.key from hits cross join items as i
      where ${sql.join([sql`${sql.ref(column)} = hits.key`, ...probes], sql` and `)} limit ${most}
    ) as items`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** The lists that a leg is read from; none where all items are walked, or the few hits of the first filter looked at. */
function listsOf({ how, first }: Plan, { spans }: Leg): Terms | undefined {
  if (spans) return { field: "span", values: spans }
  return how === "terms" ? first?.terms : undefined
}

/** Where the items of a leg are read from, and what they must meet. */
function among(plan: Plan, leg: Leg, list: Terms | undefined) {
  const { how, first, filters, column } = plan
  const isRead = how === "few" || (list !== undefined && list.field === first?.terms?.field)
  const others = isRead ? othersOf(plan) : filters
  const isJoined = list !== undefined && others.some((filter) => filter.needsRow)
  const id = sql.ref<string>(isJoined ? "t.item_id" : "i.id")
  const plain = sql.ref<string>(isJoined ? "t.issued_key" : `i.${column}`)
  // The empty text keeps the database from walking the order of all items where the few hits are to be sorted.
  const key = how === "few" ? sql<string>`(${plain} || '')` : plain
  const { source, condition } = beginning(plan, list, isJoined)
  const conditions = [condition, ...legConditions(leg, plan, key, id), ...others.map(({ probe }) => probe)]
  return { source, key, id, conditions }
}

/** What is to be tried on the first filter's hits; its own probe too where they are more than meet it. */
const othersOf = ({ first, filters }: Plan) => filters.filter((filter) => filter !== first || filter.range)

type Beginning = { source: RawBuilder<unknown>; condition: RawBuilder<SqlBool> }

function beginning({ how, first, most }: Plan, list: Terms | undefined, isJoined: boolean): Beginning {
  if (list) {
    const condition = sql<SqlBool>`field = ${list.field} and value in (${sql.join(list.values)})`
    // SQLite takes tables that are crossed in the order in which they stand.
    return isJoined
      ? { source: sql`terms as t cross join items as i`, condition: sql`${condition} and i.number = t.number` }
      : { source: sql`(select field, value, issued_key, item_id as id, number from terms) as i`, condition }
  }
  const hits = how === "few" ? first?.hits : undefined
  if (!hits) return { source: sql`items as i`, condition: sql`i.listed = 1` }
  // PostgreSQL, which can only guess how few they are, would rather read all items.
  const few = most === undefined ? hits.subquery : sql`(select * from ${hits.subquery} as hits limit ${most})`
  return { source: sql`items as i`, condition: sql`${sql.ref(hits.column)} in ${few}` }
}

/** The positions of several reads as one, each once. */
function merge<Row extends Position>(positions: readonly Row[], direction: Plan["direction"]): Row[] {
  const sign = direction === "asc" ? 1 : -1
  const unique = [...new Map(positions.map((position) => [position.id, position])).values()]
  return unique.toSorted((a, b) => sign * (compare(a.key, b.key) || compare(a.id, b.id)))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
