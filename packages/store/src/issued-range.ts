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
 * A part of the order by sort key in which items of a range of dates stand: keys from `from` up to `to`. Where it has
 * `spans`, only those of its items that have one of these are to be looked at.
 */
export type Part = { from?: string; to?: string; spans?: readonly string[] }

/**
 * Where items that were issued in a range stand, in ascending order. Nearly all have a key with a day of the range in it.
 * Before it is what has no end and began earlier, after it what began in the range and ends later: both are stated
 * dates of more than one day, which `spansOf` tells. `known` are the spans that there are.
 */
export function partsOf(range: string, known: readonly string[]): Part[] {
  const { earliest, latest } = dateRangeBounds(range)
  const parts: Part[] = [
    ...(earliest === undefined ? [] : [{ to: earliest, spans: [long] }]),
    { from: earliest ?? "0", ...(latest !== undefined && { to: `${latest}>` }) },
    ...(latest === undefined ? [] : [{ from: `${latest}?`, spans: [yearOf(latest), long] }]),
  ]
  return parts.flatMap((part) => {
    const spans = part.spans?.filter((span) => known.includes(span))
    return spans === undefined ? [part] : spans.length === 0 ? [] : [{ ...part, spans }]
  })
}

/** Where a stated date means more than one day: the years of which it has days, `long` where those are many or have no end. */
export function spansOf({ issued }: Dated): string[] {
  const { earliest, latest } = known(issued) ?? { earliest: "", latest: "" }
  if (earliest === latest) return []
  if (earliest === undefined || latest === undefined) return [long]
  const [first, last] = [Number(yearOf(earliest)), Number(yearOf(latest))]
  if (last - first >= mostYears) return [long]
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n).padStart(4, "0"))
}

const long = "long"
const mostYears = 12

const yearOf = (day: string) => day.slice(0, 4)

/** The bounds of a date that says at least one of them. */
function known(edtf: string | undefined) {
  const bounds = edtf === undefined ? {} : boundsOf(edtf)
  return bounds.earliest === undefined && bounds.latest === undefined ? undefined : bounds
}
