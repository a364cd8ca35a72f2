import type { Source } from "@pg/domain"

/** A part of a source: characters as they stand there, or a stretch of them from which fields were read. */
export type Part = string | { paths: string[]; parts: Part[] }

/** One line of a source: its number there, and its parts in order. Together, with their line ends, lines are the text. */
type Line = { number: number; parts: Part[] }

/** Lines of a source, and whether it has more. */
export type Lines = { lines: Line[]; goesOn: boolean }

/**
 * The first lines of an item's source with the fields that were read from them, without the empty ones at its end: they
 * separate it from the next item. A span inside another one is a part of it; one that crosses another's end is cut
 * there, and one that goes over several lines is cut into them. Spans whose characters do not stand where they say are
 * left out.
 */
export function readLines({ text, spans }: Pick<Source, "text" | "spans">, most = Number.POSITIVE_INFINITY): Lines {
  const lines = splitLines(text.trimEnd())
  const first = firstLine(text, spans, lines)
  const marks = Object.entries(spans).flatMap(([path, span]) => {
    const from = placeOf(span, lines[span.line - first])
    return stands(text, from, span.text) ? [{ path, from, to: from + span.text.length }] : []
  })
  return {
    lines: lines.slice(0, most).map(({ start, end }, index) => ({
      number: first + index,
      parts: partsOf(text.slice(start, end), marksOf(marks, start, end - start)),
    })),
    goesOn: lines.length > most,
  }
}

type Mark = { paths: string[]; from: number; to: number }
type Spans = Source["spans"]

/** Where a line stands in its text, its line end excluded. */
type Stretch = { start: number; end: number }

/** Lines end with LF, CRLF or CR, as they do for who wrote the spans. */
function splitLines(text: string): Stretch[] {
  const lines: Stretch[] = []
  let start = 0
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index })
    start = index + lineEnd.length
  }
  return start === text.length ? lines : [...lines, { start, end: text.length }]
}

const placeOf = (span: Spans[string], line: Stretch | undefined) => (line?.start ?? Number.NaN) + span.column - 1
const stands = (text: string, from: number, part: string) => !Number.isNaN(from) && text.startsWith(part, from)

/** Of the lines on which one span stands, as many are tried: a source of equal lines would be tried without end. */
const mostTried = 100

/**
 * The number that the text's first line has in the whole source: by the first span that stands on any line. Where it
 * stands on several, the number with which most spans stand where they say.
 */
function firstLine(text: string, spans: Spans, lines: readonly Stretch[]): number {
  const all = Object.values(spans)
  const fitting = (first: number) =>
    all.filter((span) => stands(text, placeOf(span, lines[span.line - first]), span.text)).length
  for (const span of all) {
    const candidates = lines
      .slice(0, span.line)
      .flatMap((line, index) => (stands(text, placeOf(span, line), span.text) ? [span.line - index] : []))
    const [one, ...others] = candidates.slice(0, mostTried).map((first) => ({ first, fits: fitting(first) }))
    if (one) return others.reduce((best, other) => (other.fits > best.fits ? other : best), one).first
  }
  return all[0]?.line ?? 1
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
