import { dateRangeBounds, type Facet, type ItemQuery } from "@pg/domain"
import { type DateFilter, offered } from "./choices.js"

/** A year or month of a timeline: as a filter by date asks for it, how many items that finds, and whether it is asked for already. */
export type Bar = { value: string; count: number; isChosen: boolean }

/**
 * Items by year or month, the oldest first, without gaps. `span` is what they are from, as EDTF; `before` and `after` are
 * the nearest years beyond it in which there is something, where it shows only a part.
 */
export type Timeline = { unit: "year" | "month"; span: string; bars: Bar[]; before?: string; after?: string }

/**
 * The timeline of a list: the months of the years that are asked for where those are no more than three, else those of all
 * years that there are where those are so few, else years. It is of the filter by `date`. Undefined where nothing that was found has one.
 */
export function timelineOf(
  facets: readonly Facet[] | undefined,
  query: ItemQuery,
  date: DateFilter,
): Timeline | undefined {
  const years = offered(facets, `${date}.year`).map(({ value }) => value)
  const asked = rangeIn(query[date])
  const [last, first] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const [from, to] = clipped(asked, first, last)
  const isClose = Number(to) - Number(from) < closeYears
  const name = `${date}.${isClose ? "month" : "year"}` as const
  const values = isClose ? yearsIn(from, to).flatMap(monthsOf) : yearsIn(first, last).slice(-mostYears)
  const counts = new Map(offered(facets, name).map(({ value, countIfChosen }) => [value, countIfChosen]))
  const bars = values.map((value) => ({ value, count: counts.get(value) ?? 0, isChosen: isWithin(value, asked) }))
  if (bars.every(({ count }) => count === 0)) return undefined
  const [start, end] = isClose ? [from, to] : [bars[0]!.value, last]
  const before = years.find((year) => year < start)
  const after = years.findLast((year) => year > end)
  return {
    unit: isClose ? "month" : "year",
    span: start === end ? start : `${start}/${end}`,
    bars,
    ...(isClose && before !== undefined && { before }),
    ...(isClose && after !== undefined && { after }),
  }
}

const closeYears = 3
const mostYears = 60

/** What moves with the day (`upcoming`, `past`) names no years. */
const rangeIn = (asked: string | undefined) => (asked !== undefined && /\d/.test(asked) ? asked : undefined)

/** The first and last year that are asked for, among those that there are; all of these where none of them is. */
function clipped(range: string | undefined, first: string, last: string): [string, string] {
  const { earliest = first, latest = last } = range === undefined ? {} : dateRangeBounds(range)
  const [from, to] = [earliest.slice(0, 4), latest.slice(0, 4)]
  if (from > last || to < first) return [first, last]
  return [from > first ? from : first, to < last ? to : last]
}

const yearsIn = (first: string, last: string) =>
  Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => String(Number(first) + n).padStart(4, "0"))

const monthsOf = (year: string) => Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, "0")}`)

function isWithin(value: string, range: string | undefined): boolean {
  if (range === undefined) return false
  const [bar, asked] = [dateRangeBounds(value), dateRangeBounds(range)]
  return (bar.earliest ?? "") >= (asked.earliest ?? "") && (bar.latest ?? "~") <= (asked.latest ?? "~")
}
