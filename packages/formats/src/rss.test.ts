import { ChangeEntry, type Item, parseItem, Tombstone } from "@pg/domain"
import { parseRssFeed } from "feedsmith"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import type { Feed } from "./format.js"
import { rss } from "./rss.js"

const id = "0190b3a5-7c1e-7000-8000-000000000001"
const item = (fields: object = {}): Item =>
  parseItem({
    id,
    kind: "news",
    locale: "en",
    slug: "a",
    title: "A",
    updatedAt: "2021-06-17T08:30:00+02:00",
    ...fields,
  })

const read = (items: Item[], fields: Partial<Feed> = {}) => parseRssFeed(rss.serialize(aFeed(items, fields)))
const readItem = (fields: object) => read([item(fields)]).items?.[0]

test("the guid of an item is its id and no address, wherever it is served from", () => {
  expect(readItem({})?.guid).toEqual({ value: `urn:uuid:${id}`, isPermaLink: false })
})

test("a day of issue is no pubDate: it stands in dcterms:issued as it is", () => {
  const entry = readItem({ issued: "2021-06" })
  expect(entry).not.toHaveProperty("pubDate")
  expect(entry?.dcterms).toEqual({ issued: ["2021-06"], modified: ["2021-06-17T08:30:00+02:00"] })
})

test("what was published here at a known instant says so in GMT; what was imported was out before", () => {
  const firstPublishedAt = "2021-06-16T10:00:00+02:00"
  const source = { name: "a listing", retrievedAt: firstPublishedAt, text: "A" }
  expect(readItem({ firstPublishedAt })?.pubDate).toBe("Wed, 16 Jun 2021 08:00:00 GMT")
  expect(readItem({ firstPublishedAt, source })).not.toHaveProperty("pubDate")
})

test("an undated item is in the feed with no date, and its bounds are not printed", () => {
  const text = rss.serialize(aFeed([item({ issuedBounds: "2021-04-16/2021-05-07" })]))
  expect(parseRssFeed(text).items).toHaveLength(1)
  expect(text).not.toMatch(/pubDate|issued>|2021-0[45]/)
})

test("the list was built when it last changed, else when an item of it did; else nobody says when", () => {
  expect(read([item()]).lastBuildDate).toBe("Fri, 10 Sep 2021 12:00:00 GMT")
  const { updatedAt: _, ...feed } = aFeed([item()])
  expect(parseRssFeed(rss.serialize(feed)).lastBuildDate).toBe("Thu, 17 Jun 2021 06:30:00 GMT")
  expect(parseRssFeed(rss.serialize({ ...feed, items: [] }))).not.toHaveProperty("lastBuildDate")
})

test("a summary is HTML that shows the text, a title is the text", () => {
  const text = "a < b &amp; <i>c</i>\nd"
  expect(readItem({ title: "a < b &amp; <i>c</i>", summary: text })).toMatchObject({
    title: "a < b &amp; <i>c</i>",
    description: "a &lt; b &amp;amp; &lt;i&gt;c&lt;/i&gt;<br>\nd",
  })
})

test("a body is Markdown and says so, and each item says its language", () => {
  expect(readItem({ locale: "fr", body: "# B\n\n*b*" })).toMatchObject({
    dc: { languages: ["fr"] },
    sourceNs: { markdown: "# B\n\n*b*" },
  })
})

test("a file of unknown size and type has what RSS is agreed to have for that", () => {
  const attachments = [
    { url: "https://example.org/a.pdf", mediaType: "application/pdf", size: 12 },
    { url: "https://example.org/b" },
  ]
  expect(readItem({ attachments })?.enclosures).toEqual([
    { url: "https://example.org/a.pdf", type: "application/pdf", length: 12 },
    { url: "https://example.org/b", type: "application/octet-stream", length: 0 },
  ])
})

test("a page says where it is, where the first and the next are, and in which language its title is", () => {
  const page = read([], {
    selfUrl: "https://x.org/a.rss?c=b",
    firstUrl: "https://x.org/a.rss",
    nextUrl: "https://x.org/a.rss?c=d",
  })
  expect(page.atom?.links?.map(({ rel, href }) => [rel, href])).toEqual([
    ["self", "https://x.org/a.rss?c=b"],
    ["first", "https://x.org/a.rss"],
    ["next", "https://x.org/a.rss?c=d"],
  ])
  expect(page).toMatchObject({
    title: "News",
    description: "News",
    link: "https://example.org/en/news",
    language: "en",
  })
})

test("one item is a channel of one", () => {
  expect(parseRssFeed(rss.serializeItem(item(), aFeed([]))).items).toHaveLength(1)
})

test("a feed of changes tells why, by an id for each change, and what was taken away", () => {
  const at = "2021-07-01T07:00:00Z"
  const tombstone = Tombstone.parse({ id, kind: "news", at, state: "gone", reason: "R" })
  const changes = [
    { type: "delete", seq: 7, at, tombstone },
    { type: "put", seq: 3, at, updateType: "major", changeNote: "Why", item: item() },
  ].map((change) => ChangeEntry.parse(change))
  expect(read([], { changes }).items).toEqual([
    expect.objectContaining({
      guid: { value: `urn:uuid:${id}#7`, isPermaLink: false },
      title: `Removed: ${id}`,
      description: "R",
      pubDate: "Thu, 01 Jul 2021 07:00:00 GMT",
    }),
    expect.objectContaining({
      guid: { value: `urn:uuid:${id}#3`, isPermaLink: false },
      title: "A",
      description: "Why",
      link: "https://example.org/en/news/a",
    }),
  ])
})
