import { type Item, kindOf, type Occurrence, type When } from "@pg/domain"
import { boundsOf, parseEdtf } from "@pg/domain/dates"
import { daysBetween } from "./month.js"

/** One thing on one day: the item that it is of, and which day of how many it is. */
export type OnDay = { item: Item; occurrence: Occurrence; day: number; days: number }

/**
 * What takes place in a month: by day, in the order of the items, what begins before what goes on; what states no day; and
 * what goes on meanwhile, as a course between two of its modules.
 */
export type MonthDays = { byDay: Map<string, OnDay[]>; sometime: InMonth[]; meanwhile: InMonth[] }

/** An item, and which of its times is in the month. */
export type InMonth = { item: Item; when: When }

/** Puts the times of items into a month, `2021-06`: on days where both ends are days and certain, else into no day. */
export function toMonthDays(items: readonly Item[], month: string): MonthDays {
  const byDay = new Map<string, OnDay[]>()
  const sometime: InMonth[] = []
  const meanwhile: InMonth[] = []
  for (const item of items) {
    let isShown = false
    for (const occurrence of kindOf(item).occurrences(item)) {
      const { when } = occurrence
      const span = when && spanIn(when, month)
      if (!when || !span) continue
      isShown = true
      if (!isDay(when.start) || !isDay(when.end ?? when.start)) sometime.push({ item, when })
      else
        for (const day of daysIn(span, month)) {
          const onDay = {
            item,
            occurrence,
            day: daysBetween(span.first, day) + 1,
            days: daysBetween(span.first, span.last) + 1,
          }
          byDay.set(day, [...(byDay.get(day) ?? []), onDay])
        }
    }
    const when = isShown
      ? undefined
      : kindOf(item)
          .whens(item)
          .find((when) => spanIn(when, month))
    if (when) meanwhile.push({ item, when })
  }
  for (const [day, things] of byDay)
    byDay.set(
      day,
      things.toSorted((a, b) => Math.min(a.day, 2) - Math.min(b.day, 2)),
    )
  return { byDay, sometime, meanwhile }
}

type Span = { first: string; last: string }

/** First and last day of what is in a month on some of its days. */
function spanIn({ start, end = start }: When, month: string): Span | undefined {
  const [{ earliest: first }, { latest: last }] = [boundsOf(start), boundsOf(end)]
  if (first === undefined || last === undefined) return undefined
  return first.slice(0, 7) > month || last.slice(0, 7) < month ? undefined : { first, last }
}

function isDay(edtf: string): boolean {
  const date = parseEdtf(edtf)
  return !("start" in date) && date.day !== undefined && !date.uncertain && !date.approximate
}

/** The days of a span that are in a month; no month has more than 31. */
const daysIn = ({ first, last }: Span, month: string): string[] =>
  Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`).filter(
    (day) => day >= first && day <= last,
  )
