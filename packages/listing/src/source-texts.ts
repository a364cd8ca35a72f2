/**
 * Parts a text among the items that were read from it, so that one part after the other is the text again: `ends` are
 * the offsets at which their parts would end. A part may hold `most` characters at most; what is more goes to the next
 * parts, then to those before. What all together cannot hold is left over at the front: its length is `left`.
 */
export function partAmong(length: number, ends: readonly number[], most: number): { starts: number[]; left: number } {
  const starts = [0, ...ends.slice(0, -1)]
  for (let at = 1; at < starts.length; at++) starts[at] = Math.min(starts[at]!, starts[at - 1]! + most)
  for (let at = starts.length - 1, end = length; at >= 0; end = starts[at]!, at--)
    starts[at] = Math.max(starts[at]!, end - most)
  return { starts, left: starts[0] ?? length }
}
