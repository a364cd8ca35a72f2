import { boundsOf, isEdtf } from "@pg/domain"

/**
 * The EDTF interval in which each undated item of a list must have been issued, the list being sorted newest first:
 * from the date of the nearest later entry that has one to that of the nearest earlier one, `..` where there is none.
 * `issued` holds, in list order, the dates that bound others; undefined where an entry has none or none to trust.
 */
export function issuedBounds(issued: readonly (string | undefined)[]): (string | undefined)[] {
  const newer = nearestBefore(issued)
  const older = nearestBefore(issued.toReversed()).toReversed()
  return issued.map((_, at) => {
    if (newer[at] === undefined && older[at] === undefined) return undefined
    const bounds = `${older[at] ?? ".."}/${newer[at] ?? ".."}`
    return isEdtf(bounds) ? bounds : undefined
  })
}

/** Whether a date that is less exact than a day can lie within bounds. */
export function fits(edtf: string, bounds: string | undefined): boolean {
  const [own, around] = [boundsOf(edtf), bounds === undefined ? {} : boundsOf(bounds)]
  const isAfter = (day: string | undefined, limit: string | undefined) =>
    day !== undefined && limit !== undefined && day > limit
  return !isAfter(own.earliest, around.latest) && !isAfter(around.earliest, own.latest)
}

function nearestBefore(dates: readonly (string | undefined)[]): (string | undefined)[] {
  let last: string | undefined
  return dates.map((date) => {
    const before = last
    last = date ?? last
    return before
  })
}
