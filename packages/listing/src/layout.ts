import type { Block } from "./blocks.js"
import { type Dateline, readDateline } from "./dateline.js"
import { readLanguages } from "./readers/languages.js"
import type { Range, Text } from "./text.js"

/** A dateline and the line that it stands on. */
export type DatelineAt = Range & { dateline: Dateline }

/**
 * What each line of an item is. `isSplit` where a separator seems to be missing before it; `isTextual` where its teaser
 * reads as text, so that it needs no separator to be an item. `strays` are lines of the teaser that are datelines too.
 */
export type Layout = {
  headings: Range[]
  datelines: DatelineAt[]
  teaser: Range[]
  languages?: Range & { locales: string[] }
  residue: Range[]
  strays: Range[]
  isSplit: boolean
  isTextual: boolean
}

/**
 * Tells the lines of a block apart. The dateline is the first line that is one, and never the block's first, unless
 * that bears a day and no other line does: then the headings stand below it, and where it has but a teaser, there are
 * none. Otherwise what is above are headings, what is below is the teaser. A long line that ends in dots ends its item: where more follows, a separator is missing.
 */
export function layOut({ raw }: Text, { lines }: Block): Layout[] {
  const layouts: Layout[] = []
  const datelines: (Dateline | "none")[] = []
  const datelineAt = (at: number): Dateline | undefined => {
    const dateline = (datelines[at] ??= readDateline(raw.slice(lines[at]!.start, lines[at]!.end)) ?? "none")
    return dateline === "none" ? undefined : dateline
  }
  for (let from = 0; from < lines.length; ) {
    const to = endOfItem({ raw, lines, datelineAt }, from)
    const layout = layOutItem({ raw, lines, datelineAt }, from, to)
    layouts.push({ ...layout, isSplit: from > 0 })
    from = to
  }
  return layouts
}

type Lines = { raw: string; lines: readonly Range[]; datelineAt: (at: number) => Dateline | undefined }

/** Where the item that begins at a line ends: at the block's end, or where a separator is missing. */
function endOfItem({ raw, lines, datelineAt }: Lines, from: number): number {
  let hasDateline = false
  for (let at = from + 1; at < lines.length; at++) {
    if (isCutTeaser(raw, lines[at]!)) return lines.length - at > 2 ? at + 1 : lines.length
    if (!isWhole(datelineAt(at))) continue
    const hasHeading = at - from > 3 && !isText(raw, lines[at - 1]!)
    if (hasDateline && hasHeading && !isWhole(datelineAt(at - 1)) && !isWhole(datelineAt(at - 2))) return at - 1
    hasDateline = true
  }
  return lines.length
}

/** Whether a line is a dateline beyond doubt: with a day and its year. */
const isWhole = (dateline: Dateline | undefined) => dateline?.date?.precision === "day" && dateline.date.hasYear

function layOutItem(block: Lines, from: number, to: number): Omit<Layout, "isSplit"> {
  const { raw, lines, datelineAt } = block
  const { datelines, headingsFrom, headingsTo, teaserFrom } = frame(block, from, to)
  const { languages, others } = takeLanguages(raw, lines.slice(headingsFrom, headingsTo), lines.slice(teaserFrom, to))
  const strays = Array.from({ length: to - teaserFrom }, (_, at) => teaserFrom + at).filter((at) =>
    isWhole(datelineAt(at)),
  )
  return {
    ...splitTeaser(raw, others),
    strays: strays.map((at) => lines[at]!),
    datelines: datelines.map((at) => ({ ...lines[at]!, dateline: datelineAt(at)! })),
    ...(languages && { languages }),
  }
}

type Frame = { datelines: number[]; headingsFrom: number; headingsTo: number; teaserFrom: number }

/** Where the headings of an item stand, its dateline, and where its teaser begins. */
function frame({ raw, lines, datelineAt }: Lines, from: number, to: number): Frame {
  let first = from + 1
  while (first < to && !datelineAt(first)) first++
  if (first < to) {
    const next = first + 1 < to ? datelineAt(first + 1) : undefined
    const datelines = next && completes(datelineAt(first)!, next) ? [first, first + 1] : [first]
    return { datelines, headingsFrom: from, headingsTo: first, teaserFrom: first + datelines.length }
  }
  const isDateFirst = datelineAt(from)?.date?.precision === "day"
  const datelines = isDateFirst ? [from] : []
  const headingsFrom = from + datelines.length
  const isHeadless = isDateFirst && to - from < 3
  const teaserFrom = isHeadless ? headingsFrom : teaserStart(raw, lines, headingsFrom, to)
  return { datelines, headingsFrom, headingsTo: teaserFrom, teaserFrom }
}

/** Whether a second line goes on with the dateline of the first: the date on one, the place on the other. */
const completes = (first: Dateline, second: Dateline) =>
  second.date === undefined
    ? first.places.length === 0 || second.places.length === 0
    : first.date === undefined && (second.places.length === 0 || first.places.length === 0)

/** Without a dateline the teaser begins at the first line that reads as text, else it is the last line. */
function teaserStart(raw: string, lines: readonly Range[], from: number, to: number): number {
  if (to - from < 2) return to
  for (let at = from + 1; at < to; at++) if (isText(raw, lines[at]!)) return at
  return to - 1
}

/** Takes the line of language codes from beside the dateline or from the end. */
function takeLanguages(raw: string, above: Range[], below: Range[]) {
  const places: [lines: Range[], at: number][] = [
    [above, above.length - 1],
    [below, 0],
    [below, below.length - 1],
  ]
  for (const [lines, at] of places) {
    const line = lines[at]
    const locales = line && (lines === below || at > 0) ? readLanguages(raw.slice(line.start, line.end)) : undefined
    if (line && locales) {
      const rest = lines.filter((other) => other !== line)
      return {
        languages: { ...line, locales },
        others: lines === above ? { above: rest, below } : { above, below: rest },
      }
    }
  }
  return { languages: undefined, others: { above, below } }
}

/** At most three headings; a teaser that stands above its dateline; what follows the dots of a cut teaser is residue. */
function splitTeaser(raw: string, { above, below }: { above: Range[]; below: Range[] }) {
  const last = above.at(-1)
  const isAbove = below.length === 0 && above.length > 1 && last !== undefined && isText(raw, last)
  const headings = isAbove ? above.slice(0, -1) : above
  const teaser = isAbove ? [last] : below
  const cut = teaser.findIndex((line) => isCutTeaser(raw, line))
  const end = cut < 0 ? teaser.length : cut + 1
  return {
    headings: headings.slice(0, 3),
    teaser: teaser.slice(0, end),
    residue: [...headings.slice(3), ...teaser.slice(end)],
    isTextual: teaser.some((line) => isText(raw, line)),
  }
}

/** A line that reads as text rather than as a heading: cut by dots, long, or a sentence to its full stop. */
const isText = (raw: string, { start, end }: Range) =>
  end - start > 200 || (end - start >= 40 && /[.!?…]["'”’»)]?$/.test(raw.slice(end - 3, end)))

const isCutTeaser = (raw: string, { start, end }: Range) =>
  end - start >= 80 && /(?:\.\.\.|…)["'”’»)\]]?$/.test(raw.slice(end - 5, end))
