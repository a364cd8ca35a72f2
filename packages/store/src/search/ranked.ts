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
import { type Places, placesBetween, placesOf } from "./place.js"
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

/** The positions of the items after `after`, at most `limit`; the key of each is its tier and its sort key. */
export async function readRanked(
  db: Db,
  search: SearchIndex,
  ranking: Ranking,
  after: Position | undefined,
  limit: number,
): Promise<Position[]> {
  const start = after && { ...parseKey(after.key), id: after.id }
  const found: Position[] = []
  for (const [tier, asked] of ranking.tiers.entries()) {
    if (found.length === limit || tier < (start?.tier ?? 0)) continue
    const hits = { db, search, ranking, asked }
    const positions = await readTier(hits, tier === start?.tier ? start : undefined, limit - found.length)
    found.push(...positions.map(({ key, id }) => ({ key: `${tier} ${key}`, id })))
  }
  return found
}

/** How many items there are in all: exactly where they are no more than 10,000. */
export async function countRanked(db: Db, search: SearchIndex, ranking: Ranking): Promise<Total> {
  let total = 0
  for (const part of ranking.parts) {
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as count from (
        select 1 as one from ${sourceOf(ranking)}
        where ${conditionsOf({ db, search, ranking, asked: ranking.asked }, part, placesBetween(part.from, part.to))}
        limit ${mostCounted + 1 - total}
      ) as hits`.execute(db)
    total += Number(rows[0]?.count ?? 0)
    if (total > mostCounted) return { total: mostCounted, totalIsAtLeast: true }
  }
  return { total }
}

const mostCounted = 10_000
/** How many hits are read beyond a page: a day has few. */
const readAhead = 40
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

type Hits = { db: Db; search: SearchIndex; ranking: Ranking; asked: Expression }

/**
 * The positions of a tier after one. The index has the hits of one sort key in the order in which they came into the archive,
 * lists have them by their ids: so the keys on which a page begins and ends are read by themselves.
 */
async function readTier(hits: Hits, after: Position | undefined, limit: number): Promise<Position[]> {
  const { isAscending, parts } = hits.ranking
  const group = after && placesOf(after.key)
  const first = group ? parts.findIndex((part) => isIn(group, placesBetween(part.from, part.to))) : 0
  const found = after ? await readGroup(hits, parts[first] ?? {}, after.key, limit, after.id) : []
  for (const [index, part] of parts.entries()) {
    if (index < first || found.length === limit) continue
    const { from, before } = placesBetween(part.from, part.to)
    const rest =
      index > first || !group
        ? { from, before }
        : isAscending
          ? { from: group.before, before }
          : { from, before: group.from }
    found.push(...(await readPart(hits, part, rest, limit - found.length)))
  }
  return found
}

/** Reads on behind the page, for most often the last key's hits end there; else they are read by themselves. */
async function readPart(hits: Hits, part: Part, places: Places, limit: number): Promise<Position[]> {
  if (places.from >= places.before) return []
  const { search, ranking, db } = hits
  const direction = sql.raw(ranking.isAscending ? "asc" : "desc")
  const { rows } = await sql<Position>`
    select i.issued_key as key, i.id from (
      select ${search.place} as place, ${search.number} as number
      from ${sourceOf(ranking)} where ${conditionsOf(hits, part, places)}
      order by ${search.place} ${direction} limit ${limit + readAhead}
    ) as hits inner join items as i on i.number = hits.number`.execute(db)
  const inOrder = rows.toSorted(byKeyAndId(ranking))
  const key = inOrder[limit - 1]?.key
  const isWhole = rows.length < limit + readAhead || key !== inOrder.at(-1)?.key
  if (isWhole || key === undefined) return inOrder.slice(0, limit)
  const before = inOrder.filter((position) => position.key !== key)
  return [...before, ...(await readGroup(hits, part, key, limit - before.length))]
}

/** The hits of one sort key by their ids, after one of these where it is given. */
async function readGroup(hits: Hits, part: Part, key: string, limit: number, after?: string): Promise<Position[]> {
  const { ranking, db } = hits
  const direction = sql.raw(ranking.isAscending ? "asc" : "desc")
  const beyond = after === undefined ? sql`` : sql`and i.id ${sql.raw(ranking.isAscending ? ">" : "<")} ${after}`
  const withItems = { ...hits, ranking: { ...ranking, probes: [sql<SqlBool>`1 = 1`, ...ranking.probes] } }
  const { rows } = await sql<{ id: string }>`
    select i.id from ${sourceOf(withItems.ranking)} where ${conditionsOf(withItems, part, placesOf(key))} ${beyond}
    order by i.id ${direction} limit ${limit}`.execute(db)
  return rows.map(({ id }) => ({ key, id }))
}

/** SQLite takes tables that are crossed in the order in which they stand. */
const sourceOf = ({ probes }: Ranking): RawBuilder<unknown> =>
  probes.length === 0 ? sql`search` : sql`search cross join items as i`

function conditionsOf({ search, ranking, asked }: Hits, { spans }: Part, { from, before }: Places) {
  const { conditions, probes } = ranking
  const inSpans = spans?.map((span) => token(termToken("span", span))) ?? []
  const wanted: RawBuilder<SqlBool>[] = [
    search.meets(inSpans.length === 0 ? asked : all([asked, any(inSpans)])),
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
