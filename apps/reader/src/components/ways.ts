import { formats } from "@pg/formats"
import { languages, type PageLocale } from "../messages/languages.js"

/** A format as it is offered to people: what they call it, and the extension of its addresses. */
export type Way = { extension: string; mediaType: string; title: string }

/** The formats in the order in which they are wanted: to follow, to put into a calendar, to work with, to cite, the rest. */
export const waysOf = (locale: PageLocale): readonly Way[] => (ways[locale] ??= makeWays(locale))

/** The feeds among them. */
export const feeds: readonly string[] = ["atom", "rss", "feed.json"]

/** The calendar among them. */
export const calendar = "ics"

const ways: Partial<Record<PageLocale, readonly Way[]>> = {}
const first = [...feeds, calendar, "csv", "bib", "ris"]

/** JSON is what the API answers with anyway. */
function makeWays(locale: PageLocale): Way[] {
  const rank = ({ extension }: Way) => (first.includes(extension) ? first.indexOf(extension) : first.length)
  return formats
    .filter(({ extension }) => extension !== "json")
    .map(({ extension, mediaType, title }) => ({
      extension,
      mediaType,
      title: extension === calendar ? languages[locale].follow.calendar : title,
    }))
    .toSorted((a, b) => rank(a) - rank(b))
}
