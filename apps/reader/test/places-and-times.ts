import { boundsOf, dateRangeBounds, type Item, type ItemQuery, kindOf } from "@pg/domain"

/** Whether an item takes place in a range of dates, or by a day is upcoming or past. */
export const takesPlace = (item: Item, when: string, today: string): boolean => {
  if (when === "past") return takesPlace(item, "..9999", today) && !takesPlace(item, "upcoming", today)
  const { earliest = "0", latest = "~" } = when === "upcoming" ? { earliest: today } : dateRangeBounds(when)
  return kindOf(item)
    .whens(item)
    .some(({ start, end = start }) => boundsOf(start).earliest! <= latest && boundsOf(end).latest! >= earliest)
}

/** The countries in which an item takes place or which it is about. */
export const countriesOf = (item: Item): string[] => [
  ...item.countries,
  ...kindOf(item)
    .places(item)
    .flatMap(({ country }) => country ?? []),
]

/** Items in the order in which they take place, where that is asked for. */
export function inOrder(items: readonly Item[], { sort }: ItemQuery): readonly Item[] {
  if (sort !== "when" && sort !== "-when") return items
  const keyOf = (item: Item) => kindOf(item).whens(item)[0]?.start ?? "~"
  const first = items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return sort === "when" ? first : first.toReversed()
}
