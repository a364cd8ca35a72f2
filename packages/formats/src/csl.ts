import { type Keyed, citeAll } from "./citation/cite-key.js"
import type { CitedDate, DateParts } from "./citation/cited-date.js"
import type { Name } from "./citation/name.js"
import type { Format } from "./format.js"

/**
 * CSL-JSON, the input of Citation Style Language 1.0.2, always an array as its schema has it. An undated item has no
 * `issued`: it is the styles that then print “n.d.”, “s.d.” or “o. J.”, by the language of the text that cites.
 */
export const csl: Format = {
  name: "csl",
  extension: "csl.json",
  mediaType: "application/vnd.citationstyles.csl+json",
  title: "CSL-JSON",
  usualLimit: 1000,
  says: [],
  serialize: (feed) => writeAll(citeAll(feed.items, feed)),
  serializeItem: (item, feed) => writeAll(citeAll([item], feed)),
}

const writeAll = (cited: readonly Keyed[]) => `[${cited.map(writeCitation).join(",\n")}]\n`

function writeCitation({ key, citation }: Keyed): string {
  return JSON.stringify({
    id: key,
    "citation-key": key,
    type: citation.type,
    genre: citation.genre,
    title: citation.title,
    author: some(citation.authors.map(toName)),
    editor: some(citation.editors.map(toName)),
    translator: some(citation.translators.map(toName)),
    contributor: some(citation.contributors.map(toName)),
    organizer: some(citation.organisers.map(toName)),
    issued: writeDate(citation.issued),
    "event-date": writeDate(citation.eventDate),
    "event-place": citation.eventPlace,
    publisher: citation.publisher,
    "publisher-place": citation.publisherPlace,
    number: citation.number,
    ISBN: citation.isbn,
    DOI: citation.doi,
    URL: citation.url,
    edition: citation.edition,
    "number-of-pages": citation.pages,
    language: citation.locale,
    keyword: some(citation.keywords)?.join(", "),
    abstract: citation.abstract,
    status: citation.status,
  })
}

/** CSL does not tell the name of a body from that of a person, where it is whole. */
const toName = (name: Name) => ("literal" in name ? { literal: name.literal } : name)

/** What is absent has no key. */
const some = <T>(values: readonly T[]) => (values.length === 0 ? undefined : values)

/** CSL knows no doubt but `circa`. Processors want an open end as zeros, as many as the start has parts. */
function writeDate(date: CitedDate | undefined) {
  if (date === undefined) return undefined
  const { start, end, isApproximate } = date
  const ends: DateParts[] = [start, ...(end === "open" ? [start.map(() => 0) as DateParts] : end ? [end] : [])]
  return { "date-parts": ends, ...(isApproximate && { circa: true }) }
}
