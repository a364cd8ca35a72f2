import { dateRangeBounds, InvalidInput, isDateRange, type ItemQuery } from "@pg/domain"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Engine } from "./engine.js"
import { yearsAsked } from "./issued-range.js"
import { type TermField, termFields } from "./schema.js"
import { analyseQuestion } from "./search/analyse.js"

type Condition = RawBuilder<SqlBool>

/**
 * One condition of a question, in two forms that mean the same: `hits`, a subquery of all items that meet it, by their
 * `column`, to begin with; and `probe`, to try on one item `i`. `terms` where the filter's hits stand in the order of lists.
 */
export type Filter = {
  name: string
  column: "i.id" | "i.number"
  hits: RawBuilder<unknown>
  probe: Condition
  terms?: Terms
  /** Up to how many hits it is cheaper to look at all of them than to try the probe on others' hits. */
  few: number
}
export type Terms = { field: TermField; values: readonly string[] }

/** The filters of a question that have an index of their own; `undefined` where it asks for words and has none. */
export function filtersOf(engine: Engine, query: ItemQuery): Filter[] | undefined {
  const filters = termFields.flatMap((field) =>
    query[field]?.length ? [termFilter({ field, values: query[field] })] : [],
  )
  const years = query.issued === undefined ? undefined : yearsAsked(query.issued)
  // The condition on the date itself is on the row: years only say where to look.
  if (years) filters.push({ ...termFilter({ field: "year", values: years }), probe: sql`true` })
  if (query.when !== undefined) filters.push(whenFilter(query.when))
  if (query.q === undefined) return filters
  const groups = analyseQuestion(query.q)
  if (groups.length === 0) return undefined
  const probe = sql<SqlBool>`${engine.search.matches(groups, sql.ref("i.number"))}`
  const hits = engine.search.matching(groups)
  return [...filters, { name: `q=${query.q}`, column: "i.number", hits, probe, few: 20_000 }]
}

/** The condition on the date of issue, which is looked at on the item's row; see `issuedRange`. */
export function issuedCondition(range: string): Condition {
  const { earliest, latest } = daysOf("issued", range)
  return all([
    sql`i.issued_low is not null`,
    ...(latest === undefined ? [] : [sql<SqlBool>`i.issued_low <= ${latest}`]),
    ...(earliest === undefined ? [] : [sql<SqlBool>`i.issued_high >= ${earliest}`]),
  ])
}

/** Keeps PostgreSQL from making a join over all items of what is to be tried on a few. */
const onItsOwn: RawBuilder<unknown> = sql`limit 1 offset 0`

function termFilter(terms: Terms): Filter {
  const among = sql`field = ${terms.field} and value in (${sql.join(terms.values)})`
  return {
    name: `${terms.field}=${terms.values.toSorted().join()}`,
    column: "i.id",
    hits: sql`(select item_id from terms where ${among})`,
    probe: sql`exists (select 1 from terms where item_id = i.id and ${among} ${onItsOwn})`,
    terms,
    few: 1000,
  }
}

function whenFilter(range: string): Filter {
  const { earliest, latest } = daysOf("when", range)
  const among = all([
    ...(earliest === undefined ? [] : [sql<SqlBool>`last_day >= ${earliest}`]),
    ...(latest === undefined ? [] : [sql<SqlBool>`first_day <= ${latest}`]),
  ])
  return {
    name: `when=${range}`,
    column: "i.id",
    hits: sql`(select item_id from occurrences where ${among})`,
    probe: sql`exists (select 1 from occurrences where item_id = i.id and ${among} ${onItsOwn})`,
    few: 1000,
  }
}

function daysOf(path: string, range: string) {
  if (isDateRange(range)) return dateRangeBounds(range)
  throw new InvalidInput([{ path, message: `"${range.slice(0, 60)}" is not a range of dates, as in 2021-03..2021-06` }])
}

const all = (conditions: Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`
