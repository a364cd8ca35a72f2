import { boundsOf, type Item } from "@pg/domain"

/**
 * Two days that answer "is it in this range?" for stated and for inferred dates by one comparison,
 * `low <= range's last day and high >= range's first day`. For a stated date, which is in a range when any of its days
 * is, they are its earliest and latest day; for inferred bounds, which are in it when all of their days are, the other
 * way round. `~` stands after every day and "" before. `undefined` where nothing is known.
 */
export function issuedRange({ issued, issuedBounds }: Item): { low: string; high: string } | undefined {
  const stated = issued === undefined ? {} : boundsOf(issued)
  if (stated.earliest !== undefined || stated.latest !== undefined)
    return { low: stated.earliest ?? "", high: stated.latest ?? "~" }
  const inferred = issuedBounds === undefined ? {} : boundsOf(issuedBounds)
  if (inferred.earliest === undefined && inferred.latest === undefined) return undefined
  return { low: inferred.latest ?? "~", high: inferred.earliest ?? "" }
}
