import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Position } from "../cursor.js"
import type { Rows, SearchIndex } from "../engine.js"
import type { Part } from "../issued-range.js"
import { type Shown, shownColumns, withShown } from "../positions.js"
import type { Db } from "../schema.js"
import type { Total } from "../total.js"
import { termToken } from "./document.js"
import { all, any, type Expression, token } from "./expression.js"
import { type Places, placesBetween, placesOf } from "./place.js"
import type { Ranking } from "./ranking.js"

/** What is read, and how; `what` is to be shown of each item, beside its position. */
export type Reading = { db: Db; search: SearchIndex; ranking: Ranking; what?: keyof Shown | undefined }

/** The positions of the items after `after`, at most `limit`; the key of each is its tier and its sort key. */
export async function readRanked(reading: Reading, after: Position | undefined, limit: number): Promise<Position[]> {
  const start = after && { ...parseKey(after.key), id: after.id }
  const found: Position[] = []
  for (const [tier, asked] of reading.ranking.tiers.entries()) {
    if (found.length === limit || tier < (start?.tier ?? 0)) continue
    const place = tier === start?.tier ? start : undefined
    const positions = await readTier({ ...reading, asked }, place, limit - found.length)
    found.push(...positions.map((position) => ({ ...position, key: `${tier} ${position.key}` })))
  }
  return found
}

/** How many items there are in all: exactly where they are no more than 10,000. */
export async function countRanked(db: Db, search: SearchIndex, ranking: Ranking): Promise<Total> {
  let total = 0
  for (const part of ranking.parts) {
    const rows = search.found(narrowed(ranking.asked, part))
    const places = placesBetween(part.from, part.to)
    const counted = await sql<{ count: number | string }>`
      ${rows.prelude} select count(*) as count from (
        select 1 as one from ${sourceOf(ranking.probes)}
        where ${conditionsOf(search, rows, places, ranking)} limit ${mostCounted + 1 - total}
      ) as hits`.execute(db)
    total += Number(counted.rows[0]?.count ?? 0)
    if (total > mostCounted) return { total: mostCounted, totalIsAtLeast: true }
  }
  return { total }
}

const mostCounted = 10_000
/** How many hits are read beyond a page: a day has few, and where it has more, they are read by themselves. */
const readAhead = 6

type Tier = Reading & { asked: Expression }

/**
 * The positions of a tier after one. The index has the hits of one sort key in the order in which they came into the archive,
 * lists have them by their ids: so the keys on which a page begins and ends are read by themselves.
 */
async function readTier(tier: Tier, after: Position | undefined, limit: number): Promise<Position[]> {
  const { isAscending, parts } = tier.ranking
  const group = after && placesOf(after.key)
  const first = group ? parts.findIndex((part) => isIn(group, placesBetween(part.from, part.to))) : 0
  const found: Position[] = []
  for (const [index, part] of parts.entries()) {
    if (index < first || found.length === limit) continue
    const rows = await tier.search.inOrder(tier.db, narrowed(tier.asked, part))
    const places = placesBetween(part.from, part.to)
    if (index > first || !after || !group) found.push(...(await readPart(tier, rows, places, limit - found.length)))
    else {
      found.push(...(await readGroup(tier, rows, after.key, limit, after.id)))
      const rest = isAscending ? { ...places, from: group.before } : { ...places, before: group.from }
      if (found.length < limit) found.push(...(await readPart(tier, rows, rest, limit - found.length)))
    }
  }
  return found
}

/** Reads on behind the page, for most often the last key's hits end there; else they are read by themselves. */
async function readPart(tier: Tier, rows: Rows, places: Places, limit: number): Promise<Position[]> {
  if (places.from >= places.before) return []
  const read = await readHits(tier, rows, places, limit + readAhead)
  const inOrder = read.toSorted(byKeyAndId(tier.ranking))
  const key = inOrder[limit - 1]?.key
  const isWhole = inOrder.length < limit + readAhead || key !== inOrder.at(-1)?.key
  if (isWhole || key === undefined) return inOrder.slice(0, limit)
  const before = inOrder.filter((position) => position.key !== key)
  return [...before, ...(await readGroup(tier, rows, key, limit - before.length))]
}

/** The first hits between two places. */
async function readHits(tier: Tier, rows: Rows, places: Places, limit: number): Promise<Position[]> {
  const { db, search, ranking, what } = tier
  const { isAscending, conditions, probes } = ranking
  if (rows.read && conditions.length + probes.length === 0) return rows.read(db, places, isAscending, limit, what)
  const answer = await sql<Position>`
    ${rows.prelude} select i.issued_key as key, i.id ${what ? shownColumns[what] : sql``} from (
      select ${search.place} as place, ${search.number} as number
      from ${sourceOf(probes)} where ${conditionsOf(search, rows, places, ranking)}
      order by ${search.place} ${sql.raw(isAscending ? "asc" : "desc")} limit ${limit}
    ) as hits inner join items as i on i.number = hits.number
    ${what ? sql`inner join texts on texts.number = hits.number` : sql``}`.execute(db)
  return answer.rows
}

/** The hits of one sort key by their ids, after one of these where it is given. */
async function readGroup(tier: Tier, rows: Rows, key: string, limit: number, after?: string): Promise<Position[]> {
  const { search, ranking, db, what } = tier
  const direction = sql.raw(ranking.isAscending ? "asc" : "desc")
  const beyond = sql.raw(ranking.isAscending ? ">" : "<")
  const probes = [after === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`i.id ${beyond} ${after}`, ...ranking.probes]
  const group = sql<Position>`
    select i.issued_key as key, i.id ${what ? sql`, i.number` : sql``} from ${sourceOf(probes)}
    where ${conditionsOf(search, rows, placesOf(key), { ...ranking, probes })}
    order by i.id ${direction} limit ${limit}`
  const answer = await sql<Position>`${rows.prelude} ${what ? withShown(group, what, direction) : group}`.execute(db)
  return answer.rows
}

/** What is asked, of items that have a date of one of the spans only where the part says so. */
function narrowed(asked: Expression, { spans }: Part): Expression {
  const tokens = spans?.map((span) => token(termToken("span", span))) ?? []
  return tokens.length === 0 ? asked : all([asked, any(tokens)])
}

/** SQLite takes tables that are crossed in the order in which they stand. */
const sourceOf = (probes: Ranking["probes"]): RawBuilder<unknown> =>
  probes.length === 0 ? sql`search` : sql`search cross join items as i`

function conditionsOf(
  search: SearchIndex,
  { condition }: Rows,
  { from, before }: Places,
  { conditions, probes }: Pick<Ranking, "conditions" | "probes">,
) {
  const wanted: RawBuilder<SqlBool>[] = [
    condition,
    sql`${search.place} >= ${BigInt(from)}`,
    sql`${search.place} < ${BigInt(before)}`,
    ...conditions,
    ...(probes.length === 0 ? [] : [sql<SqlBool>`i.number = ${search.number}`, ...probes]),
  ]
  return sql.join(wanted, sql` and `)
}

const isIn = (inner: Places, outer: Places) => inner.from >= outer.from && inner.before <= outer.before

function byKeyAndId({ isAscending }: Ranking) {
  const sign = isAscending ? 1 : -1
  return (a: Position, b: Position) => sign * (compare(a.key, b.key) || compare(a.id, b.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function parseKey(key: string): { tier: number; key: string } {
  const [tier = "", ...rest] = key.split(" ")
  return { tier: Number(tier), key: rest.join(" ") }
}
