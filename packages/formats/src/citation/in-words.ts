import type { FormatLocale, Item } from "@pg/domain"
import type { Feed } from "../format.js"
import { doiUrl } from "../doi-url.js"
import { type Citation, citationOf, statusOf } from "./citation.js"
import { type CitedDate, type DateParts } from "./cited-date.js"
import { citationWords } from "./citation-words.js"
import type { Name } from "./name.js"

/** A stretch of a citation; the title is told apart, for it stands in italics. */
export type CitedText = { text: string; isTitle?: true }

/** `locale` is the language of the text that cites; `genre` what it calls such an item, where it says that. */
type Options = Pick<Feed, "itemUrl"> & { locale: FormatLocale; genre?: string | undefined }

/**
 * Cites an item in words, much as the style of the American Psychological Association (7th edition) does. Names and titles
 * are in the item's own language, all else in that of the text. What nobody dated is "n.d."; days between which it must lie
 * are no date. What takes place is dated by its own days and by who holds it.
 */
export function citeInWords(item: Item, { itemUrl, locale, genre }: Options): CitedText[] {
  const citation = citationOf(item, { itemUrl })
  const words = citationWords[locale]
  const by = whoOf(citation, locale)
  const date = `(${dateOf(citation, locale) ?? words.undated}).`
  const title = { text: citation.title, isTitle: true } as const
  const said = describe(citation, genre, statusOf(item, locale))
  const end = /[.!?…]$/.test(said === "" ? citation.title : said) ? "" : "."
  const rest = [sourceOf(citation, by), citation.doi === undefined ? citation.url : doiUrl(citation.doi)]
  const after = rest.filter((part) => part !== undefined).join(" ")
  return by === undefined
    ? [title, { text: `${said}${end} ${date} ${after}` }]
    : [{ text: `${by.text}${by.text.endsWith(".") ? "" : "."} ${date} ` }, title, { text: `${said}${end} ${after}` }]
}

type Who = { text: string; names: readonly Name[] }

/** Its authors, else its editors; of what takes place those who hold it. */
function whoOf({ type, authors, editors, organisers }: Citation, locale: FormatLocale): Who | undefined {
  const words = citationWords[locale]
  const makers = type === "event" && organisers.length > 0 ? organisers : authors
  if (makers.length > 0) return { text: listNames(makers, locale), names: makers }
  if (editors.length === 0) return undefined
  return { text: `${listNames(editors, locale)} ${words.editors(editors.length === 1)}`, names: editors }
}

/** Of more than twenty, the first nineteen and the last. */
function listNames(names: readonly Name[], locale: FormatLocale): string {
  const all = names.map(writeName)
  const last = all.at(-1) ?? ""
  if (all.length > 20) return `${all.slice(0, 19).join(", ")}, … ${last}`
  return all.length < 2 ? last : citationWords[locale].and(all.slice(0, -1).join(", "), last)
}

/** The family name and initials, those of a double name both. */
const writeName = (name: Name): string =>
  "literal" in name ? name.literal : `${name.family}, ${name.given.replace(/\p{L}[\p{L}\p{M}’']*\.?/gu, initialOf)}`

const initialOf = (name: string) => `${String.fromCodePoint(name.codePointAt(0) ?? 0)}.`

/** A book or a report is cited by its year, what was said on a day by that. */
function dateOf({ type, issued, eventDate }: Citation, locale: FormatLocale): string | undefined {
  const date = type === "event" ? eventDate : issued
  if (date === undefined) return undefined
  const text = type === "event" || type === "webpage" ? wholeDate(date, locale) : yearsOf(date)
  return date.isApproximate ? `${citationWords[locale].about} ${text}` : text
}

const yearsOf = ({ start, end }: CitedDate): string =>
  end === undefined || end[0] === start[0] ? yearOf(start) : `${yearOf(start)}–${end === "open" ? "" : yearOf(end)}`

const yearOf = ([year]: DateParts) => String(year).padStart(4, "0")

function wholeDate({ start, end }: CitedDate, locale: FormatLocale): string {
  const { writeDay } = citationWords[locale]
  const [year, month, day] = start
  if (end === undefined || end === "open") return `${join(yearOf(start), writeDay(month, day))}${end ? "–" : ""}`
  const [lastYear, lastMonth, lastDay] = end
  if (year !== lastYear)
    return `${join(yearOf(start), writeDay(month, day))} – ${join(yearOf(end), writeDay(lastMonth, lastDay))}`
  if (month !== lastMonth)
    return join(yearOf(start), `${writeDay(month, day)}${day ? " – " : "–"}${writeDay(lastMonth, lastDay)}`)
  return join(yearOf(start), writeDay(month, day, lastDay))
}

const join = (year: string, day: string) => (day === "" ? year : `${year}, ${day}`)

/**
 * After the title: the number and edition of what was published, what sort of thing takes place and what became of it.
 * These two are the citing text's own remarks, as “n.d.” is, and so in its language; a record for a reference manager
 * declares one language, the item's, and says them in that.
 */
function describe({ type, number, edition }: Citation, genre: string | undefined, status: string | undefined): string {
  const inParentheses = [edition, number].filter(Boolean).join("; ")
  const inBrackets = type === "event" ? [genre, status].filter(Boolean).join(", ") : ""
  return `${inParentheses && ` (${inParentheses})`}${inBrackets && ` [${inBrackets}]`}`
}

/** Where it takes place, or who published it where that is not who made it. */
function sourceOf({ type, eventPlace, publisher }: Citation, by: Who | undefined): string | undefined {
  if (type === "event") return eventPlace && `${eventPlace}.`
  const isSaid = by?.names.some((name) => "literal" in name && name.literal === publisher)
  return publisher === undefined || isSaid ? undefined : `${publisher}${publisher.endsWith(".") ? "" : "."}`
}
