import { dateRangeBounds, InvalidInput, isDateRange } from "@pg/domain"
import { sql } from "kysely"
import { type Condition, type Filter, isAmong, onItsOwn } from "./filter.js"
import { partsOf } from "./issued-range.js"

/**
 * What was issued in a range; see `issuedRange` for the comparison. A date that is one day tells by its key alone, without
 * its item's row, whether it is in the range. `spans` are those that there are of longer ones.
 */
export function issuedFilter(range: string, spans: readonly string[]): Filter {
  const { earliest = "", latest = "~" } = daysOf("issued", range)
  const parts = partsOf(range, spans)
  const hits = parts.map(({ from = "", to = "~", spans }) =>
    spans
      ? sql`select item_id from terms where ${isAmong({ field: "span", values: spans })}
          and issued_key >= ${from} and issued_key <= ${to}`
      : sql`select i.id from items as i where i.listed = 1 and i.issued_key >= ${from} and i.issued_key <= ${to}`,
  )
  return {
    parameter: "issued",
    name: `issued=${range}`,
    probe: sql`(i.issued_key >= ${earliest} and i.issued_key <= ${`${latest}=`} and substr(i.issued_key, 11) = '='
      or exists (select 1 from items as dated where dated.id = i.id
        and dated.issued_low <= ${latest} and dated.issued_high >= ${earliest} ${onItsOwn}))`,
    hits: { column: "i.id", subquery: sql`(${sql.join(hits, sql` union all `)})`, few: 2000 },
    range: { column: "issued_key", parts },
  }
}

/** What changed in a range. Instants are kept in UTC, so that those of a day begin with it. */
export function updatedFilter(range: string): Filter {
  const { earliest = "0", latest = "~" } = daysOf("updated", range)
  const to = `${latest}U`
  const subquery = sql`(
    select i.number from items as i where i.listed = 1 and i.updated_key >= ${earliest} and i.updated_key <= ${to})`
  return {
    parameter: "updated",
    name: `updated=${range}`,
    // The empty text keeps a database from sorting all that changed where another order is walked.
    probe: sql`(i.updated_key || '') >= ${earliest} and (i.updated_key || '') <= ${to}`,
    needsRow: true,
    hits: { column: "i.number", subquery, few: 2000, isExact: true },
    range: { column: "updated_key", parts: [{ from: earliest, to }] },
  }
}

/** What takes place in a range. `today` is a day, YYYY-MM-DD, by which `upcoming` and `past` are measured. */
export function whenFilter(range: string, today: string | undefined): Filter {
  if (isRelative(range)) return relativeFilter(range, dayOf(range, today))
  const { earliest = "0", latest = "~" } = daysOf("when", range)
  return occurrenceFilter(`when=${range}`, sql`last_day >= ${earliest} and first_day <= ${latest}`)
}

/** Over is what has dates, and none of them yet to come. */
function relativeFilter(range: string, today: string): Filter {
  const upcoming = occurrenceFilter(`when=upcoming ${today}`, sql`last_day >= ${today}`)
  if (range === "upcoming") return upcoming
  const subquery = sql`(
    select item_id from occurrences where last_day < ${today}
    except select item_id from occurrences where last_day >= ${today})`
  return {
    parameter: "when",
    name: `when=past ${today}`,
    probe: sql`${takesPlace(sql`last_day < ${today}`)} and not ${upcoming.probe}`,
    hits: { column: "i.id", subquery, few: 1000, isExact: true },
    // What began "in 2021" has its key at that year's end, though it may have ended before.
    range: { column: "when_key", parts: [{ from: "0", to: `${today.slice(0, 4)}-12-31>` }] },
  }
}

/** What takes place in some month, or is yet to come, stands together, and may stand far down in any order. */
const occurrenceFilter = (name: string, among: Condition): Filter => ({
  parameter: "when",
  name,
  probe: takesPlace(among),
  hits: { column: "i.id", subquery: sql`(select item_id from occurrences where ${among})`, few: 20_000 },
})

const takesPlace = (among: Condition): Condition =>
  sql`exists (select 1 from occurrences where item_id = i.id and ${among} ${onItsOwn})`

/** Whether a range of dates is one that moves with the day. */
export const isRelative = (range: string) => range === "upcoming" || range === "past"

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
