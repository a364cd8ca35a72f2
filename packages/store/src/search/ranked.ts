import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Position } from "../cursor.js"
import type { SearchIndex } from "../engine.js"
import type { Condition, Filter } from "../filter.js"
import type { Part } from "../issued-range.js"
import type { Recalled } from "../remembered.js"
import type { Db } from "../schema.js"
import type { Total } from "../total.js"
import { termToken } from "./document.js"
import { all, any, type Expression, token, without } from "./expression.js"
import { numberIn, placesBetween } from "./place.js"
import type { Reading } from "./question.js"
import { tiersOf, wantedBy } from "./tiers.js"

/**
 * How the answer to a question with words is read. The search index has its hits in the order of lists: tier after tier is
 * read from where the page begins until it is full. The index knows the values of filters too; dates are tried on each hit.
 */
export type Ranking = {
  asked: Expression
  /** What is asked, in parts, the most relevant first. */
  tiers: readonly Expression[]
  /** The parts of the order in which there are hits, in the order in which they are read. */
  parts: readonly Part[]
  /** Conditions on a row of the index, and on that of its item. */
  conditions: readonly Condition[]
  probes: readonly Condition[]
  isAscending: boolean
}

/** Whether the index has its hits in an order. */
export const isRanked = (sort: string): boolean => sort === "relevance" || sort.endsWith("issued")

/** The ranking of a question: what its words ask, and its other filters; `undefined` where one of these has no hit. */
export async function rankingOf(
  { db, search, recalled }: { db: Db; search: SearchIndex; recalled: Recalled },
  sort: string,
  readings: readonly Reading[],
  filters: readonly Filter[],
): Promise<Ranking | undefined> {
  if (filters.some(({ terms, hits }) => hits && terms?.values.length === 0)) return undefined
  const dates = await Promise.all(
    filters
      .filter(({ terms }) => !terms)
      .map(async (filter) => ({ filter, count: await recalled(`rare ${filter.name}`, () => countRare(db, filter)) })),
  )
  if (dates.some(({ count }) => count === 0)) return undefined
  const narrow = narrowing(filters)
  const asked = wantedBy(readings)
  const rare = dates.filter(({ count }) => count < mostRare).map(({ filter }) => filter)
  return {
    asked: narrow(asked),
    tiers: (sort === "relevance" ? tiersOf(readings) : [asked]).map(narrow),
    parts: partsOf(filters, sort === "issued"),
    conditions: rare.map(
      ({ hits }) => sql`${search.number} in (
      select i.number from items as i where ${sql.ref(hits?.column ?? "i.id")} in ${hits?.subquery})`,
    ),
    probes: dates.map(({ filter }) => filter.probe),
    isAscending: sort === "issued",
  }
}

/** The positions of the items after `after`, at most `limit`; the key of each is its tier and its place. */
export async function readRanked(
  db: Db,
  search: SearchIndex,
  ranking: Ranking,
  after: Position | undefined,
  limit: number,
): Promise<Position[]> {
  const start = after === undefined ? { tier: 0, place: undefined } : parseKey(after.key)
  const found: { tier: number; place: number }[] = []
  for (const [tier, asked] of ranking.tiers.entries())
    for (const part of ranking.parts) {
      if (tier < start.tier || found.length === limit) continue
      const beyond = tier === start.tier ? start.place : undefined
      const places = await readPlaces(db, search, ranking, { asked, part, beyond }, limit - found.length)
      found.push(...places.map((place) => ({ tier, place })))
    }
  return withIds(db, found)
}

/** How many items there are in all: exactly where they are no more than 10,000. */
export async function countRanked(db: Db, search: SearchIndex, ranking: Ranking): Promise<Total> {
  let total = 0
  for (const part of ranking.parts) {
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as count from (
        select 1 as one from ${sourceOf(ranking)} where ${hits(search, ranking, { asked: ranking.asked, part })}
        limit ${mostCounted + 1 - total}
      ) as hits`.execute(db)
    total += Number(rows[0]?.count ?? 0)
    if (total > mostCounted) return { total: mostCounted, totalIsAtLeast: true }
  }
  return { total }
}

const mostCounted = 10_000
/** Up to how many items a date leaves they are looked up first, and not tried on each hit of the words. */
const mostRare = 4000

async function countRare(db: Db, { hits }: Filter): Promise<number> {
  if (!hits) return mostRare
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (select 1 as one from ${hits.subquery} as hits limit ${mostRare}) as rare`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** What the filters that ask for values add to a question. */
function narrowing(filters: readonly Filter[]): (asked: Expression) => Expression {
  const tokens = ({ terms }: Filter) =>
    (terms?.values ?? []).map((value) => token(termToken(terms?.field ?? "", value)))
  const wanted = filters.filter(({ terms, hits }) => terms && hits).map((filter) => any(tokens(filter)))
  const unwanted = filters.filter(({ hits }) => !hits).flatMap(tokens)
  return (asked) => without(all([asked, ...wanted]), unwanted)
}

/** Undated items come last in both directions. */
function partsOf(filters: readonly Filter[], isAscending: boolean): Part[] {
  const parts = filters.flatMap(({ range }) => (range?.column === "issued_key" ? range.parts : []))
  if (parts.length === 0) return isAscending ? [{ from: "0" }, { to: "" }] : [{}]
  return isAscending ? parts : parts.toReversed()
}

/** A part of a tier, from `beyond` on. */
type Leg = { asked: Expression; part: Part; beyond?: number | undefined }

async function readPlaces(db: Db, search: SearchIndex, ranking: Ranking, leg: Leg, limit: number): Promise<number[]> {
  const direction = sql.raw(ranking.isAscending ? "asc" : "desc")
  const { rows } = await sql<{ place: number | string }>`
    select ${search.place} as place from ${sourceOf(ranking)} where ${hits(search, ranking, leg)}
    order by ${search.place} ${direction} limit ${limit}`.execute(db)
  return rows.map(({ place }) => Number(place))
}

/** SQLite takes tables that are crossed in the order in which they stand. */
const sourceOf = ({ probes }: Ranking): RawBuilder<unknown> =>
  probes.length === 0 ? sql`search` : sql`search cross join items as i`

function hits(search: SearchIndex, { isAscending, conditions, probes }: Ranking, { asked, part, beyond }: Leg) {
  const { from, before } = placesBetween(part.from, part.to)
  const least = isAscending && beyond !== undefined ? Math.max(from, beyond + 1) : from
  const end = !isAscending && beyond !== undefined ? Math.min(before, beyond) : before
  const spans = part.spans?.map((span) => token(termToken("span", span))) ?? []
  const wanted: RawBuilder<SqlBool>[] = [
    search.meets(spans.length === 0 ? asked : all([asked, any(spans)])),
    sql`${search.place} >= ${BigInt(least)}`,
    sql`${search.place} < ${BigInt(end)}`,
    ...conditions,
    ...(probes.length === 0 ? [] : [sql<SqlBool>`i.number = ${search.number}`, ...probes]),
  ]
  return sql.join(wanted, sql` and `)
}

const keyOf = (tier: number, place: number) => `${tier}:${place}`

function parseKey(key: string): { tier: number; place: number } {
  const [tier, place] = key.split(":").map(Number)
  return { tier: tier ?? 0, place: place ?? 0 }
}

async function withIds(db: Db, found: readonly { tier: number; place: number }[]): Promise<Position[]> {
  if (found.length === 0) return []
  const places = found.map(({ place }) => place)
  const rows = await db
    .selectFrom("items")
    .select(["id", "number"])
    .where("number", "in", places.map(numberIn))
    .execute()
  const ids = new Map(rows.map(({ id, number }) => [number, id]))
  return found.flatMap(({ tier, place }) => {
    const id = ids.get(numberIn(place))
    return id === undefined ? [] : [{ key: keyOf(tier, place), id }]
  })
}
