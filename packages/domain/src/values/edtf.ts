import { InvalidInput } from "../errors.js"

/**
 * One date of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2): a year, a month of it, or a day,
 * and of a day perhaps the time as `hh:mm[:ss][Z|±hh:mm]`. `year` is absent where the text does not say it
 * (`XXXX-06-15`). `uncertain` is the mark `?`, `approximate` the mark `~`, both together `%`.
 */
export type EdtfDate = {
  year?: number
  month?: number
  day?: number
  time?: string
  uncertain: boolean
  approximate: boolean
}

/** An end of an interval: a date, `"open"` (`..`: goes on) or `"unknown"` (nothing: there is one, nobody says which). */
export type EdtfEnd = EdtfDate | "open" | "unknown"

/** An interval, both ends inclusive, as people write them: level 0 `2021-06-15/2021-06-16`, level 1 with open ends. */
export type EdtfInterval = { start: EdtfEnd; end: EdtfEnd }

/** Earliest and latest day that a date can mean, `YYYY-MM-DD`; absent where there is no limit or none is known. */
export type Bounds = { earliest?: string; latest?: string }

/** Whether a text is a date or interval that `parseEdtf` reads. */
export const isEdtf = (text: string): boolean => read(text) !== undefined

/**
 * Reads a date or interval of the Extended Date/Time Format: all of level 0 within years 0000 to 9999, of level 1 the
 * open and unknown ends and the marks at a date's end, of level 2 the year that nobody said (`XXXX-06-15`); and, beyond
 * the standard, times without seconds. A day that no calendar has (`2021-06-31`) and an interval that runs backwards, or
 * of which one end says its year and the other does not, throw InvalidInput, path "".
 */
export function parseEdtf(text: string): EdtfDate | EdtfInterval {
  const value = read(text)
  if (value) return value
  throw new InvalidInput([{ path: "", message: `"${text.slice(0, 60)}" is not a date (EDTF), as in 2021-06-15` }])
}

/** The earliest and latest day that a date or interval can mean; its marks `?` and `~` do not widen it. */
export function boundsOf(edtf: string): Bounds {
  const value = parseEdtf(edtf)
  return "start" in value ? intervalBounds(value) : dateBounds(value)
}

/**
 * Orders two dates or intervals: by earliest day, then latest day, then as text, so that the order is total.
 * An open or unknown start comes before, an open or unknown end after everything else. Negative, 0 or positive.
 */
export function compareEdtf(a: string, b: string): number {
  const [first, second] = [boundsOf(a), boundsOf(b)]
  return (
    compare(first.earliest ?? "", second.earliest ?? "") ||
    compare(first.latest ?? "~", second.latest ?? "~") ||
    compare(a, b)
  )
}

/**
 * Dates and intervals as a regular expression, for schemas that can hold no more; it takes some days that no calendar has.
 */
export const edtfPattern = (() => {
  const date = String.raw`(\d{4}|XXXX(?=-))(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d(:\d\d)?)?)?)?)?[?~%]?`
  return { date: `^${date}$`, any: `^(${date}(/(${date}|\\.\\.)?)?|(\\.\\.)?/${date})$` }
})()

/** The number of days of a month of a year (proleptic Gregorian, ISO 8601); February has 29 where no year is said. */
export const daysInMonth = (year: number | undefined, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const datePattern =
  /^(\d{4}|XXXX(?=-))(?:-(\d\d)(?:-(\d\d)(?:T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?))?)?)?([?~%])?$/

function read(text: string): EdtfDate | EdtfInterval | undefined {
  if (text.length > 100) return undefined
  const parts = text.split("/")
  if (parts.length === 1) return readDate(text)
  const [start, end] = parts.map(readEnd)
  if (parts.length !== 2 || start === undefined || end === undefined) return undefined
  if (typeof start === "string" && typeof end === "string") return undefined
  return runsForward(start, end) ? { start, end } : undefined
}

/** Where the ends are one day, times are compared if they are said in the same offset. */
function runsForward(start: EdtfEnd, end: EdtfEnd): boolean {
  if (typeof start === "string" || typeof end === "string") return true
  if ((start.year === undefined) !== (end.year === undefined)) return false
  // Any leap year will do to compare days of a year that nobody said.
  const inYear = (date: EdtfDate): EdtfDate => ({ year: 2000, ...date })
  const { earliest = "" } = dateBounds(inYear(start))
  const { latest = "" } = dateBounds(inYear(end))
  return earliest < latest || (earliest === latest && !isTimeReversed(start.time, end.time))
}

function isTimeReversed(start: string | undefined, end: string | undefined): boolean {
  const [from, to] = [start, end].map((time) => /^(\d\d:\d\d)(:\d\d)?(.*)$/.exec(time ?? ""))
  if (!from || !to || from[3] !== to[3]) return false
  return `${from[1]}${from[2] ?? ":00"}` > `${to[1]}${to[2] ?? ":00"}`
}

const readEnd = (text: string): EdtfEnd | undefined =>
  text === ".." ? "open" : text === "" ? "unknown" : readDate(text)

function readDate(text: string): EdtfDate | undefined {
  const match = datePattern.exec(text)
  if (!match) return undefined
  const [, yearText = "", monthText, dayText, time, mark = ""] = match
  const year = yearText === "XXXX" ? undefined : Number(yearText)
  const [month, day] = [monthText, dayText].map((digits) => (digits === undefined ? undefined : Number(digits)))
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(year, month))) return undefined
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(time !== undefined && { time }),
    uncertain: mark === "?" || mark === "%",
    approximate: mark === "~" || mark === "%",
  }
}

const isLeap = (year: number | undefined) =>
  year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))

function dateBounds({ year, month, day }: EdtfDate): Bounds {
  if (year === undefined) return {}
  const write = (m: number, d: number) => `${pad(year, 4)}-${pad(m, 2)}-${pad(d, 2)}`
  const last = month ?? 12
  return { earliest: write(month ?? 1, day ?? 1), latest: write(last, day ?? daysInMonth(year, last)) }
}

function intervalBounds({ start, end }: EdtfInterval): Bounds {
  const earliest = typeof start === "string" ? undefined : dateBounds(start).earliest
  const latest = typeof end === "string" ? undefined : dateBounds(end).latest
  return { ...(earliest !== undefined && { earliest }), ...(latest !== undefined && { latest }) }
}

const pad = (number: number, digits: number) => String(number).padStart(digits, "0")

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
