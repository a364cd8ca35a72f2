import { bodies, type Item, kindOf, labelOf, topics, toSlug } from "@pg/domain"
import type { Feed, Format, SchemeName } from "./format.js"
import { element, xmlDocument } from "./xml.js"

/**
 * Atom Syndication Format, RFC 4287; paging RFC 5005 section 3. Ids are `urn:uuid:` and never change. `published` is
 * `firstPublishedAt`, and absent for what was imported, since that was out before it came here: `issued` is a day, a
 * month or a year and no instant, so it goes as it stands into `dcterms:issued`, and an undated item has none; bounds
 * are no date and are not written. `updated`, which the format demands, is the item's, else the feed's; where neither
 * says one, TypeError is thrown, for one would be invented.
 */
export const atom: Format = {
  name: "atom",
  extension: "atom",
  mediaType: "application/atom+xml",
  title: "Atom",
  says: ["changes"],
  serialize: (feed) => xmlDocument(writeFeed(feed)),
  serializeItem: (item, feed) =>
    xmlDocument(writeEntry(item, feed, namespaces, [author(item.locale), link("self", feed.selfUrl, mediaType)])),
}

const namespaces = { xmlns: "http://www.w3.org/2005/Atom", "xmlns:dcterms": "http://purl.org/dc/terms/" }
const mediaType = "application/atom+xml"

function writeFeed(feed: Feed): string {
  const { items, title, locale, selfUrl, homeUrl, firstUrl = selfUrl, nextUrl } = feed
  return element("feed", { ...namespaces, "xml:lang": locale }, [
    element("id", {}, firstUrl),
    element("title", { type: "text" }, title),
    element("updated", {}, feed.updatedAt ?? latest(items) ?? missing("The feed")),
    author(locale ?? "en"),
    link("self", selfUrl, mediaType),
    link("alternate", homeUrl, "text/html", locale),
    link("first", firstUrl, mediaType),
    ...(nextUrl === undefined ? [] : [link("next", nextUrl, mediaType)]),
    ...items.map((item) => writeEntry(item, feed)),
  ])
}

/** The elements of RFC 4287 section 4.2, as far as the item says them. `more` is what stands in a document of its own. */
function writeEntry(item: Item, feed: Omit<Feed, "items">, attributes = {}, more: readonly string[] = []): string {
  return element("entry", { ...attributes, "xml:lang": item.locale }, [
    element("id", {}, `urn:uuid:${item.id}`),
    element("title", { type: "text" }, item.title),
    element("updated", {}, item.updatedAt ?? feed.updatedAt ?? missing(`Item ${item.id}`)),
    ...optional("published", {}, item.source === undefined ? item.firstPublishedAt : undefined),
    ...optional("dcterms:issued", {}, item.issued),
    link("alternate", feed.itemUrl(item), "text/html", item.locale),
    ...more,
    ...enclosures(item),
    ...categories(item, feed),
    ...optional("summary", { type: "text" }, item.summary),
    ...optional("content", { type: "text/markdown" }, item.body),
  ])
}

/** What can be had of an item: RFC 4287 section 4.2.7.2, `length` in bytes. */
const enclosures = (item: Item) =>
  kindOf(item)
    .files(item)
    .map(({ url, mediaType: type, size, title, locale }) =>
      element("link", { rel: "enclosure", type, length: size?.toString(), title, hreflang: locale, href: url }),
    )

/** An event that does not take place as it was planned has schema.org's word for that as a category. */
function categories(item: Item, { schemeUrl }: Omit<Feed, "items">): string[] {
  const terms: { scheme: SchemeName; term: string | undefined; label?: string }[] = [
    { scheme: "kind", term: item.kind },
    { scheme: "type", term: item.type },
    ...item.topics.map((term) => ({ scheme: "topic" as const, term, label: labelOf(topics, term, item.locale) })),
    ...item.countries.map((term) => ({ scheme: "country" as const, term })),
    ...item.bodies.map((body) => ({
      scheme: "body" as const,
      term: toSlug(body) || undefined,
      label: labelOf(bodies, body, item.locale),
    })),
  ]
  const status = kindOf(item).status(item)
  return [
    ...(status === undefined ? [] : [element("category", { term: status, scheme: "https://schema.org/" })]),
    ...terms.flatMap(({ scheme, ...category }) =>
      category.term === undefined ? [] : [element("category", { ...category, scheme: schemeUrl?.(scheme) })],
    ),
  ]
}

const link = (rel: string, href: string, type: string, hreflang?: string) =>
  element("link", { rel, type, hreflang, href })

/** Whose newsroom it is; the format demands an author (RFC 4287 section 4.1.1). */
const author = (locale: string) =>
  element("author", {}, [element("name", {}, labelOf(bodies, "pompidou-group", locale))])

const optional = (name: string, attributes: Record<string, string>, content: string | undefined) =>
  content === undefined ? [] : [element(name, attributes, content)]

/** Instants may have different offsets, so they are compared as instants and written as they stand. */
const latest = (items: readonly Item[]) =>
  items
    .flatMap(({ updatedAt }) => updatedAt ?? [])
    .reduce<string | undefined>(
      (last, at) => (last === undefined || Date.parse(at) > Date.parse(last) ? at : last),
      undefined,
    )

function missing(what: string): never {
  throw new TypeError(`${what} has no updatedAt, which Atom demands: give the feed one`)
}
