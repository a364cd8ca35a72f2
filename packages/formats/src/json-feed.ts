import { bodies, type Item, kindOf, labelOf } from "@pg/domain"
import { categoriesOf } from "./feeds/categories.js"
import { type ChangeNote, noteOf, urnOf } from "./feeds/change-note.js"
import { htmlOf, summaryOf, textOf } from "./feeds/contents.js"
import { publishedAt } from "./feeds/instants.js"
import type { Feed, Format } from "./format.js"

/**
 * JSON Feed 1.1. `id` is `urn:uuid:` and the item's id. `date_published` is `firstPublishedAt`, and absent for what was
 * imported: `issued` is no instant and goes as it stands into the extension `_dcterms`, which an undated item does not have.
 * Nothing that JSON Feed has says that an item is gone, so that it only leaves the list, and `changes` tell it. The content
 * that the format demands is the body as HTML; where there is none the body as the Markdown that it is, else the summary, else the title.
 */
export const jsonFeed: Format = {
  name: "json-feed",
  extension: "feed.json",
  mediaType: "application/feed+json",
  title: "JSON Feed",
  says: ["bodyHtml", "changes"],
  showsBodies: true,
  serialize: writeFeed,
  serializeItem: (item, feed) => writeFeed({ ...feed, items: [item] }),
}

/** What is undefined has no key. */
function writeFeed(feed: Feed): string {
  const { items, changes, title, homeUrl, selfUrl, nextUrl, hubUrl, locale } = feed
  const written = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: homeUrl,
    feed_url: selfUrl,
    next_url: nextUrl,
    hubs: hubUrl === undefined ? undefined : [{ type: "WebSub", url: hubUrl }],
    language: locale,
    authors: [{ name: labelOf(bodies, "pompidou-group", locale ?? "en") }],
    items: changes?.map((change) => toChange(noteOf(change, locale), feed)) ?? items.map((item) => toItem(item, feed)),
  }
  return `${JSON.stringify(written)}\n`
}

function toItem(item: Item, feed: Feed): object {
  return {
    id: urnOf(item.id),
    url: feed.itemUrl(item),
    title: item.title,
    ...contentOf(item, feed),
    summary: summaryOf(item),
    image: item.image?.url,
    date_published: publishedAt(item),
    date_modified: item.updatedAt,
    tags: tagsOf(item, feed),
    language: item.locale,
    attachments: attachmentsOf(item),
    _dcterms: item.issued === undefined ? undefined : { issued: item.issued },
  }
}

function contentOf(item: Item, { bodyHtml, itemUrl }: Feed): object {
  const html = htmlOf(item, bodyHtml?.[item.id], itemUrl(item))
  return html === undefined ? { content_text: textOf(item) ?? item.title } : { content_html: html }
}

/** A change is published at its instant. */
function toChange({ id, at, title, locale, note, item }: ChangeNote, feed: Feed): object {
  return {
    id,
    url: item && feed.itemUrl(item),
    title,
    content_text: note ?? title,
    summary: note,
    date_published: at,
    date_modified: at,
    tags: item && tagsOf(item, feed),
    language: locale,
  }
}

/** Tags are for people, so they are labels where there are some. */
const tagsOf = (item: Item, feed: Feed) => [...new Set(categoriesOf(item, feed).map(({ term, label = term }) => label))]

/** `mime_type` is demanded; of a file of unknown type it is what RFC 9110 section 8.3 has for that. */
function attachmentsOf(item: Item): object[] | undefined {
  const files = kindOf(item).files(item)
  if (files.length === 0) return undefined
  return files.map(({ url, mediaType = "application/octet-stream", title, size }) => ({
    url,
    mime_type: mediaType,
    title,
    size_in_bytes: size,
  }))
}
