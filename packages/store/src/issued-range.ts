import { boundsOf, dateRangeBounds, type Item } from "@pg/domain"

type Dated = Pick<Item, "issued" | "issuedBounds">

/**
 * Two days that answer "is it in this range?" for stated and for inferred dates by one comparison,
 * `low <= range's last day and high >= range's first day`. For a stated date, which is in a range when any of its days
 * is, they are its earliest and latest day; for inferred bounds, which are in it when all of their days are, the other
 * way round. `~` stands after every day and "" before. `undefined` where nothing is known.
 */
export function issuedRange({ issued, issuedBounds }: Dated): { low: string; high: string } | undefined {
  const stated = known(issued)
  if (stated) return { low: stated.earliest ?? "", high: stated.latest ?? "~" }
  const inferred = known(issuedBounds)
  return inferred && { low: inferred.latest ?? "~", high: inferred.earliest ?? "" }
}

/**
 * The years under which an item is looked for when a range of years is asked: all that a stated date touches, or `long`
 * where those are many or have no end; the last that inferred bounds touch, since they must lie wholly in the range.
 */
export function yearsOf({ issued, issuedBounds }: Dated): string[] {
  const stated = known(issued)
  if (stated) return yearsBetween(stated.earliest, stated.latest, mostYears) ?? ["long"]
  const { latest } = known(issuedBounds) ?? {}
  return latest === undefined ? [] : [yearOf(latest)]
}

/** The values of `yearsOf` that items in a range can have; `undefined` where it is open or long. */
export function yearsAsked(range: string): string[] | undefined {
  const { earliest, latest } = dateRangeBounds(range)
  const years = yearsBetween(earliest, latest, mostYears)
  return years && [...years, "long"]
}

const mostYears = 12

function yearsBetween(earliest: string | undefined, latest: string | undefined, most: number): string[] | undefined {
  if (earliest === undefined || latest === undefined) return undefined
  const [first, last] = [Number(yearOf(earliest)), Number(yearOf(latest))]
  if (last - first >= most) return undefined
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n).padStart(4, "0"))
}

const yearOf = (day: string) => day.slice(0, 4)

/** The bounds of a date that says at least one of them. */
function known(edtf: string | undefined) {
  const bounds = edtf === undefined ? {} : boundsOf(edtf)
  return bounds.earliest === undefined && bounds.latest === undefined ? undefined : bounds
}
