import { type Item, kindOf } from "@pg/domain"
import { categoriesOf } from "./feeds/categories.js"
import { type ChangeNote, noteOf, urnOf } from "./feeds/change-note.js"
import { asHtml, htmlOf, summaryOf } from "./feeds/contents.js"
import { latestOf, publishedAt } from "./feeds/instants.js"
import type { Feed, Format, Written } from "./format.js"
import { element, xmlDocument } from "./xml.js"

/**
 * RSS 2.0, by the RSS Advisory Board's specification and its best practices profile; paging RFC 5005 section 3 by
 * `atom:link`. `guid` is `urn:uuid:` and the item's id. `pubDate` is `firstPublishedAt`, and absent for what was imported:
 * `issued` is no instant and goes as it stands into `dcterms:issued`, which an undated item does not have. Nothing that RSS
 * has says that an item is gone, so that it only leaves the list, and `changes` tell it. What RSS demands and nobody said has
 * the value that is agreed on for that: `length` 0, and `application/octet-stream`.
 */
export const rss: Format = {
  name: "rss",
  extension: "rss",
  mediaType: "application/rss+xml",
  title: "RSS",
  says: ["bodyHtml", "changes"],
  showsBodies: true,
  serialize: (feed) =>
    writeChannel(feed, feed.changes === undefined ? feed.items.map((it) => writeItem(it, feed)) : []),
  list: { entry: writeItem, write: writeChannel },
  serializeItem: (item, feed) => writeChannel({ ...feed, items: [item] }, [writeItem(item, feed)]),
}

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:source": "http://source.scripting.com/",
}

/** `description` is demanded; the title says all that there is to say of a list. */
function writeChannel(feed: Written, entries: readonly string[]): string {
  const { items, changes, title, homeUrl, locale, selfUrl, firstUrl = selfUrl, nextUrl, hubUrl } = feed
  const updatedAt = feed.updatedAt ?? latestOf(changes?.map(({ at }) => at) ?? items.map(({ updatedAt: at }) => at))
  const channel = element("channel", {}, [
    element("title", {}, title),
    element("link", {}, homeUrl),
    element("description", {}, title),
    ...optional("language", locale),
    ...optional("lastBuildDate", updatedAt && writeInstant(updatedAt)),
    link("self", selfUrl),
    ...(hubUrl === undefined ? [] : [element("atom:link", { rel: "hub", href: hubUrl })]),
    link("first", firstUrl),
    ...(nextUrl === undefined ? [] : [link("next", nextUrl)]),
    ...entries,
    ...(changes ?? []).map((change) => writeChange(noteOf(change, locale), feed)),
  ])
  return xmlDocument(element("rss", { version: "2.0", ...namespaces }, [channel]))
}

function writeItem(item: Item, feed: Omit<Feed, "items">): string {
  return element("item", {}, [
    element("title", {}, item.title),
    element("link", {}, feed.itemUrl(item)),
    ...html("description", summaryOf(item)),
    ...categories(item, feed),
    ...enclosures(item),
    guid(urnOf(item.id)),
    ...instant("pubDate", publishedAt(item)),
    element("dc:language", {}, item.locale),
    ...optional("dcterms:issued", item.issued),
    ...optional("dcterms:modified", item.updatedAt),
    ...optional("content:encoded", htmlOf(item, feed.bodyHtml?.[item.id], feed.itemUrl(item))),
    ...optional("source:markdown", item.body),
  ])
}

/** An item that tells a change of one; it is published at the instant of that change. */
function writeChange({ id, at, title, locale, note, item }: ChangeNote, feed: Omit<Feed, "items">): string {
  return element("item", {}, [
    element("title", {}, title),
    ...(item === undefined ? [] : [element("link", {}, feed.itemUrl(item))]),
    ...html("description", note),
    ...(item === undefined ? [] : categories(item, feed)),
    guid(id),
    ...instant("pubDate", at),
    element("dc:language", {}, locale),
  ])
}

/** `url`, `length` in bytes and `type` are all demanded. */
const enclosures = (item: Item) =>
  kindOf(item)
    .files(item)
    .map(({ url, size = 0, mediaType: type = "application/octet-stream" }) =>
      element("enclosure", { url, length: String(size), type }),
    )

const categories = (item: Item, feed: Omit<Feed, "items">) =>
  categoriesOf(item, feed).map(({ term, scheme: domain }) => element("category", { domain }, term))

const guid = (id: string) => element("guid", { isPermaLink: "false" }, id)

const link = (rel: string, href: string) => element("atom:link", { rel, type: "application/rss+xml", href })

const optional = (name: string, content: string | undefined) =>
  content === undefined ? [] : [element(name, {}, content)]

/** A description is read as HTML, so that a plain text has to be made one for its own `<` and `&` to be seen. */
const html = (name: string, text: string | undefined) => optional(name, text === undefined ? undefined : asHtml(text))

const instant = (name: string, at: string | undefined) => optional(name, at && writeInstant(at))

/** RFC 822 with a year of four digits, in GMT: "Thu, 17 Jun 2021 08:30:00 GMT". */
const writeInstant = (at: string) => new Date(at).toUTCString()
