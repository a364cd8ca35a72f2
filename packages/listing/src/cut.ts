import { type Range, trim } from "./text.js"

/** Cuts a range at a word's end, or failing that anywhere but within a character, to a length. */
export function cut(raw: string, range: Range, longest: number): { kept: Range; rest?: Range } {
  if (range.end - range.start <= longest) return { kept: range }
  const limit = range.start + longest
  const space = raw.slice(range.start, limit + 1).search(/\s\S*$/)
  const isHalf = /[\ud800-\udbff]/.test(raw[limit - 1]!) && /[\udc00-\udfff]/.test(raw[limit]!)
  const end = space > longest / 2 ? range.start + space : limit - (isHalf ? 1 : 0)
  return { kept: trim(raw, { start: range.start, end }), rest: trim(raw, { start: end, end: range.end }) }
}
