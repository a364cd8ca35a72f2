import { sql } from "kysely"
import type { SearchIndex } from "../engine.js"
import type { Condition, Filter } from "../filter.js"
import type { Part } from "../issued-range.js"
import type { Recalled } from "../remembered.js"
import type { Db } from "../schema.js"
import { termToken } from "./document.js"
import { all, any, type Expression, token, without } from "./expression.js"
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
