import { type Item, kindsByName } from "@pg/domain"
import { type Feed, formats } from "@pg/formats"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
let items: Item[]
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
  items = (await archive.store.find({ kind: ["publication"] })).items
})
afterAll(() => archive.close())

/** What whoever has the items, and no server, says of a list. */
const feed: Omit<Feed, "items" | "selfUrl" | "firstUrl"> = {
  title: "Pompidou Group, publications",
  locale: "en",
  homeUrl: "https://example.org/en/publications?locale=*",
  itemUrl: ({ kind, slug, locale }) =>
    `https://example.org/${locale}/${kindsByName[kind].segment}/${encodeURIComponent(slug)}`,
  schemeUrl: (scheme) => `https://example.org/api/v1/items?${scheme}=`,
}

test.each(formats)("what the API sends as $title is what @pg/formats writes without it", async (format) => {
  const { extension } = format
  const selfUrl = `https://example.org/api/v1/publications.${extension}`
  const written = format.serialize({ ...feed, items, total: items.length, selfUrl, firstUrl: selfUrl })
  const asked = format.says.includes("fields") ? "?profile=full" : ""
  const sent = await (await archive.api.request(`/api/v1/publications.${extension}${asked}`)).text()
  expect(sent.replaceAll("?profile=full", "")).toBe(written)

  const [item = expect.fail("there is no publication")] = items
  const itemUrl = `https://example.org/api/v1/items/${item.id}.${extension}`
  const frame = { ...feed, title: item.title, locale: item.locale, selfUrl: itemUrl, homeUrl: feed.itemUrl(item) }
  expect(await (await archive.api.request(`/api/v1/items/${item.id}.${extension}`)).text()).toBe(
    format.serializeItem(item, frame),
  )
})

test.each(formats.filter(({ list }) => list))(
  "a list as $title is the same from what was kept of its items, and tells of what has changed",
  async (format) => {
    const { store, api, close } = await openArchive(Object.values(examples))
    onTestFinished(close)
    const ask = async (query: string) => await (await api.request(`/api/v1/items.${format.extension}?${query}`)).text()
    const before = await ask("limit=5")
    expect(await ask("limit=5")).toBe(before)
    const [item = expect.fail("there is no item")] = (await store.find({ limit: 1 })).items
    await store.put({ ...item, title: "Said otherwise" }, { at: "2021-09-01T10:00:00.000Z", by: "test" })
    const { items, total, next } = await store.find({ limit: 5 })
    const selfUrl = `https://example.org/api/v1/items.${format.extension}?limit=5`
    const frame = {
      ...feed,
      title: "Pompidou Group, all items",
      homeUrl: "https://example.org/en/search?limit=5&locale=*",
      selfUrl,
      firstUrl: selfUrl,
      ...(next !== undefined && { nextUrl: `${selfUrl}&cursor=${next}` }),
    }
    const after = await ask("limit=5")
    expect(after).toContain("Said otherwise")
    expect(after).toBe(format.serialize({ ...frame, items, ...(total !== undefined && { total }) }))
  },
)
