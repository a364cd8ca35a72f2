/** The languages in which dates can be printed. */
export type FormatLocale = "en" | "fr"

/** What a language must answer for dates to be printed in it. */
export type Language = {
  months: string[]
  day: (day: number) => string
  /** Two ends; close ones are a word each ("15", "16 June 2021"; "2020", "2021"). */
  range: (start: string, end: string, isClose: boolean) => string
  from: (date: string) => string
  notBefore: (date: string) => string
  notAfter: (date: string) => string
  unknownStart: (end: string) => string
  unknownEnd: (start: string) => string
  between: (start: string, end: string) => string
  untilTime: (time: string) => string
  approximate: (date: string) => string
  marks: { approximate: string; uncertain: string }
}

/** The languages, by their tags. */
export const languages: Record<FormatLocale, Language> = {
  en: {
    months: "January February March April May June July August September October November December".split(" "),
    day: String,
    range: (start, end, isClose) => (isClose ? `${start}–${end}` : `${start} – ${end}`),
    from: (date) => `from ${date}`,
    notBefore: (date) => `not before ${date}`,
    notAfter: (date) => `not after ${date}`,
    unknownStart: (end) => `until ${end}`,
    unknownEnd: (start) => `from ${start}, end unknown`,
    between: (start, end) => `between ${start} and ${end}`,
    untilTime: (time) => `until ${time}`,
    approximate: (date) => `about ${date}`,
    marks: { approximate: "approximate", uncertain: "uncertain" },
  },
  fr: {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
    day: (day) => (day === 1 ? "1er" : String(day)),
    range: (start, end) => `${duFrench(start)} ${startsWithDay(end) ? "au" : "à"} ${end}`,
    from: (date) => `à partir ${duFrench(date)}`,
    notBefore: (date) => `au plus tôt ${leFrench(date)}`,
    notAfter: (date) => `au plus tard ${leFrench(date)}`,
    unknownStart: (end) => `jusqu’${auFrench(end)}`,
    unknownEnd: (start) => `à partir ${duFrench(start)}, fin inconnue`,
    between: (start, end) => `entre le ${start} et le ${end}`,
    untilTime: (time) => `jusqu’à ${time}`,
    approximate: (date) => `vers ${startsWithDay(date) ? "le " : ""}${date}`,
    marks: { approximate: "approximatif", uncertain: "incertain" },
  },
}

const startsWithDay = (date: string) => /^(?:1er|\d{1,2})(?: |$)/.test(date)
const deFrench = (date: string) => (/^[ao]/.test(date) ? `d’${date}` : `de ${date}`)
const duFrench = (date: string) => (startsWithDay(date) ? `du ${date}` : deFrench(date))
const leFrench = (date: string) => (startsWithDay(date) ? `le ${date}` : `en ${date}`)
const auFrench = (date: string) => (startsWithDay(date) ? `au ${date}` : `en ${date}`)
