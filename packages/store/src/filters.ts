import { anyOfFilters, dateRangeBounds, InvalidInput, isDateRange, type ItemQuery } from "@pg/domain"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Engine } from "./engine.js"
import { yearsAsked } from "./issued-range.js"
import { type TermField, termFields } from "./schema.js"
import { analyseQuestion } from "./search/analyse.js"

export type Condition = RawBuilder<SqlBool>

/**
 * One condition of a question, in two forms that mean the same: `hits`, a subquery of all items that meet it, by their
 * `column`, to begin with; and `probe`, to try on one item `i`. `terms` where the filter's hits stand in the order of lists.
 */
export type Filter = {
  /** What of the question it is. */
  parameter: keyof ItemQuery
  name: string
  column: "i.id" | "i.number"
  hits: RawBuilder<unknown>
  probe: Condition
  terms?: Terms
  /** Up to how many hits it is cheaper to look at all of them than to try the probe on others' hits. */
  few: number
}
export type Terms = { field: TermField; values: readonly string[] }

/**
 * The filters of a question that have an index of their own; `undefined` where it asks for words and has none. `today` is
 * a day, YYYY-MM-DD. Throws InvalidInput for a range of dates that is none.
 */
export function filtersOf(engine: Engine, query: ItemQuery, today: string | undefined): Filter[] | undefined {
  const filters = termFields.flatMap((field) =>
    query[field]?.length ? [termFilter(field, { field, values: query[field] })] : [],
  )
  const years = query.issued === undefined ? undefined : yearsAsked(query.issued)
  // The condition on the date itself is on the row: years only say where to look.
  if (years) filters.push({ ...termFilter("issued", { field: "year", values: years }), probe: sql`true` })
  if (query.updated !== undefined) filters.push(updatedFilter(query.updated))
  if (query.when !== undefined) filters.push(whenFilter(query.when, today))
  if (query.q === undefined) return filters
  const groups = analyseQuestion(query.q)
  if (groups.length === 0) return undefined
  const probe = sql<SqlBool>`${engine.search.matches(groups, sql.ref("i.number"))}`
  const hits = engine.search.matching(groups)
  return [...filters, { parameter: "q", name: `q=${query.q}`, column: "i.number", hits, probe, few: 20_000 }]
}

/** What of a question has no index of its own and is tried on each item `i` that the filters leave. */
export const conditionsOf = (query: ItemQuery): Condition[] => [
  ...anyOfFilters.flatMap((field) => {
    const values = query[`not.${field}`]
    return values?.length ? [sql<SqlBool>`not ${termProbe({ field, values })}`] : []
  }),
  ...(query.issued === undefined ? [] : [issuedCondition(query.issued)]),
]

/** The condition on the date of issue, which is looked at on the item's row; see `issuedRange`. */
function issuedCondition(range: string): Condition {
  const { earliest, latest } = daysOf("issued", range)
  return all([
    sql`i.issued_low is not null`,
    ...(latest === undefined ? [] : [sql<SqlBool>`i.issued_low <= ${latest}`]),
    ...(earliest === undefined ? [] : [sql<SqlBool>`i.issued_high >= ${earliest}`]),
  ])
}

/** Keeps PostgreSQL from making a join over all items of what is to be tried on a few. */
const onItsOwn: RawBuilder<unknown> = sql`limit 1 offset 0`

const isAmong = ({ field, values }: Terms): Condition => sql`field = ${field} and value in (${sql.join(values)})`

const termProbe = (terms: Terms): Condition =>
  sql`exists (select 1 from terms where item_id = i.id and ${isAmong(terms)} ${onItsOwn})`

function termFilter(parameter: keyof ItemQuery, terms: Terms): Filter {
  return {
    parameter,
    name: `${terms.field}=${terms.values.toSorted().join()}`,
    column: "i.id",
    hits: sql`(select item_id from terms where ${isAmong(terms)})`,
    probe: termProbe(terms),
    terms,
    few: 1000,
  }
}

/** Instants are kept in UTC, so that those of a day begin with it. */
function updatedFilter(range: string): Filter {
  const { earliest, latest } = daysOf("updated", range)
  const probe = all([
    sql`i.updated_key >= ${earliest ?? "0"}`,
    ...(latest === undefined ? [] : [sql<SqlBool>`i.updated_key < ${`${latest}U`}`]),
  ])
  const hits = sql`(select i.number from items as i where i.listed = 1 and ${probe})`
  return { parameter: "updated", name: `updated=${range}`, column: "i.number", hits, probe, few: 1000 }
}

function whenFilter(range: string, today: string | undefined): Filter {
  const of = (hits: RawBuilder<unknown>, probe: Condition): Filter => ({
    parameter: "when",
    name: `when=${range}${isRelative(range) ? ` ${today}` : ""}`,
    column: "i.id",
    hits,
    probe,
    few: 1000,
  })
  const takesPlace = (among: Condition): Condition =>
    sql`exists (select 1 from occurrences where item_id = i.id and ${among} ${onItsOwn})`
  if (isRelative(range)) {
    const later = sql<SqlBool>`last_day >= ${dayOf(range, today)}`
    const earlier = sql<SqlBool>`last_day < ${dayOf(range, today)}`
    if (range === "upcoming") return of(sql`(select item_id from occurrences where ${later})`, takesPlace(later))
    return of(
      sql`(select item_id from occurrences as one where ${earlier} and not exists (
        select 1 from occurrences where item_id = one.item_id and ${later} ${onItsOwn}))`,
      all([takesPlace(earlier), sql`not ${takesPlace(later)}`]),
    )
  }
  const { earliest, latest } = daysOf("when", range)
  const among = all([
    ...(earliest === undefined ? [] : [sql<SqlBool>`last_day >= ${earliest}`]),
    ...(latest === undefined ? [] : [sql<SqlBool>`first_day <= ${latest}`]),
  ])
  return of(sql`(select item_id from occurrences where ${among})`, takesPlace(among))
}

/** Whether a range of dates is one that moves with the day. */
export const isRelative = (range: string | undefined) => range === "upcoming" || range === "past"

/** The day by which a range that moves with it is measured. Throws a TypeError where none is given. */
export function dayOf(range: string, today: string | undefined): string {
  if (today !== undefined && /^\d{4}-\d\d-\d\d$/.test(today)) return today
  throw new TypeError(`when=${range} is measured by a day: give find a today, as in { today: "2026-11-24" }`)
}

/** The first and last day of a range. Throws InvalidInput, with its path, for what is none. */
export function daysOf(path: string, range: string) {
  if (isDateRange(range)) return dateRangeBounds(range)
  throw new InvalidInput([{ path, message: `"${range.slice(0, 60)}" is not a range of dates, as in 2021-03..2021-06` }])
}

const all = (conditions: Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`
