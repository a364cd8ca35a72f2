import { ChangeEntry, type Item, parseItem, Tombstone } from "@pg/domain"
import { parseAtomFeed } from "feedsmith"
import { expect, test } from "vitest"
import { atom } from "./atom.js"
import type { Feed } from "./format.js"

const id = "0190b3a5-7c1e-7000-8000-000000000001"
const item = (fields: object = {}): Item =>
  parseItem({ id, kind: "news", locale: "en", slug: "a", title: "A", updatedAt: "2021-06-17T08:30:00Z", ...fields })

const feed = (items: Item[], fields: Partial<Feed> = {}): Feed => ({
  items,
  title: "News",
  locale: "en",
  selfUrl: "https://example.org/news.atom",
  homeUrl: "https://example.org/en/news",
  itemUrl: ({ slug }) => `https://example.org/en/news/${slug}`,
  schemeUrl: (scheme) => `https://example.org/items?${scheme}=`,
  ...fields,
})

/** What a reader that is not ours makes of it. */
const read = (items: Item[], fields: Partial<Feed> = {}) => parseAtomFeed(atom.serialize(feed(items, fields)))
const readEntry = (fields: object) => read([item(fields)]).entries?.[0]

test("the id of an entry is the item's, wherever it is served from", () => {
  expect(readEntry({})?.id).toBe(`urn:uuid:${id}`)
  expect(read([item()], { selfUrl: "https://elsewhere.example/x" }).entries?.[0]?.id).toBe(`urn:uuid:${id}`)
})

test("an item with a day of issue has no instant of publication: the day stands in dcterms:issued as it is", () => {
  const entry = readEntry({ issued: "2021-06" })
  expect(entry).not.toHaveProperty("published")
  expect(entry?.dcterms?.issued).toEqual(["2021-06"])
})

test("an undated item is in the feed, and its bounds are not printed as a date", () => {
  const text = atom.serialize(feed([item({ issuedBounds: "2021-04-16/2021-05-07" })]))
  expect(parseAtomFeed(text).entries).toHaveLength(1)
  expect(text).not.toMatch(/published|issued>|2021-0[45]/)
})

test("what was first published at a known instant says so", () => {
  expect(readEntry({ firstPublishedAt: "2021-06-16T10:00:00Z" })?.published).toBe("2021-06-16T10:00:00Z")
})

test("where an item leads to stands beside its page, whatever the item says that it is", () => {
  const links = [{ url: "https://example.org/live", title: "Live", rel: "alternate" }]
  expect(readEntry({ links })?.links).toEqual([
    { rel: "alternate", type: "text/html", hreflang: "en", href: "https://example.org/en/news/a" },
    { rel: "related", title: "Live", href: "https://example.org/live" },
  ])
})

test("an entry was updated when its item was, else when the list was", () => {
  const updatedAt = "2022-01-01T00:00:00Z"
  expect(read([item(), item({ updatedAt: undefined })], { updatedAt }).entries?.map((entry) => entry.updated)).toEqual([
    "2021-06-17T08:30:00Z",
    updatedAt,
  ])
})

test("a feed was updated when the last of its entries was, offsets minded", () => {
  const times = ["2021-06-17T08:30:00Z", "2021-06-17T10:00:00+02:00", "2021-06-17T06:00:00-03:00"]
  expect(read(times.map((updatedAt) => item({ updatedAt }))).updated).toBe("2021-06-17T06:00:00-03:00")
})

test("where nothing says when it was updated, no instant is made up", () => {
  expect(() => atom.serialize(feed([]))).toThrow(/The feed has no updatedAt/)
  expect(() => atom.serialize(feed([item(), item({ updatedAt: undefined })]))).toThrow(/Item .* has no updatedAt/)
})

test("text comes out of a reader as it went in, markup and all", () => {
  const title = `<b>A & B</b> "c" 'd' ]]> &amp; é 😀`
  const summary = "One line\nand <script>another</script> &lt;"
  const body = "# Heading\n\n- *a* & <i>b</i>"
  expect(readEntry({ title, summary, body })).toMatchObject({
    title: { value: title, type: "text" },
    summary: { value: summary, type: "text" },
    content: { value: body, type: "text/markdown" },
  })
})

test("characters that XML 1.0 cannot write are left out, and a carriage return survives", () => {
  const odd = { ...item(), title: "a\u0000b\u000b\u001fc\ufffed\ud800e", summary: "x\r\ny" }
  const text = atom.serialize(feed([odd]))
  expect(text).toContain(">abcde<")
  expect(text).toContain("x&#13;\ny")
  expect(text).toMatch(/^[\t\n\u0020-\ud7ff]*$/)
})

test("an address cannot break out of its attribute", () => {
  const text = atom.serialize(feed([item()], { itemUrl: () => `https://example.org/"><x a="&b\n` }))
  expect(text).toContain(`href="https://example.org/&quot;&gt;&lt;x a=&quot;&amp;b&#10;"`)
})

test("kind, type and topics are categories, each in its scheme; a topic has its name in the item's language", () => {
  expect(readEntry({ locale: "fr", type: "decision", topics: ["prisons", "a-new-topic"] })?.categories).toEqual([
    { scheme: "https://example.org/items?kind=", term: "news" },
    { scheme: "https://example.org/items?type=", term: "decision" },
    { scheme: "https://example.org/items?topic=", term: "prisons", label: "prisons" },
    { scheme: "https://example.org/items?topic=", term: "a-new-topic", label: "a-new-topic" },
  ])
})

test("each page says where it is, where the first and the next are, and keeps the id of the first", () => {
  const page = read([item()], {
    selfUrl: "https://example.org/news.atom?cursor=b",
    firstUrl: "https://example.org/news.atom",
    nextUrl: "https://example.org/news.atom?cursor=c",
  })
  expect(page.id).toBe("https://example.org/news.atom")
  expect(page.links?.map(({ rel, href }) => [rel, href])).toEqual([
    ["self", "https://example.org/news.atom?cursor=b"],
    ["alternate", "https://example.org/en/news"],
    ["first", "https://example.org/news.atom"],
    ["next", "https://example.org/news.atom?cursor=c"],
  ])
})

test("an entry says its own language and leads to its page", () => {
  const entry = readEntry({ locale: "fr", slug: "b" })
  expect(entry?.xml?.lang).toBe("fr")
  expect(entry?.links).toEqual([
    { href: "https://example.org/en/news/b", rel: "alternate", type: "text/html", hreflang: "fr" },
  ])
})

test("an entry in a document of its own has the author that the format demands, and says where it is", () => {
  const text = atom.serializeItem?.(item({ locale: "fr" }), feed([]))
  expect(text).toContain(`<entry xmlns="http://www.w3.org/2005/Atom"`)
  expect(text).toContain("<name>Groupe Pompidou</name>")
  expect(text).toContain(`rel="self" type="application/atom+xml" href="https://example.org/news.atom"`)
})

test("what was imported was out before it came here, so that the day of its import is not told as its publication", () => {
  const firstPublishedAt = "2021-06-16T10:00:00Z"
  expect(readEntry({ firstPublishedAt })?.published).toBe(firstPublishedAt)
  const source = { name: "a listing", retrievedAt: firstPublishedAt, text: "A" }
  expect(readEntry({ firstPublishedAt, source })).not.toHaveProperty("published")
})

test("an event that was cancelled says so, by schema.org's word for it, and its files are enclosures", () => {
  const event = { kind: "event", eventStatus: "EventCancelled", attachments: [{ url: "https://example.org/a.pdf" }] }
  const entry = readEntry(event)
  expect(entry?.categories).toContainEqual(expect.objectContaining({ term: "EventCancelled" }))
  expect(entry?.links).toContainEqual(expect.objectContaining({ rel: "enclosure", href: "https://example.org/a.pdf" }))
})

const at = "2022-03-01T09:00:00Z"
const tombstone = (fields: object = {}) => Tombstone.parse({ id, kind: "news", at, state: "withdrawn", ...fields })

test("what was taken away has a tombstone, which says when and, where somebody said it, why", () => {
  const text = atom.serialize(feed([], { tombstones: [tombstone({ reason: "A & B" }), tombstone()] }))
  expect(text).toContain(`<at:deleted-entry ref="urn:uuid:${id}" when="${at}">
<at:comment type="text">A &amp; B</at:comment>
</at:deleted-entry>
<at:deleted-entry ref="urn:uuid:${id}" when="${at}"/>`)
  expect(text).toContain(`xmlns:at="http://purl.org/atompub/tombstones/1.0"`)
})

test("a feed was updated when the last of its entries was taken away, if nothing came after", () => {
  expect(read([item()], { tombstones: [tombstone()] }).updated).toBe(at)
})

const changes = [
  { type: "delete", seq: 9, at, tombstone: tombstone({ reason: "R" }) },
  { type: "put", seq: 4, at: "2022-01-01T00:00:00Z", updateType: "minor", changeNote: "A & B", item: item() },
  { type: "put", seq: 2, at: "2021-06-17T08:30:00Z", updateType: "major", item: item() },
].map((change) => ChangeEntry.parse(change))

test("each change has an id of its own for ever, so that readers show every one and none twice", () => {
  const ids = [`urn:uuid:${id}#9`, `urn:uuid:${id}#4`, `urn:uuid:${id}#2`]
  expect(read([], { changes }).entries?.map((entry) => entry.id)).toEqual(ids)
  expect(read([item()], { changes: changes.slice(1) }).entries?.map((entry) => entry.id)).toEqual(ids.slice(1))
})

test("a change is that of an item, was published when it was made, and says why where somebody said it", () => {
  const [, noted, silent] = read([], { changes }).entries ?? []
  expect(noted).toMatchObject({
    title: { value: "A" },
    updated: "2022-01-01T00:00:00Z",
    published: "2022-01-01T00:00:00Z",
    summary: { value: "A & B" },
    links: [{ href: "https://example.org/en/news/a", rel: "alternate" }],
  })
  expect(silent).not.toHaveProperty("summary")
  expect(read([], { changes }).updated).toBe(at)
})

test("what was taken away is told in words and by a tombstone, and leads to no page", () => {
  const entryOf = (locale: string) => read([], { changes, locale }).entries?.[0]
  expect(entryOf("en")).toMatchObject({ title: { value: `Withdrawn: ${id}` }, content: { value: "R" }, published: at })
  expect(entryOf("en")).not.toHaveProperty("links")
  expect(entryOf("fr")).toMatchObject({ title: { value: `Retiré : ${id}` }, xml: { lang: "fr" } })
  expect(atom.serialize(feed([], { changes })).match(/<at:deleted-entry /g)).toHaveLength(1)
})
