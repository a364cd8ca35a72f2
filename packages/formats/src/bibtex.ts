import type { CitationType } from "@pg/domain"
import { escapeAddress, escapeText, escapeTitle } from "./bibtex/escape.js"
import { languageNames } from "./bibtex/language-names.js"
import type { Citation } from "./citation/citation.js"
import { type Keyed, citeAll } from "./citation/cite-key.js"
import type { CitedDate } from "./citation/cited-date.js"
import type { Name } from "./citation/name.js"
import type { Format } from "./format.js"

/**
 * BibTeX, for the program of that name and for biber: the types and fields that both know, and beside them those of
 * biblatex, which the first ignores. `date` is EDTF, `year` and `month` the same for BibTeX. The year of an undated item
 * is “n.d.”, for without one BibTeX prints nothing, and biblatex prints it as it stands.
 */
export const bibtex: Format = {
  name: "bibtex",
  extension: "bib",
  mediaType: "application/x-bibtex",
  title: "BibTeX",
  usualLimit: 1000,
  says: [],
  serialize: (feed) => citeAll(feed.items, feed).map(writeEntry).join("\n"),
  serializeItem: (item, feed) => citeAll([item], feed).map(writeEntry).join("\n"),
}

function writeEntry({ key, citation }: Keyed): string {
  const fields = Object.entries(fieldsOf(citation)).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value},\n`],
  )
  return `@${types[citation.type].name}{${key},\n${fields.join("")}}\n`
}

/** The types that BibTeX and biblatex share; `@online` is biblatex's, and any other to BibTeX. */
const types: Record<CitationType, { name: string; publisher: string }> = {
  webpage: { name: "online", publisher: "publisher" },
  event: { name: "misc", publisher: "publisher" },
  report: { name: "techreport", publisher: "institution" },
  book: { name: "book", publisher: "publisher" },
  pamphlet: { name: "booklet", publisher: "howpublished" },
}

function fieldsOf(citation: Citation): Record<string, string | undefined> {
  const { issued, eventDate, locale } = citation
  return {
    author: names(citation.authors),
    editor: names(citation.editors),
    translator: names(citation.translators),
    title: `{${escapeTitle(citation.title)}}`,
    ...dateFields(issued),
    type: typed.includes(citation.type) ? braced(citation.genre ?? citation.type) : undefined,
    [types[citation.type].publisher]: whole(citation.publisher),
    address: whole(citation.publisherPlace),
    organization: names(citation.organisers),
    eventdate: eventDate && `{${eventDate.edtf}}`,
    venue: braced(citation.eventPlace),
    number: braced(citation.number),
    edition: braced(citation.edition),
    pagetotal: braced(citation.pages?.toString()),
    isbn: braced(citation.isbn),
    doi: citation.doi && `{${escapeAddress(citation.doi)}}`,
    url: `{${escapeAddress(citation.url)}}`,
    langid: braced(languageNames[locale.split("-")[0] ?? ""]),
    keywords: braced(citation.keywords.join(", ") || undefined),
    abstract: braced(citation.abstract),
    note: braced(citation.note),
  }
}

/** What biblatex has a `type` for. A report must say one, or it is a “technical report”. */
const typed: readonly CitationType[] = ["event", "report", "pamphlet"]

/** BibTeX prints an interval's years as they stand; its month only where it begins and ends in the same. */
function dateFields(date: CitedDate | undefined): Record<string, string | undefined> {
  if (date === undefined) return { year: "{n.d.}" }
  const [year, month] = date.start
  const [lastYear, lastMonth] = date.end === "open" ? [] : (date.end ?? date.start)
  const isOneYear = lastYear === year
  return {
    date: `{${date.edtf}}`,
    year: isOneYear ? `{${digits(year)}}` : `{${digits(year)}--${lastYear === undefined ? "" : digits(lastYear)}}`,
    month: isOneYear && lastMonth === month && month !== undefined ? months[month - 1] : undefined,
  }
}

const digits = (year: number) => String(year).padStart(4, "0")

/** BibTeX's own names of the months, which a style puts into its language. */
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

const braced = (text: string | undefined) => (text === undefined ? undefined : `{${escapeText(text)}}`)

/** Braces within the field's keep a name whole, with the commas and “and” in it. */
const whole = (text: string | undefined) => (text === undefined ? undefined : `{{${escapeText(text)}}}`)

function names(all: readonly Name[]): string | undefined {
  const written = all.map((name) =>
    "literal" in name ? `{${escapeText(name.literal)}}` : `${part(name.family)}, ${part(name.given)}`,
  )
  return written.length === 0 ? undefined : `{${written.join(" and ")}}`
}

/** Of a name, what would be taken for two names, or for a part of one, is kept together. */
const part = (text: string) => (/\band\b/i.test(text) ? `{${escapeText(text)}}` : escapeText(text))
