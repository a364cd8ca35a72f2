/**
 * Which of some dates stand in the order of a list that is sorted newest first: the longest run that never grows
 * newer. Of equally long runs it is the one that leaves out the newer dates, as those of events to come are. Undefined
 * where more dates stand out than can be events': then the list is not sorted so. `days` are ISO days, in list order.
 */
export function inOrder(days: readonly string[]): ReadonlySet<number> | undefined {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  for (let at = days.length - 1; at >= 0; at--) {
    const length = firstEndAfter(days, ends, days[at]!)
    before[at] = ends[length - 1]
    ends[length] = at
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at)
  const outside = days.length - kept.size
  return outside <= Math.max(1, days.length / 3) ? kept : undefined
}

/** The first run, by length, whose newest day is after a day (binary search; patience sorting). */
function firstEndAfter(days: readonly string[], ends: readonly number[], day: string): number {
  let low = 0
  for (let high = ends.length; low < high; ) {
    const middle = (low + high) >> 1
    if (days[ends[middle]!]! <= day) low = middle + 1
    else high = middle
  }
  return low
}
