import { formatQuery, type ItemQuery } from "@pg/domain"
import { type Format, formats } from "@pg/formats"
import { hubOf } from "./hub.js"
import type { WebLink } from "./links.js"
import { mostCharacters, writeLink, writeLinkHeader } from "./link-header.js"
import { byCursor, docsPath, openApiPath, type Site } from "./site.js"

type Listed = {
  /** "items" or a kind's own. */
  segment: string
  query: ItemQuery
  /** The cursor of the page after this one; absent on the last. */
  next?: string | undefined
  given: Format
  /** Where the address says the format: its extension. */
  extension?: string | undefined
}

/**
 * What goes with a page of a list: its first page and the one after it, the web page that shows the same, the list in
 * every other format that can say what was asked for, and the API's description. There is no link to the page before,
 * since a cursor only leads on.
 */
export function linksOfList({ segment, query, next, given, extension }: Listed, site: Site): WebLink[] {
  const { cursor, ...first } = query
  const urlOf = (asked: ItemQuery, suffix = extension) => site.listUrl(segment, suffix, formatQuery(asked))
  const hub = hubOf(query, given, site)
  return [
    // WebSub section 4: both, for whoever subscribes to a feed by its header.
    ...(hub === undefined
      ? []
      : [
          { rel: "hub", href: hub },
          { rel: "self", href: site.listUrl(segment, given.extension), type: given.mediaType },
        ]),
    ...(next === undefined ? [] : [{ rel: "next", href: urlOf({ ...first, cursor: next }), type: given.mediaType }]),
    { rel: "first", href: urlOf(first), type: given.mediaType },
    { rel: "canonical", href: urlOf(query) },
    { rel: "service-desc", href: site.url(openApiPath), type: "application/json" },
    { rel: "service-doc", href: site.url(docsPath), type: "text/html" },
    { rel: "describedby", href: site.url(openApiPath), type: "application/json" },
    ...(cursor === undefined && query.feed === undefined
      ? [{ rel: "alternate", href: site.listPageUrl(segment, first), type: "text/html" }]
      : []),
    ...formats
      .filter((format) => format !== given)
      .map((format) => ({ format, asked: inAnother(query, format) }))
      .flatMap(({ format, asked }) =>
        asked ? [{ rel: "alternate", href: urlOf(asked, format.extension), type: format.mediaType }] : [],
      ),
  ]
}

/** The Link header of a page of a list, by the cursor of the page after it; what is the same for each is put together once. */
export function linkHeaderOf(
  listed: Omit<Listed, "next">,
  site: Site,
): (next: string | undefined) => string | undefined {
  const { segment, query, given, extension } = listed
  const links = linksOfList(listed, site)
  const [written, whole] = [writeLinkHeader(links), links.map((link) => writeLink(link)).join(", ")]
  const { cursor: _, ...first } = query
  const nextUrl = byCursor((next) => site.listUrl(segment, extension, formatQuery({ ...first, cursor: next })))
  return (next) => {
    if (next === undefined) return written
    const link = { rel: "next", href: nextUrl(next), type: given.mediaType }
    const header = `${writeLink(link)}, ${whole}`
    return header.length < mostCharacters ? header : writeLinkHeader([link, ...links])
  }
}

/**
 * The same page of the list for another format, without what only says how an item is written, for which it may have no
 * place; `undefined` where there is none: a cursor goes with all of its question, and changes are no items.
 */
function inAnother(query: ItemQuery, { says }: Format): ItemQuery | undefined {
  const { fields, profile, include, facets, ...list } = query
  const isWhole = [fields, profile, include, facets].every((part) => part === undefined)
  if (query.feed !== undefined && !says.includes("changes")) return undefined
  return isWhole || query.cursor === undefined ? list : undefined
}
