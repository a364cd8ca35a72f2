import { boundsOf, parseEdtf, type EdtfDate, type EdtfEnd, type EdtfInterval } from "./edtf.js"

/** The languages in which dates can be printed. */
export type FormatLocale = "en" | "fr"

/**
 * A date or interval in words, only as exact as it is: "15–16 June 2021", "June 2021", "15 June" where no year is
 * said; « du 15 au 16 juin 2021 », « 1er juillet 2021 ». Times of day are left to `formatWhen`. Throws InvalidInput.
 */
export function formatEdtf(edtf: string, locale: FormatLocale): string {
  const value = parseEdtf(edtf)
  return "start" in value ? formatInterval(value, languages[locale]) : formatDate(value, languages[locale])
}

/**
 * When something takes place, in words: its days as `formatEdtf` prints them, then its times of day as written, then
 * the time zone's IANA name: "15 June 2021, 09:30–17:00 (Europe/Paris)". Throws InvalidInput.
 */
export function formatWhen(
  when: { start: string; end?: string | undefined; timeZone?: string | undefined },
  locale: FormatLocale,
): string {
  const days = [when.start, when.end ?? when.start].map((edtf) => edtf.replace(/T[^?~%]*/, ""))
  const times = [when.start, when.end].map(timeOf)
  const language = languages[locale]
  const clock = times.filter((time) => time !== undefined).join("–")
  return [
    formatEdtf(days[0] === days[1] ? days[0]! : days.join("/"), locale),
    clock && `, ${clock}`,
    clock && when.timeZone && language.bracket(when.timeZone),
  ].join("")
}

/**
 * The days between which an undated thing must lie, in words: "between 16 April and 7 May 2021", "not after 1 March
 * 2021", « entre le 16 avril et le 7 mai 2021 »; "" where it limits nothing. `bounds` is an EDTF interval. Throws InvalidInput.
 */
export function formatBounds(bounds: string, locale: FormatLocale): string {
  const { earliest, latest } = boundsOf(bounds)
  const language = languages[locale]
  if (earliest === undefined) return latest === undefined ? "" : language.notAfter(formatEdtf(latest, locale))
  if (latest === undefined) return language.notBefore(formatEdtf(earliest, locale))
  if (earliest === latest) return formatEdtf(earliest, locale)
  return language.between(...shortened(parseEdtf(earliest) as EdtfDate, parseEdtf(latest) as EdtfDate, language))
}

type Language = {
  months: string[]
  day: (day: number) => string
  /** Two ends; close ones are a number each ("15", "16 June 2021"; "2020", "2021"). */
  range: (start: string, end: string, isClose: boolean) => string
  notBefore: (date: string) => string
  notAfter: (date: string) => string
  unknownStart: (end: string) => string
  unknownEnd: (start: string) => string
  between: (start: string, end: string) => string
  approximate: (date: string) => string
  uncertain: string
  bracket: (text: string) => string
}

const languages: Record<FormatLocale, Language> = {
  en: {
    months: "January February March April May June July August September October November December".split(" "),
    day: String,
    range: (start, end, isClose) => (isClose ? `${start}–${end}` : `${start} – ${end}`),
    notBefore: (date) => `from ${date}`,
    notAfter: (date) => `not after ${date}`,
    unknownStart: (end) => `until ${end}`,
    unknownEnd: (start) => `from ${start}, end unknown`,
    between: (start, end) => `between ${start} and ${end}`,
    approximate: (date) => `about ${date}`,
    uncertain: "(uncertain)",
    bracket: (text) => ` (${text})`,
  },
  fr: {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
    day: (day) => (day === 1 ? "1er" : String(day)),
    range: (start, end) => `${duFrench(start)} ${startsWithDay(end) ? "au" : "à"} ${end}`,
    notBefore: (date) => `à partir ${duFrench(date)}`,
    notAfter: (date) => `au plus tard ${leFrench(date)}`,
    unknownStart: (end) => `jusqu’${auFrench(end)}`,
    unknownEnd: (start) => `à partir ${duFrench(start)}, fin inconnue`,
    between: (start, end) => `entre le ${start} et le ${end}`,
    approximate: (date) => `vers ${startsWithDay(date) ? "le " : ""}${date}`,
    uncertain: "(incertain)",
    bracket: (text) => ` (${text})`,
  },
}

const startsWithDay = (date: string) => /^(?:1er|\d{1,2})(?: |$)/.test(date)
const deFrench = (date: string) => (/^[ao]/.test(date) ? `d’${date}` : `de ${date}`)
const duFrench = (date: string) => (startsWithDay(date) ? `du ${date}` : deFrench(date))
const leFrench = (date: string) => (startsWithDay(date) ? `le ${date}` : `en ${date}`)
const auFrench = (date: string) => (startsWithDay(date) ? `au ${date}` : `en ${date}`)

function formatInterval({ start, end }: EdtfInterval, language: Language): string {
  if (isDate(start) && isDate(end)) {
    if (JSON.stringify(start) === JSON.stringify(end)) return formatDate(start, language)
    const [first, last] = shortened(start, end, language)
    return language.range(first, last, !first.includes(" ") && isAsPrecise(start, end))
  }
  if (isDate(start)) return (end === "open" ? language.notBefore : language.unknownEnd)(formatDate(start, language))
  if (isDate(end)) return (start === "open" ? language.notAfter : language.unknownStart)(formatDate(end, language))
  return ""
}

/** The two ends, the first without the month or year that it shares with the second. */
function shortened(start: EdtfDate, end: EdtfDate, language: Language): [string, string] {
  const sharesYear = start.year === end.year && !isMarked(start) && start.month !== undefined && end.month !== undefined
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
  return [approximate ? language.approximate(date) : date, uncertain && language.uncertain].filter(Boolean).join(" ")
}

const isAsPrecise = (a: EdtfDate, b: EdtfDate) =>
  (a.month === undefined) === (b.month === undefined) && (a.day === undefined) === (b.day === undefined)
const isDate = (end: EdtfEnd): end is EdtfDate => typeof end === "object"
const isMarked = ({ uncertain, approximate }: EdtfDate) => uncertain || approximate

const timeOf = (edtf: string | undefined): string | undefined => edtf?.match(/T(\d\d:\d\d)/)?.[1]
