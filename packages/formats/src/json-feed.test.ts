import { ChangeEntry, type Item, parseItem, Tombstone } from "@pg/domain"
import { parseJsonFeed } from "feedsmith"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import type { Feed } from "./format.js"
import { jsonFeed } from "./json-feed.js"

const id = "0190b3a5-7c1e-7000-8000-000000000001"
const item = (fields: object = {}): Item =>
  parseItem({ id, kind: "news", locale: "en", slug: "a", title: "A", ...fields })

const write = (items: Item[], fields: Partial<Feed> = {}) => JSON.parse(jsonFeed.serialize(aFeed(items, fields)))
const writeOne = (fields: object) => write([item(fields)]).items[0]

test("an item has its id, its page, its language and the content that the format demands", () => {
  expect(writeOne({ locale: "fr", issuedBounds: "2021-04-16/2021-05-07" })).toEqual({
    id: `urn:uuid:${id}`,
    url: "https://example.org/en/news/a",
    title: "A",
    content_text: "A",
    tags: ["news"],
    language: "fr",
  })
  expect(writeOne({ summary: "S" })).toMatchObject({ content_text: "S", summary: "S" })
  expect(writeOne({ summary: "S", body: "*B*" })).toMatchObject({ content_text: "*B*", summary: "S" })
})

test("a day of issue is no date_published: it stands in _dcterms as it is", () => {
  const entry = writeOne({ issued: "2021-06~", updatedAt: "2021-06-17T08:30:00+02:00" })
  expect(entry).not.toHaveProperty("date_published")
  expect(entry).toMatchObject({ _dcterms: { issued: "2021-06~" }, date_modified: "2021-06-17T08:30:00+02:00" })
})

test("what was published here at a known instant says so; what was imported was out before", () => {
  const firstPublishedAt = "2021-06-16T10:00:00+02:00"
  const source = { name: "a listing", retrievedAt: firstPublishedAt, text: "A" }
  expect(writeOne({ firstPublishedAt }).date_published).toBe(firstPublishedAt)
  expect(writeOne({ firstPublishedAt, source })).not.toHaveProperty("date_published")
})

test("tags are for people: topics by their names, in the item's language", () => {
  const fields = { locale: "fr", type: "decision", topics: ["airports"], countries: ["AT"], bodies: ["cicad"] }
  expect(writeOne(fields).tags).toEqual(["news", "decision", "aéroports", "Autriche", "CICAD"])
})

test("files are attachments, of a type that is not known where it is not", () => {
  const attachments = [
    { url: "https://example.org/a.pdf", mediaType: "application/pdf", size: 12, title: "T" },
    { url: "https://example.org/b" },
  ]
  expect(writeOne({ attachments }).attachments).toEqual([
    { url: "https://example.org/a.pdf", mime_type: "application/pdf", title: "T", size_in_bytes: 12 },
    { url: "https://example.org/b", mime_type: "application/octet-stream" },
  ])
})

test("a list of nothing has its items, none, which the format demands", () => {
  expect(write([], { nextUrl: "https://x.org/a?c=d" })).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "News",
    home_page_url: "https://example.org/en/news",
    feed_url: "https://example.org/news.x",
    next_url: "https://x.org/a?c=d",
    language: "en",
    authors: [{ name: "Pompidou Group" }],
    items: [],
  })
})

test("one item is a feed of one", () => {
  expect(parseJsonFeed(jsonFeed.serializeItem(item(), aFeed([]))).items).toHaveLength(1)
})

test("a feed of changes tells why, by an id for each change, and what was taken away, in the feed's language", () => {
  const at = "2021-07-01T07:00:00Z"
  const tombstone = Tombstone.parse({ id, kind: "news", at, state: "withdrawn" })
  const changes = [
    { type: "delete", seq: 7, at, tombstone },
    { type: "put", seq: 3, at, updateType: "major", changeNote: "Why", item: item() },
  ].map((change) => ChangeEntry.parse(change))
  const dates = { date_published: at, date_modified: at }
  expect(write([], { changes, locale: "fr" }).items).toEqual([
    { id: `urn:uuid:${id}#7`, title: `Retiré : ${id}`, content_text: `Retiré : ${id}`, language: "fr", ...dates },
    {
      id: `urn:uuid:${id}#3`,
      url: "https://example.org/en/news/a",
      title: "A",
      content_text: "Why",
      summary: "Why",
      tags: ["news"],
      language: "en",
      ...dates,
    },
  ])
})
