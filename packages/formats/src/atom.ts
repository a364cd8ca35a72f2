import { bodies, type Instant, type Item, kindOf, labelOf, type Tombstone } from "@pg/domain"
import { categoriesOf } from "./feeds/categories.js"
import { type ChangeNote, noteOf, urnOf } from "./feeds/change-note.js"
import { htmlOf, summaryOf } from "./feeds/contents.js"
import { latestOf, publishedAt } from "./feeds/instants.js"
import type { Feed, Format, Written } from "./format.js"
import { element, xmlDocument } from "./xml.js"

/**
 * Atom Syndication Format, RFC 4287; paging RFC 5005 section 3; what was taken away RFC 6721. Ids are `urn:uuid:` and never
 * change. `published` is `firstPublishedAt`, and absent for what was imported, since that was out before it came here:
 * `issued` is a day, a month or a year and no instant, so it goes as it stands into `dcterms:issued`, and an undated item
 * has none; bounds are no date and are not written. `updated`, which the format demands, is the item's, else the feed's;
 * where neither says one, TypeError is thrown, for one would be invented.
 */
export const atom: Format = {
  name: "atom",
  extension: "atom",
  mediaType: "application/atom+xml",
  title: "Atom",
  says: ["bodyHtml", "changes", "tombstones"],
  showsBodies: true,
  serialize: (feed) => writeFeed(feed, feed.changes === undefined ? feed.items.map((it) => writeEntry(it, feed)) : []),
  list: { entry: (item, feed) => writeEntry(item, feed), write: writeFeed },
  serializeItem: (item, feed) =>
    xmlDocument(writeEntry(item, feed, namespaces, [author(item.locale), link("self", feed.selfUrl, mediaType)])),
}

const namespaces = { xmlns: "http://www.w3.org/2005/Atom", "xmlns:dcterms": "http://purl.org/dc/terms/" }
const tombstones = { "xmlns:at": "http://purl.org/atompub/tombstones/1.0" }
const mediaType = "application/atom+xml"

function writeFeed(feed: Written, entries: readonly string[]): string {
  const { title, locale, selfUrl, homeUrl, firstUrl = selfUrl, nextUrl, hubUrl } = feed
  const root = element("feed", { ...namespaces, ...tombstones, "xml:lang": locale }, [
    element("id", {}, firstUrl),
    element("title", { type: "text" }, title),
    element("updated", {}, feed.updatedAt ?? latestIn(feed) ?? missing("The feed")),
    author(locale ?? "en"),
    link("self", selfUrl, mediaType),
    ...(hubUrl === undefined ? [] : [element("link", { rel: "hub", href: hubUrl })]),
    link("alternate", homeUrl, "text/html", locale),
    link("first", firstUrl, mediaType),
    ...(nextUrl === undefined ? [] : [link("next", nextUrl, mediaType)]),
    ...entries,
    ...(feed.changes ?? []).flatMap((change) => writeChange(noteOf(change, locale), feed)),
    ...(feed.tombstones ?? []).map(writeTombstone),
  ])
  return xmlDocument(root)
}

/** The elements of RFC 4287 section 4.2, as far as the item says them. `more` is what stands in a document of its own. */
function writeEntry(item: Item, feed: Omit<Feed, "items">, attributes = {}, more: readonly string[] = []): string {
  return element("entry", { ...attributes, "xml:lang": item.locale }, [
    element("id", {}, urnOf(item.id)),
    element("title", { type: "text" }, item.title),
    element("updated", {}, item.updatedAt ?? feed.updatedAt ?? missing(`Item ${item.id}`)),
    ...optional("published", {}, publishedAt(item)),
    ...optional("dcterms:issued", {}, item.issued),
    pageLink(item, feed),
    ...more,
    ...enclosures(item),
    ...relatedLinks(item),
    ...categories(item, feed),
    ...optional("summary", { type: "text" }, summaryOf(item)),
    ...contentOf(item, feed),
  ])
}

/**
 * An entry that tells a change; it is published and updated at the instant of that change. What was taken away is told twice:
 * in words, and as what RFC 6721 has for it. It has no page to link to, so that its content is what it says (RFC 4287
 * section 4.1.2 demands the one or the other).
 */
function writeChange(change: ChangeNote, feed: Omit<Feed, "items">): string[] {
  const { id, at, title, locale, note, item, tombstone } = change
  const entry = element("entry", { "xml:lang": locale }, [
    element("id", {}, id),
    element("title", { type: "text" }, title),
    element("updated", {}, at),
    element("published", {}, at),
    ...(item === undefined
      ? [element("content", { type: "text" }, note ?? title)]
      : [pageLink(item, feed), ...categories(item, feed), ...optional("summary", { type: "text" }, note)]),
  ])
  return tombstone === undefined ? [entry] : [entry, writeTombstone(tombstone)]
}

/** RFC 6721 section 3. */
const writeTombstone = ({ id, at, reason }: Tombstone): string =>
  element(
    "at:deleted-entry",
    { ref: urnOf(id), when: at },
    reason === undefined ? undefined : [element("at:comment", { type: "text" }, reason)],
  )

/** RFC 4287 section 4.1.3: the body as HTML, its addresses those of the item's page; the Markdown where there is no HTML. */
function contentOf(item: Item, { bodyHtml, itemUrl }: Omit<Feed, "items">): string[] {
  const url = itemUrl(item)
  const html = htmlOf(item, bodyHtml?.[item.id], url)
  return html === undefined
    ? optional("content", { type: "text/markdown" }, item.body)
    : [element("content", { type: "html", "xml:base": url }, html)]
}

/** What can be had of an item: RFC 4287 section 4.2.7.2, `length` in bytes. */
const enclosures = (item: Item) =>
  kindOf(item)
    .files(item)
    .map(({ url, mediaType: type, size, title, locale }) =>
      element("link", { rel: "enclosure", type, length: size?.toString(), title, hreflang: locale, href: url }),
    )

/** What the item itself leads to; what it says of that is a word of its own, which Atom may not know. */
const relatedLinks = ({ links }: Item) =>
  links.map(({ url, title }) => element("link", { rel: "related", title, href: url }))

const categories = (item: Item, feed: Omit<Feed, "items">) =>
  categoriesOf(item, feed).map((category) => element("category", category))

const pageLink = (item: Item, feed: Omit<Feed, "items">) =>
  link("alternate", feed.itemUrl(item), "text/html", item.locale)

const link = (rel: string, href: string, type: string, hreflang?: string) =>
  element("link", { rel, type, hreflang, href })

/** Whose newsroom it is; the format demands an author (RFC 4287 section 4.1.1). */
const author = (locale: string) =>
  element("author", {}, [element("name", {}, labelOf(bodies, "pompidou-group", locale))])

const optional = (name: string, attributes: Record<string, string>, content: string | undefined) =>
  content === undefined ? [] : [element(name, attributes, content)]

const latestIn = ({ items, changes, tombstones = [] }: Written): Instant | undefined =>
  latestOf(
    changes === undefined
      ? [...items.map(({ updatedAt }) => updatedAt), ...tombstones.map(({ at }) => at)]
      : changes.map(({ at }) => at),
  )

function missing(what: string): never {
  throw new TypeError(`${what} has no updatedAt, which Atom demands: give the feed one`)
}
