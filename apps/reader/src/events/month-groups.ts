import { type Item, kindOf } from "@pg/domain"
import { parseEdtf } from "@pg/domain/dates"

/** Items that begin in the same month, `2021-06`; in a year of which nobody said the month, `2021`; or before this month. */
export type MonthGroup<I extends Item> = { month: string; items: I[] }

/**
 * Items in their order by the month in which they begin: as the archive sorts them, by the first of their times that is
 * known. With `today` those of earlier months, which still go on, are together under "begun".
 */
export function groupByMonth<I extends Item>(items: readonly I[], today?: string): MonthGroup<I>[] {
  const groups = new Map<string, I[]>()
  for (const item of items) {
    const month = startOf(item)
    const key = today !== undefined && month.length > 4 && month < today.slice(0, 7) ? "begun" : month
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups].map(([month, items]) => ({ month, items }))
}

function startOf(item: Item): string {
  for (const { start } of kindOf(item).whens(item)) {
    const date = parseEdtf(start)
    if ("start" in date || date.year === undefined) continue
    return start.slice(0, date.month === undefined ? 4 : 7)
  }
  return ""
}
