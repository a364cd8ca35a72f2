import { boundsOf, parseEdtf, type EdtfDate, type EdtfEnd, type EdtfInterval } from "./edtf.js"
import { type FormatLocale, type Language, languages } from "./date-languages.js"

export type { FormatLocale } from "./date-languages.js"

/**
 * A date or interval in words, only as exact as it is: "15–16 June 2021", "June 2021", "15 June" where no year is
 * said, "about 1971", "August 1971 (uncertain)"; « du 15 au 16 juin 2021 », « 1er juillet 2021 ». An interval's marks
 * are printed once, after it. Times of day are left to `formatWhen`. Throws InvalidInput.
 */
export function formatEdtf(edtf: string, locale: FormatLocale): string {
  const value = parseEdtf(edtf)
  return "start" in value ? formatInterval(value, languages[locale]) : formatDate(value, languages[locale])
}

/**
 * When something takes place, in words: its days as `formatEdtf` prints them, its times of day as written with their
 * offset, and the time zone's IANA name: "15 June 2021, 09:30–17:00 (Europe/Paris)", "15 June 2021, 09:30 – 16 June
 * 2021, 12:00 UTC". Throws InvalidInput.
 */
export function formatWhen(
  when: { start: string; end?: string | undefined; timeZone?: string | undefined },
  locale: FormatLocale,
): string {
  const language = languages[locale]
  const [start, end] = [when.start, when.end ?? when.start].map(splitTime) as [DayAndTime, DayAndTime]
  if (start.time === "" && end.time === "")
    return formatEdtf(start.day === end.day ? start.day : `${start.day}/${end.day}`, locale)
  const zone = when.timeZone === undefined ? "" : ` (${when.timeZone})`
  if (start.day === end.day) return `${formatEdtf(start.day, locale)}, ${formatTimes(start, end, language)}${zone}`
  const [first, last] = [start, end].map(({ day, time, offset }) =>
    [formatEdtf(day, locale), time + offset].filter((part) => part !== "").join(", "),
  )
  return language.range(first!, last!, false) + zone
}

/**
 * The days between which an undated thing must lie, in words: "between 16 April and 7 May 2021", "not after 1 March
 * 2021", "about 16 June 2021" where that is all that is left; « entre le 16 avril et le 7 mai 2021 »; "" where it limits
 * nothing. `bounds` is an EDTF interval. Throws InvalidInput.
 */
export function formatBounds(bounds: string, locale: FormatLocale): string {
  const { earliest, latest } = boundsOf(bounds)
  const language = languages[locale]
  if (earliest === undefined) return latest === undefined ? "" : language.notAfter(formatEdtf(latest, locale))
  if (latest === undefined) return language.notBefore(formatEdtf(earliest, locale))
  if (earliest === latest) return language.approximate(formatEdtf(earliest, locale))
  return language.between(...shortened(parseEdtf(earliest) as EdtfDate, parseEdtf(latest) as EdtfDate, language))
}

function formatInterval(interval: EdtfInterval, language: Language): string {
  const ends = [interval.start, interval.end].filter(isDate)
  const marks = [
    ends.some(({ approximate }) => approximate) && language.marks.approximate,
    ends.some(({ uncertain }) => uncertain) && language.marks.uncertain,
  ].filter((mark) => mark !== false)
  const words = formatEnds(unmarked(interval.start), unmarked(interval.end), language)
  return marks.length === 0 ? words : `${words} (${marks.join(", ")})`
}

function formatEnds(start: EdtfEnd, end: EdtfEnd, language: Language): string {
  if (isDate(start) && isDate(end)) {
    if (JSON.stringify(start) === JSON.stringify(end)) return formatDate(start, language)
    const [first, last] = shortened(start, end, language)
    return language.range(first, last, !first.includes(" ") && isAsPrecise(start, end))
  }
  if (isDate(start)) return (end === "open" ? language.from : language.unknownEnd)(formatDate(start, language))
  if (isDate(end)) return (start === "open" ? language.notAfter : language.unknownStart)(formatDate(end, language))
  return ""
}

/** The two ends, the first without the month or year that it shares with the second. */
function shortened(start: EdtfDate, end: EdtfDate, language: Language): [string, string] {
  const sharesYear = start.year === end.year && start.month !== undefined && end.month !== undefined
  const sharesMonth = sharesYear && start.month === end.month && start.day !== undefined && end.day !== undefined
  const first = { ...start }
  if (sharesYear) delete first.year
  if (sharesMonth) delete first.month
  return [formatDate(first, language), formatDate(end, language)]
}

function formatDate({ year, month, day, uncertain, approximate }: EdtfDate, language: Language): string {
  const words = [
    day === undefined ? undefined : language.day(day),
    month === undefined ? undefined : language.months[month - 1],
    year === undefined ? undefined : String(year).padStart(4, "0"),
  ]
  const date = words.filter((word) => word !== undefined).join(" ")
  return (approximate ? language.approximate(date) : date) + (uncertain ? ` (${language.marks.uncertain})` : "")
}

const isDate = (end: EdtfEnd): end is EdtfDate => typeof end === "object"
const unmarked = (end: EdtfEnd): EdtfEnd => (isDate(end) ? { ...end, uncertain: false, approximate: false } : end)
const isAsPrecise = (a: EdtfDate, b: EdtfDate) =>
  (a.month === undefined) === (b.month === undefined) && (a.day === undefined) === (b.day === undefined)

type DayAndTime = { day: string; time: string; offset: string }

/** "2021-06-15T09:30:00+02:00" as its day with its marks, "09:30" and " UTC+02:00". */
function splitTime(edtf: string): DayAndTime {
  const [, day = edtf, time = "", offset = "", mark = ""] =
    /^([^T]+)T(\d\d:\d\d)(?::\d\d)?(Z|[+-][\d:]+)?([?~%])?$/.exec(edtf) ?? []
  return { day: day + mark, time, offset: offset && ` UTC${offset === "Z" ? "" : offset}` }
}

/** The times of one day, their offset once where they share it. */
function formatTimes(start: DayAndTime, end: DayAndTime, language: Language): string {
  if (start.time === "") return language.untilTime(end.time + end.offset)
  if (end.time === "" || (end.time === start.time && end.offset === start.offset)) return start.time + start.offset
  return `${start.time}${start.offset === end.offset ? "" : start.offset}–${end.time}${end.offset}`
}
