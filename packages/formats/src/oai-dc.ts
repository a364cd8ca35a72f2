import { bodies, type Item, kindOf, labelOf } from "@pg/domain"
import { citationOf } from "./citation/citation.js"
import { writeName } from "./citation/name.js"
import { doiUrl } from "./doi-url.js"
import type { Feed } from "./format.js"
import { nameCountry, writePlace } from "./place.js"
import { element } from "./xml.js"

/**
 * The record of an item that OAI-PMH demands: unqualified Dublin Core 1.1 in an `<oai_dc:dc>` element, which declares its
 * namespaces itself (OAI-PMH 2.0, section 3.4). The elements stand in one order, less those of which nothing is known.
 * `dc:date` is `issued` as it stands, where W3CDTF has such a date; an undated item has none.
 */
export function writeOaiDc(item: Item, feed: Pick<Feed, "itemUrl">): string {
  const kind = kindOf(item)
  const imprint = kind.imprint(item)
  const { authors, editors, translators, contributors, organisers, ...citation } = citationOf(item, feed)
  const { issued = "", summary, locale, source } = item
  const files = kind.files(item)
  const language = { "xml:lang": locale }
  return element("oai_dc:dc", namespaces, [
    ...elements("title", [citation.title], language),
    ...elements("creator", authors.map(writeName)),
    ...elements("subject", [...citation.keywords, ...bodiesOf(item), ...item.people], language),
    ...elements("description", [summary], language),
    ...elements("publisher", imprint ? [imprint.publisher] : authors.map(writeName)),
    ...elements("contributor", [...editors, ...translators, ...contributors, ...organisers].map(writeName)),
    ...elements("date", w3cdtf.test(issued) ? [issued] : []),
    ...elements("type", [kind.programme(item) ? "Event" : "Text", item.type]),
    ...elements(
      "format",
      files.map(({ mediaType }) => mediaType),
    ),
    ...elements("identifier", [
      citation.url,
      citation.number,
      citation.doi && doiUrl(citation.doi),
      citation.isbn && `urn:isbn:${citation.isbn}`,
    ]),
    ...elements("source", [source?.url]),
    ...elements("language", imprint && imprint.languages.length > 0 ? imprint.languages : [locale]),
    ...elements("relation", [...files.map(({ url }) => url), ...item.relations.map(({ id }) => `urn:uuid:${id}`)]),
    ...elements("coverage", coverageOf(item)),
  ])
}

const namespaces = {
  "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}

/** W3C Date and Time Formats: a year, month or day, or a day with its time and offset. */
const w3cdtf = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?)?)?$/

/** One element for each different value that there is. */
const elements = (name: string, values: readonly (string | undefined)[], attributes = {}) =>
  [...new Set(values)].flatMap((value) => (value === undefined ? [] : element(`dc:${name}`, attributes, value)))

const bodiesOf = ({ bodies: names, locale }: Item) => names.map((name) => labelOf(bodies, name, locale))

/** Where and when: places and countries by their names, dates in EDTF, an interval with both its ends. */
const coverageOf = (item: Item) => [
  ...kindOf(item)
    .places(item)
    .map((place) => writePlace(place, item.locale)),
  ...item.countries.map((code) => nameCountry(code, item.locale)),
  ...kindOf(item)
    .whens(item)
    .map(({ start, end }) => (end === undefined ? start : `${start}/${end}`)),
]
