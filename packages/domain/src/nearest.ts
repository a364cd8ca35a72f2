/**
 * The candidate that a mistyped word most likely meant: fewest edits (insert, delete, replace, swap of neighbours;
 * the optimal string alignment distance), letter case ignored, at most one edit for every three letters.
 * `undefined` where none is that near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let fewest = tooMany(wanted)
  for (const candidate of candidates) {
    const edits = editsTo(wanted, candidate, fewest)
    if (edits < fewest) [best, fewest] = [candidate, edits]
  }
  return best
}

/** All candidates that are that near, the nearest first; of those that are equally near, in the order given. */
export function nearby(word: string, candidates: Iterable<string>): string[] {
  const wanted = word.toLowerCase()
  const most = tooMany(wanted)
  return [...candidates]
    .map((candidate) => ({ candidate, edits: editsTo(wanted, candidate, most) }))
    .filter(({ edits }) => edits < most)
    .toSorted((a, b) => a.edits - b.edits)
    .map(({ candidate }) => candidate)
}

const tooMany = (word: string) => Math.floor(word.length / 3) + 1

/** How many edits lead from a word to a candidate; where they are at least `limit` anyway, no more than that is said. */
const editsTo = (wanted: string, candidate: string, limit: number): number =>
  Math.abs(candidate.length - wanted.length) >= limit ? limit : distance(wanted, candidate.toLowerCase())

function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      let edits = Math.min(replaced, last[column]! + 1, current[column - 1]! + 1)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        edits = Math.min(edits, beforeLast[column - 2]! + 1)
      current.push(edits)
    }
    ;[beforeLast, last] = [last, current]
  }
  return last[b.length]!
}
