import { type CitationType, formatEdtf } from "@pg/domain"
import type { Citation } from "./citation/citation.js"
import { type Keyed, citeAll } from "./citation/cite-key.js"
import type { CitedDate } from "./citation/cited-date.js"
import { type Name, writeName } from "./citation/name.js"
import type { Format } from "./format.js"
import { languageOf } from "./language.js"
import { oneLine } from "./one-line.js"

/**
 * RIS, by the specifications of Research Information Systems (2001) and of EndNote's types (2011): a tag a line, no line
 * folded, lines end in CRLF. PY is a year of four digits and nothing else, so an undated item has none, nor a DA.
 */
export const ris: Format = {
  name: "ris",
  extension: "ris",
  mediaType: "application/x-research-info-systems",
  title: "RIS",
  usualLimit: 1000,
  says: [],
  serialize: (feed) => citeAll(feed.items, feed).map(writeRecord).join(""),
  serializeItem: (item, feed) => citeAll([item], feed).map(writeRecord).join(""),
}

function writeRecord({ citation }: Keyed): string {
  const type = types[citation.type]
  return [
    ["TY", type],
    ["TI", citation.title],
    ...citation.authors.map((name) => ["AU", writeAuthor(name)]),
    ...citation.editors.map((name) => [type === "BOOK" ? "A3" : "ED", writeAuthor(name)]),
    ...citation.translators.map((name) => ["A4", writeAuthor(name)]),
    ...dateLines(citation),
    ["PB", citation.publisher],
    ["CY", citation.publisherPlace],
    ...numberLines(type, citation),
    ["ET", citation.edition],
    [pageTags.get(type) ?? "", citation.pages?.toString()],
    ["M3", type === "ELEC" ? undefined : citation.genre],
    ["DO", citation.doi],
    ["UR", citation.url],
    ["LA", citation.locale],
    ...citation.keywords.map((keyword) => ["KW", keyword]),
    ["AB", citation.abstract],
    ["N1", notesOf(type, citation)],
    ["ER", ""],
  ]
    .map(([tag = "", value]) => (tag === "" || value === undefined ? "" : `${tag}  - ${oneLine(value)}\r\n`))
    .join("")
}

const types: Record<CitationType, string> = {
  webpage: "ELEC",
  event: "GEN",
  report: "RPRT",
  book: "BOOK",
  pamphlet: "PAMP",
}

/**
 * A comma at its end keeps the name of a body from being taken apart at its spaces, as EndNote has it. A person's has none:
 * there it would stand between family name and given name, or say that the person is a body.
 */
function writeAuthor(name: Name): string {
  const text = writeName(name)
  return "literal" in name && name.isBody && !text.includes(",") ? `${text},` : text
}

/** `YYYY/MM/DD/other`, all three slashes always. What the parts do not tell is told in words at the end. */
function dateLines({ issued, locale }: Citation): string[][] {
  if (issued === undefined) return []
  const { end, isApproximate, edtf } = issued
  const [year, month, day] = sharedParts(issued).map((part) => String(part).padStart(2, "0"))
  const words = end !== undefined || isApproximate ? formatEdtf(edtf, languageOf(locale)) : ""
  return [
    ["DA", [year?.padStart(4, "0"), month, day, words.replaceAll("/", "-")].join("/")],
    ["PY", (year ?? "").padStart(4, "0")],
  ]
}

/** Of an interval, the year in which it began, and month and day only where it ends in the same. */
function sharedParts({ start, end }: CitedDate): readonly (number | undefined)[] {
  const differs = end === undefined ? -1 : start.findIndex((part, index) => end === "open" || end[index] !== part)
  return differs < 0 ? start : start.slice(0, Math.max(differs, 1))
}

/** SN is the number of a report, and the ISBN of anything else. */
const numberLines = (type: string, { number, isbn }: Citation) =>
  type === "RPRT"
    ? [["SN", number]]
    : [
        ["SN", isbn],
        ["M1", number],
      ]

/** How many pages there are; elsewhere such a tag would mean which ones. */
const pageTags: ReadonlyMap<string, string> = new Map([
  ["BOOK", "SP"],
  ["PAMP", "M2"],
])

/** What there is no tag for. */
const notesOf = (type: string, { isbn, note }: Citation): string | undefined =>
  [type === "RPRT" && isbn !== undefined ? `ISBN ${isbn}` : "", note].filter(Boolean).join("; ") || undefined
