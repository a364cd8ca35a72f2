import type { Block } from "./blocks.js"
import { type Dateline, readDateline } from "./dateline.js"
import { readLanguages } from "./readers/languages.js"
import type { Range, Text } from "./text.js"

/** A dateline and the line that it stands on. */
export type DatelineAt = Range & { dateline: Dateline }

/**
 * What each line of an item is. `isSplit` where a separator seems to be missing before it; `isTextual` where its teaser
 * reads as text, so that it needs no separator to be an item.
 */
export type Layout = {
  headings: Range[]
  datelines: DatelineAt[]
  teaser: Range[]
  languages?: Range & { locales: string[] }
  residue: Range[]
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
  const datelines = new Map<number, Dateline | undefined>()
  const datelineAt = (at: number): Dateline | undefined => {
    if (!datelines.has(at)) datelines.set(at, readDateline(raw.slice(lines[at]!.start, lines[at]!.end)))
    return datelines.get(at)
  }
  const isCut = (at: number) => isCutTeaser(raw, lines[at]!)
  for (let from = 0; from < lines.length; ) {
    const to = endOfItem({ lines, datelineAt, isCut }, from)
    const layout = layOutItem({ raw, lines, datelineAt }, from, to)
    layouts.push({ ...layout, isSplit: from > 0 })
    from = to
  }
  return layouts
}

type Lines = {
  lines: readonly Range[]
  datelineAt: (at: number) => Dateline | undefined
  isCut: (at: number) => boolean
}

/** Where the item that begins at a line ends: at the block's end, or where a separator is missing. */
function endOfItem({ lines, datelineAt, isCut }: Lines, from: number): number {
  let dateline: number | undefined
  for (let at = from + 1; at < lines.length; at++) {
    if (isCut(at)) return lines.length - at > 2 ? at + 1 : lines.length
    if (!datelineAt(at)?.date) continue
    if (dateline !== undefined && at - dateline > 2) return at - 1
    dateline ??= at
  }
  return lines.length
}

function layOutItem(
  { raw, lines, datelineAt }: Omit<Lines, "isCut"> & { raw: string },
  from: number,
  to: number,
): Omit<Layout, "isSplit"> {
  const isDateline = (at: number) => at < to && datelineAt(at) !== undefined
  let first = from + 1
  while (first < to && !isDateline(first)) first++
  const isFirstLine = first >= to && datelineAt(from)?.date?.precision === "day"
  const dateline = isFirstLine ? from : first
  const second =
    dateline < to && isDateline(dateline + 1) && completes(datelineAt(dateline)!, datelineAt(dateline + 1)!)
  const ends = dateline + (second ? 2 : 1)
  const teaserFrom = dateline < to && !isFirstLine ? ends : teaserStart(raw, lines, isFirstLine ? from + 1 : from, to)
  const above =
    isFirstLine && to - from < 3 ? [] : lines.slice(isFirstLine ? from + 1 : from, Math.min(first, teaserFrom))
  const below = lines.slice(teaserFrom, to)
  const { languages, others } = takeLanguages(raw, above, below)
  const lineAt = (number: number): DatelineAt => ({ ...lines[number]!, dateline: datelineAt(number)! })
  return {
    ...splitTeaser(raw, others),
    datelines: dateline >= to ? [] : second ? [lineAt(dateline), lineAt(dateline + 1)] : [lineAt(dateline)],
    ...(languages && { languages }),
  }
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
