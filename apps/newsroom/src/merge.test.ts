import { type ItemInput, parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { merge } from "./merge.js"

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

test("a listing read again at another time says nothing new, even where the item has moved to another line", () => {
  const stored = item()
  const moved = {
    ...source,
    retrievedAt: "2021-07-20T08:00:00Z",
    text: `${source.text}\n\n`,
    spans: { title: span("A title", 9), issued: span("16 June 2021", 11), summary: span("A teaser.", 13) },
  }
  expect(merge(stored, item({ source: moved }))).toEqual(stored)
})

test("what was corrected here stays as long as the listing says the same", () => {
  const stored = item({ title: "A title, corrected", topics: ["prisons"] })
  expect(merge(stored, item())).toEqual(stored)
})

test("where the listing says the same, a body that came with it and its neighbours' dates are taken all the same", () => {
  const { issued: _, ...undated } = item({ issuedBounds: "2021-06-01/.." })
  const { issued: __, ...imported } = item({ issuedBounds: "2021-06-01/2021-06-18", body: "The whole text." })
  expect(merge(parseItem(undated), parseItem(imported))).toMatchObject({
    issuedBounds: "2021-06-01/2021-06-18",
    body: "The whole text.",
  })
})

test("a changed teaser is taken, and with it the source that it stands in", () => {
  const text = source.text.replace("A teaser.", "Another teaser.")
  const merged = merge(item(), item({ summary: "Another teaser.", source: { ...source, text } }))
  expect(merged.summary).toBe("Another teaser.")
  expect(merged.source?.text).toBe(text)
})

test("what was added here is kept: the listing does not speak of it", () => {
  const added = {
    body: "The whole text.",
    eventStatus: "EventCancelled",
    attachments: [{ url: "https://example.org/agenda.pdf" }],
    relations: [{ rel: "announces", id: "7c0e2f60-8c2e-5f0a-9d53-2d1b6a9f0c11" }],
  } as const
  const stored = item({ ...added, attachments: [...added.attachments], relations: [...added.relations] })
  expect(merge(stored, item({ summary: "Another teaser.", source: reworded }))).toMatchObject({
    ...added,
    summary: "Another teaser.",
  })
})

test("what the listing said and says no longer is dropped, because its span shows where it came from", () => {
  const whenRead = { ...source, spans: { ...source.spans, when: span("16 June 2021", 3) } }
  const stored = item({ when: { start: "2021-06-16" }, source: whenRead })
  const now = item({ source: reworded })
  expect(merge(stored, now)).not.toHaveProperty("when")
  expect(merge(item({ when: { start: "2021-06-16" } }), now)).toHaveProperty("when", { start: "2021-06-16" })
})

test("bounds go as soon as the listing gives the date itself", () => {
  const { issued: _, ...spans } = source.spans
  const undated = item({ issuedBounds: "2021-06-01/2021-06-30", source: { ...source, spans } })
  const { issued: __, ...stored } = undated
  const merged = merge(parseItem(stored), item({ source: reworded }))
  expect(merged.issued).toBe("2021-06-16")
  expect(merged.issuedBounds).toBeUndefined()
})

test("an item keeps its address, because the store may have had to make it unique", () => {
  const stored = item({ slug: "a-title-2" })
  expect(merge(stored, item()).slug).toBe("a-title-2")
  expect(merge(stored, item({ source: reworded })).slug).toBe("a-title-2")
})

test("an item that turns out to be of another kind keeps only what that kind can have", () => {
  const news = item({ kind: "news", source: reworded })
  expect(merge(item({ organisers: ["pompidou-group"] }), news)).toEqual(news)
})

test("what was read before a day cannot have been issued after it, whoever of its neighbours was", () => {
  const { issued: _, ...undated } = item({ issuedBounds: "2021-05-01/.." })
  const source = { ...undated.source!, retrievedAt: "2021-06-20T08:00:00Z" }
  const boundsFrom = (issuedBounds: string) => merge({ ...undated, source }, { ...undated, issuedBounds }).issuedBounds
  expect(boundsFrom("2021-07-01/..")).toBe("2021-05-01/..")
  expect(boundsFrom("2021-05-01/2021-07-01")).toBe("2021-05-01/..")
  expect(boundsFrom("../2021-07-01")).toBe("2021-05-01/..")
  expect(boundsFrom("2021-05-01/2021-06-01")).toBe("2021-05-01/2021-06-01")
})
