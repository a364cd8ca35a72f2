import { parseItem } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { changedAt, openArchive } from "./archive.js"

const article = parseItem({
  id: "0190b3a5-7c1e-7000-8000-00000000000c",
  kind: "news",
  locale: "en",
  slug: "results",
  title: "Results",
  body: "**Six** countries.<script>alert(1)</script>",
})
const html = "<p><strong>Six</strong> countries.</p>"
const bare = parseItem({ ...article, id: "0190b3a5-7c1e-7000-8000-00000000000d", slug: "bare", body: undefined })

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive([article, bare])
})
afterAll(() => archive.close())

const get = (path: string) => archive.api.request(`/api/v1${path}`)

test("an item has its body as sanitised HTML where that is asked for, beside the Markdown", async () => {
  const asked = await (await get(`/items/${article.id}?include=bodyHtml`)).json()
  expect(asked).toMatchObject({ body: article.body, bodyHtml: html, revision: 1 })
  expect(await (await get(`/items/${article.id}`)).json()).not.toHaveProperty("bodyHtml")
  expect(await (await get(`/items/${bare.id}?include=bodyHtml`)).json()).not.toHaveProperty("bodyHtml")
})

test("with some of its fields an item has the HTML too, and related items beside it", async () => {
  const asked = await (await get(`/items/${article.id}?fields=title&include=bodyHtml,relations`)).json()
  expect(asked).toEqual({ id: article.id, kind: "news", title: "Results", related: [], bodyHtml: html })
})

test("what has the HTML does not say when the item was last changed: another version may make other HTML of it", async () => {
  for (const path of [`/items/${article.id}?include=bodyHtml`, `/items/${article.id}.atom`])
    expect((await get(path)).headers.has("last-modified")).toBe(false)
  expect((await get(`/items/${article.id}`)).headers.has("last-modified")).toBe(true)
})

test("a list has the HTML by item id", async () => {
  expect(await (await get("/news?include=bodyHtml")).json()).toMatchObject({ bodyHtml: { [article.id]: html } })
  expect(await (await get("/news")).json()).not.toHaveProperty("bodyHtml")
})

test.each(["atom", "rss", "feed.json"])(
  "%s has bodies as HTML, alone and in a list, for feed readers show no Markdown",
  async (suffix) => {
    const escaped = suffix === "feed.json" ? html : html.replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    for (const path of [`/news.${suffix}`, `/items/${article.id}.${suffix}`])
      expect(await (await get(path)).text()).toContain(escaped)
  },
)

test("a feed has the HTML of now once the body is another", async () => {
  await get("/news.atom")
  await archive.store.put({ ...article, body: "Seven." }, { at: changedAt, by: "test" })
  const text = await (await get("/news.atom")).text()
  expect(text).toContain("&lt;p&gt;Seven.&lt;/p&gt;")
  expect(text).not.toContain("Six")
})

test("what is asked of an item goes along to the address that it has now", async () => {
  await archive.store.put({ ...article, slug: "new-results" }, { at: changedAt, by: "test" })
  const moved = await get("/news/results?include=bodyHtml")
  expect(moved.headers.get("location")).toBe("/api/v1/news/new-results?locale=en&include=bodyHtml")
})
