import { daysInMonth } from "@pg/domain"
import { phraseAt } from "../phrases.js"
import type { Token } from "../tokens.js"
import { dashes, type Point, readPoint, readYear, skipAll, skipMarks } from "./date-point.js"
import { phrasesOf } from "./words.js"

/**
 * A date found in a line. `edtf` is absent where no calendar has it: then `problem` says why. `precision` is that of
 * its less exact end. `isRange` where it has two ends.
 */
export type DateFound = {
  from: number
  to: number
  edtf?: string
  precision: "day" | "month" | "year"
  isRange: boolean
  hasYear: boolean
  problem?: string
  /** What an editor should look at although the date has a value. */
  doubt?: string
  /** The days of the week that the line gives, where they are not those of the date. */
  wrongWeekday?: boolean
}

/** Finds the most exact date of a line: days before months before years, each from left to right. */
export function findDate(tokens: readonly Token[]): DateFound | undefined {
  let best: DateFound | undefined
  for (let from = 0; from < tokens.length; from++) {
    const found = readDateAt(tokens, from)
    if (found && (best === undefined || exactness(found) > exactness(best))) best = found
    if (found?.precision === "day" && found.hasYear) return best
    if (found) from = found.to - 1
  }
  return best
}

/** Reads a date or a range of dates that begins at a token. */
export function readDateAt(tokens: readonly Token[], from: number): DateFound | undefined {
  const afterStart = skipAll(rangeStarts, tokens, from)
  const first = readPoint(tokens, afterStart)
  const range = first && readRange(tokens, first)
  if (range) return finish(tokens, from, range)
  const single = afterStart === from ? first : readPoint(tokens, from)
  const isDate = single !== undefined && (single.month !== undefined || single.year !== undefined)
  return isDate ? finish(tokens, from, { ends: [single], to: single.to }) : undefined
}

type Reading = { ends: Point[]; to: number; isList?: boolean }

/** Two points with a word or dash between them; a list of days (15, 16 and 17 June) is a range where none is missing. */
function readRange(tokens: readonly Token[], first: Point): Reading | undefined {
  const ends = [first]
  let isList = false
  for (let last = first; ; ) {
    const next = readConnected(tokens, last)
    if (!next) break
    isList ||= next.isList
    ends.push((last = next.point))
    if (!next.isList && ends.length > 1) break
  }
  if (ends.length < 2) return undefined
  const last = withYear(tokens, ends.pop()!, first)
  ends.push(last)
  const isLoneDay = last.month === undefined && last.year === undefined && first.month === undefined
  return isLoneDay ? undefined : { ends, to: last.to, isList }
}

/** June 15–16, 2021: the year stands after the second day. */
const withYear = (tokens: readonly Token[], last: Point, first: Point): Point =>
  last.month === undefined && first.month !== undefined ? { ...last, ...readYear(tokens, last.to) } : last

function readConnected(tokens: readonly Token[], before: Point): { point: Point; isList: boolean } | undefined {
  const mark = tokens[before.to]
  const isDash = mark?.kind === "mark" && dashes.has(mark.text)
  const isSlash = mark?.text === "/" || mark?.text === "&" || mark?.text === "+"
  const isComma = mark?.text === ","
  const word = phraseAt(rangeWords, tokens, before.to)
  const conjunction = phraseAt(conjunctions, tokens, isComma ? before.to + 1 : before.to)
  const isList = !isDash && !word && (isComma || isSlash || conjunction !== undefined)
  if (!isDash && !word && !isList) return undefined
  const start = isDash ? before.to + 1 : (word?.to ?? conjunction?.to ?? before.to + 1)
  const point = readPoint(tokens, skipMarks(tokens, skipAll(rangeWords, tokens, start), "'’"))
  if (!point || (isComma && (before.month !== undefined || (point.day ?? 0) <= (before.day ?? 0)))) return undefined
  // "9 June 2021 - 10 am": a number after a date that has its year already begins something else.
  const isWhole = before.day !== undefined && before.month !== undefined && before.year !== undefined
  if (isWhole && point.month === undefined) return undefined
  if (isList && (before.day === undefined) !== (point.day === undefined)) return undefined
  return { point, isList }
}

/** Lets the ends complete each other, and judges the result against the calendar. */
function finish(tokens: readonly Token[], from: number, { ends, to, isList }: Reading): DateFound | undefined {
  const [start, end] = complete(ends[0]!, ends.at(-1)!)
  if (start.month === undefined && start.day !== undefined) return undefined
  const isRange = ends.length > 1
  const precision =
    start.month === undefined || end.month === undefined
      ? "year"
      : start.day === undefined || end.day === undefined
        ? "month"
        : "day"
  const found = { from, to, precision, isRange, hasYear: start.year !== undefined && end.year !== undefined } as const
  const impossible = [start, end].find((point) => !isPossible(point))
  if (impossible) return { ...found, problem: isMonthFirst(impossible) ? monthFirst : notInCalendar }
  if (key(start) > key(end)) return { ...found, problem: "The range runs backwards; correct it in the source." }
  const gaps = isList && !isConsecutive(ends, start, end)
  const edtf = isRange && key(start) !== key(end) ? `${write(start)}/${write(end)}` : write(start)
  const wrongWeekday = [start, end].some(isOnOtherWeekday)
  return { ...found, edtf, ...(gaps && { doubt: separateDays }), ...(wrongWeekday && { wrongWeekday }) }
}

const notInCalendar = "No calendar has this day; correct it in the source."
const monthFirst = "No calendar has this day; if the month stands first, write it in letters in the source."
const separateDays = "These are separate days: only the first and the last are kept, as a range; check it."

/** 15–16 June; June 15–16, 2021; 30 December – 2 January 2022, which begins in the year before. */
function complete(first: Point, last: Point): [Point, Point] {
  const end = { ...last }
  const start = { ...first }
  if (end.month === undefined && end.day !== undefined && start.month !== undefined) end.month = start.month
  if (start.month === undefined && start.day !== undefined && end.month !== undefined) start.month = end.month
  if (end.year === undefined && start.year !== undefined) end.year = start.year
  if (start.year === undefined && end.year !== undefined) start.year = end.year - (crossesNewYear(start, end) ? 1 : 0)
  return [start, end]
}

/** Half a year at most: 15 July – 3 June is a mistake rather than eleven months. */
const crossesNewYear = (start: Point, end: Point) =>
  start.month !== undefined && end.month !== undefined && start.month > end.month && end.month + 12 - start.month <= 6

const isPossible = ({ year, month, day }: Point) =>
  (month === undefined || (month >= 1 && month <= 12)) &&
  (day === undefined || (day >= 1 && month !== undefined && day <= daysInMonth(year, month)))

const isMonthFirst = ({ month = 0, day = 0 }: Point) => month > 12 && month <= 31 && day >= 1 && day <= 12

/** Whether a list leaves no day out: 15 and 16 June, or 15, 16, 17 June. */
function isConsecutive(ends: readonly Point[], start: Point, end: Point): boolean {
  const days = dayNumber(end) - dayNumber(start)
  return start.day === undefined
    ? ends.length === 2 && (end.month ?? 0) - (start.month ?? 0) === 1
    : days === ends.length - 1
}

const dayNumber = ({ year = 2000, month = 1, day = 1 }: Point) =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000)

function isOnOtherWeekday(point: Point): boolean {
  if (point.weekday === undefined || point.year === undefined) return false
  return !point.weekday.has(((((dayNumber(point) + 3) % 7) + 7) % 7) + 1)
}

const key = ({ year = 0, month = 0, day = 0 }: Point) => (year * 100 + month) * 100 + day

const write = ({ year, month, day }: Point) =>
  [year === undefined ? "XXXX" : String(year), month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, "0"))
    .join("-")

const exactness = ({ precision, hasYear }: DateFound) =>
  ["year", "month", "day"].indexOf(precision) * 2 + (hasYear ? 1 : 0)

const rangeStarts = phrasesOf("rangeStarts")
const rangeWords = phrasesOf("rangeWords")
const conjunctions = phrasesOf("conjunctions")
