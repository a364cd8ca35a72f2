import { type Item, type ItemInput, parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { mergeImported } from "./merge-imported.js"

const span = (text: string, line = 1) => ({ line, column: 1, text })

const source = {
  name: "newsroom listing",
  retrievedAt: "2021-06-20T08:00:00Z",
  text: "A title\n\n16 June 2021\n\nA teaser.\n\nRead More",
  spans: { title: span("A title"), issued: span("16 June 2021", 3), summary: span("A teaser.", 5) },
}

/** The same block with a word more, so that the listing says something new. */
const reworded = { ...source, text: source.text.replace("A teaser.", "A teaser, reworded.") }

const item = (fields: Partial<ItemInput> = {}) =>
  parseItem({
    id: "3f0d6e0e-5d0c-5a5b-8a7e-0b3a6c1f2d4e",
    kind: "event",
    locale: "en",
    slug: "a-title",
    title: "A title",
    summary: "A teaser.",
    issued: "2021-06-16",
    source,
    ...fields,
  })

/** What the listing said of the item when it was first read, unless it is said otherwise. */
const merged = async (stored: Item, imported: Item, base = item()): Promise<Item> => {
  return (await mergeImported(stored, imported, async () => base)).item
}

const conflictsOf = async (stored: Item, imported: Item) => {
  return (await mergeImported(stored, imported, async () => item())).conflicts
}

test("a listing read again at another time says nothing new, even where the item has moved to another line", async () => {
  const stored = item()
  const moved = {
    ...source,
    retrievedAt: "2021-07-20T08:00:00Z",
    text: `${source.text}\n\n`,
    spans: { title: span("A title", 9), issued: span("16 June 2021", 11), summary: span("A teaser.", 13) },
  }
  expect(await merged(stored, item({ source: moved }))).toEqual(stored)
})

test("what was corrected here stays as long as the listing says the same", async () => {
  const stored = item({ title: "A title, corrected", topics: ["prisons"] })
  expect(await merged(stored, item())).toEqual(stored)
})

test("where the listing says the same, a body that came with it and its neighbours' dates are taken all the same", async () => {
  const { issued: _, ...undated } = item({ issuedBounds: "2021-06-01/.." })
  const { issued: __, ...imported } = item({ issuedBounds: "2021-06-01/2021-06-18", body: "The whole text." })
  expect(await merged(parseItem(undated), parseItem(imported))).toMatchObject({
    issuedBounds: "2021-06-01/2021-06-18",
    body: "The whole text.",
  })
})

test("a changed teaser is taken, and with it the source that it stands in", async () => {
  const text = source.text.replace("A teaser.", "Another teaser.")
  const now = await merged(item(), item({ summary: "Another teaser.", source: { ...source, text } }))
  expect(now.summary).toBe("Another teaser.")
  expect(now.source?.text).toBe(text)
})

test("what was added here is kept: the listing does not speak of it", async () => {
  const added = {
    body: "The whole text.",
    eventStatus: "EventCancelled",
    attachments: [{ url: "https://example.org/agenda.pdf" }],
    relations: [{ rel: "announces", id: "7c0e2f60-8c2e-5f0a-9d53-2d1b6a9f0c11" }],
  } as const
  const stored = item({ ...added, attachments: [...added.attachments], relations: [...added.relations] })
  expect(await merged(stored, item({ summary: "Another teaser.", source: reworded }))).toMatchObject({
    ...added,
    summary: "Another teaser.",
  })
})

test("what the listing said and says no longer is dropped; what only stands here stays", async () => {
  const whenRead = { ...source, spans: { ...source.spans, when: span("16 June 2021", 3) } }
  const stored = item({ when: { start: "2021-06-16" }, source: whenRead })
  const now = item({ source: reworded })
  expect(await merged(stored, now, stored)).not.toHaveProperty("when")
  expect(await merged(item({ when: { start: "2021-06-16" } }), now)).toHaveProperty("when", { start: "2021-06-16" })
})

test("bounds go as soon as the listing gives the date itself", async () => {
  const { issued: _, ...spans } = source.spans
  const undated = item({ issuedBounds: "2021-06-01/2021-06-30", source: { ...source, spans } })
  const { issued: __, ...stored } = undated
  const now = await merged(parseItem(stored), item({ source: reworded }), parseItem(stored))
  expect(now.issued).toBe("2021-06-16")
  expect(now.issuedBounds).toBeUndefined()
})

test("an item keeps its address, because the store may have had to make it unique", async () => {
  const stored = item({ slug: "a-title-2" })
  expect((await merged(stored, item())).slug).toBe("a-title-2")
  expect((await merged(stored, item({ source: reworded }))).slug).toBe("a-title-2")
})

test("an item that turns out to be of another kind keeps only what that kind can have", async () => {
  const news = item({ kind: "news", source: reworded })
  expect(await merged(item({ organisers: ["pompidou-group"] }), news)).toEqual(news)
})

test("what was read before a day cannot have been issued after it, whoever of its neighbours was", async () => {
  const { issued: _, ...undated } = item({ issuedBounds: "2021-05-01/.." })
  const source = { ...undated.source!, retrievedAt: "2021-06-20T08:00:00Z" }
  const boundsFrom = async (issuedBounds: string) =>
    (await merged({ ...undated, source }, { ...undated, issuedBounds })).issuedBounds
  expect(await boundsFrom("2021-07-01/..")).toBe("2021-05-01/..")
  expect(await boundsFrom("2021-05-01/2021-07-01")).toBe("2021-05-01/..")
  expect(await boundsFrom("../2021-07-01")).toBe("2021-05-01/..")
  expect(await boundsFrom("2021-05-01/2021-06-01")).toBe("2021-05-01/2021-06-01")
})

test("a changed teaser and what an editor has done to other fields meanwhile both count", async () => {
  const stored = item({ title: "A title, corrected", topics: ["prisons"] })
  const now = await merged(stored, item({ summary: "Another teaser.", source: reworded }))
  expect(now).toMatchObject({ title: "A title, corrected", topics: ["prisons"], summary: "Another teaser." })
})

test("a teaser that the editor and the listing both changed stays the editor's, and waits to be decided", async () => {
  const stored = item({ summary: "The editor's teaser." })
  const imported = item({ summary: "Another teaser.", source: reworded })
  expect((await merged(stored, imported)).summary).toBe("The editor's teaser.")
  expect(await conflictsOf(stored, imported)).toEqual([
    { field: "summary", base: "A teaser.", ours: "The editor's teaser.", theirs: "Another teaser." },
  ])
})

test("what a listing says of another kind, which has no place for what was added here, is told and not lost", async () => {
  const news = item({ kind: "news", source: reworded })
  expect(await conflictsOf(item({ organisers: ["pompidou-group"] }), news)).toEqual([
    { field: "organisers", base: [], ours: ["pompidou-group"] },
  ])
})
