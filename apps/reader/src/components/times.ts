import { createMemory } from "../memory.js"
import { formatEdtf, type FormatLocale, formatWhen, isEdtf, parseEdtf } from "@pg/domain/dates"

/**
 * A part of a date in words; `datetime` where a machine can be told the same (HTML time element), `isClose` where it is
 * read at one glance and stays on one line.
 */
export type TimePart = { text: string; datetime?: string; isClose?: true }

/**
 * A date or interval in words, its ends apart, each with what HTML can say of it: a year, a month or a day that is
 * neither uncertain nor approximate. Of an interval with an open end, or one that shares a year that it does not say,
 * nothing is told to machines.
 */
export const timesOf = (edtf: string, locale: FormatLocale): readonly TimePart[] =>
  known(`${locale} ${edtf}`, () => readTimes(edtf, locale))

/** A list shows the same days again and again, and a year has few. */
const known = createMemory<readonly TimePart[]>(5000)

function readTimes(edtf: string, locale: FormatLocale): TimePart[] {
  const text = formatEdtf(edtf, locale)
  const [start = "", end] = edtf.split("/")
  if (end === undefined || start === end) return [{ text, ...datetimeOf(start) }]
  const last = isEdtf(end) ? formatEdtf(end, locale) : ""
  const first = /^(.+?)(\s*–\s*|\s+(?:au|à)\s+)$/u.exec(text.slice(0, -last.length))
  if (!first || last === "" || !text.endsWith(last)) return [{ text }]
  return [{ text: first[1]!, ...datetimeOf(start) }, { text: first[2]! }, { text: last, ...datetimeOf(end) }]
}

/** When something takes place in words: its days as `timesOf` has them, and after each day the time of it. */
export function timesOfWhen(
  when: { start: string; end?: string | undefined; timeZone?: string | undefined },
  locale: FormatLocale,
): readonly TimePart[] {
  const [start, end] = [when.start, when.end ?? when.start].map((edtf) => edtf.replace(/T[^?~%]*/, ""))
  const days = start === end ? start! : `${start}/${end}`
  if (!when.start.includes("T") && !when.end?.includes("T")) return timesOf(days, locale)
  const text = formatWhen(when, locale)
  if (start !== end) return daysIn(text, start!, end!, locale)
  const [, comma = "", clock = "", zone = ""] =
    /^(, )(\S+)(.*)$/u.exec(text.slice(formatEdtf(days, locale).length)) ?? []
  const rest: TimePart[] = [{ text: comma }, { text: clock, isClose: true }, { text: zone }]
  return [...timesOf(days, locale), ...rest.filter((part) => part.text !== "")]
}

/** The two days within the words that say from when on the first until when on the last. */
function daysIn(text: string, start: string, end: string, locale: FormatLocale): TimePart[] {
  const [first, last] = [formatEdtf(start, locale), formatEdtf(end, locale)]
  const between = text.indexOf(first) + first.length
  const to = text.indexOf(last, between)
  return [
    { text: text.slice(0, between), ...datetimeOf(start) },
    { text: text.slice(between, to) },
    { text: last, ...datetimeOf(end) },
    { text: text.slice(to + last.length) },
  ].filter((part) => part.text !== "")
}

/** HTML knows years from 0001, of four digits and more. */
function datetimeOf(edtf: string): { datetime?: string } {
  if (!/^\d{4}(-\d\d){0,2}$/.test(edtf) || edtf.startsWith("0000")) return {}
  const date = parseEdtf(edtf)
  return "start" in date ? {} : { datetime: edtf }
}
