import type { Source } from "@pg/domain"

/** A part of a source: characters as they stand there, or a stretch of them from which fields were read. */
export type Part = string | { paths: string[]; parts: Part[] }

/** One line of a source: its number there, and its parts in order. Together, with their line ends, lines are the text. */
export type Line = { number: number; parts: Part[] }

/**
 * The lines of an item's source with the fields that were read from them. A span inside another one is a part of it;
 * one that crosses another's end is cut there, and one that goes over several lines is cut into them. Spans whose
 * characters do not stand where they say are left out.
 */
export function readLines({ text, spans }: Pick<Source, "text" | "spans">): Line[] {
  const lines = text.replace(/\r?\n$/, "").split("\n")
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0))
  const first = firstLine(text, spans, starts)
  const marks = Object.entries(spans).flatMap(([path, span]) => {
    const start = starts[span.line - first]
    const from = (start ?? 0) + span.column - 1
    return start !== undefined && stands(text, from, span.text) ? [{ path, from, to: from + span.text.length }] : []
  })
  return lines.map((line, index) => ({
    number: first + index,
    parts: partsOf(line.replace(/\r$/, ""), marksOf(marks, starts[index]!, line.length)),
  }))
}

type Mark = { paths: string[]; from: number; to: number }
type Spans = Source["spans"]

const stands = (text: string, from: number, part: string) => text.startsWith(part, from)

/** The number that the text's first line has in the whole source: the one with which most spans stand where they say. */
function firstLine(text: string, spans: Spans, starts: readonly number[]): number {
  const all = Object.values(spans)
  const [one] = all
  if (!one) return 1
  const fitting = (first: number) =>
    all.filter((span) => stands(text, (starts[span.line - first] ?? Number.NaN) + span.column - 1, span.text)).length
  const candidates = starts.map((_, index) => one.line - index).filter((number) => number >= 1)
  return candidates.reduce((best, number) => (fitting(number) > fitting(best) ? number : best), candidates[0] ?? 1)
}

/** The marks within a line, those of the same characters as one, outer ones before inner ones. */
function marksOf(marks: readonly { path: string; from: number; to: number }[], start: number, length: number): Mark[] {
  const byStretch = new Map<string, Mark>()
  for (const { path, ...mark } of marks) {
    const [from, to] = [Math.max(mark.from - start, 0), Math.min(mark.to - start, length)]
    if (from >= to) continue
    const known = byStretch.get(`${from} ${to}`)
    if (known) known.paths.push(path)
    else byStretch.set(`${from} ${to}`, { paths: [path], from, to })
  }
  return [...byStretch.values()].toSorted((a, b) => a.from - b.from || b.to - a.to)
}

function partsOf(line: string, marks: readonly Mark[], from = 0, to = line.length): Part[] {
  const parts: Part[] = []
  const rest = [...marks]
  let at = from
  while (rest.length > 0) {
    const mark = rest.shift()!
    const inner = rest.filter((other) => other.from < mark.to)
    rest.splice(0, inner.length)
    if (mark.from > at) parts.push(line.slice(at, mark.from))
    const cut = inner.map((other) => ({ ...other, to: Math.min(other.to, mark.to) }))
    parts.push({ paths: mark.paths, parts: partsOf(line, cut, mark.from, mark.to) })
    at = mark.to
  }
  if (at < to) parts.push(line.slice(at, to))
  return parts
}
