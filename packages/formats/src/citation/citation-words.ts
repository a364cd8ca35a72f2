import type { FormatLocale } from "@pg/domain"

/** What a language says in a citation; `writeDay` is of a month, and of a day in it or several up to a last. */
type CitationWords = {
  undated: string
  about: string
  and: (names: string, last: string) => string
  editors: (isOne: boolean) => string
  writeDay: (month?: number, day?: number, lastDay?: number) => string
}

const monthNames = (locale: FormatLocale) => {
  const names = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" })
  return Array.from({ length: 12 }, (_, index) => names.format(Date.UTC(2021, index, 15)))
}
const english = monthNames("en")
const french = monthNames("fr")

const upTo = (first: string, last: number | undefined) => (last === undefined ? first : `${first}–${last}`)

/** The words of citations in each language of the texts that cite. */
export const citationWords: Record<FormatLocale, CitationWords> = {
  en: {
    undated: "n.d.",
    about: "ca.",
    and: (names, last) => `${names}, & ${last}`,
    editors: (isOne) => (isOne ? "(Ed.)" : "(Eds.)"),
    writeDay: (month, day, lastDay) => {
      const name = month === undefined ? "" : (english[month - 1] ?? "")
      return day === undefined ? name : `${name} ${upTo(String(day), lastDay)}`
    },
  },
  fr: {
    undated: "s.d.",
    about: "vers",
    and: (names, last) => `${names} et ${last}`,
    editors: () => "(dir.)",
    writeDay: (month, day, lastDay) => {
      const name = month === undefined ? "" : (french[month - 1] ?? "")
      return day === undefined ? name : `${upTo(day === 1 ? "1er" : String(day), lastDay)} ${name}`
    },
  },
}
