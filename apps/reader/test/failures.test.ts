import { ApiError } from "@pg/client"
import { expect, test } from "vitest"
import { createReader } from "../src/app.js"
import { readerOf } from "./archive.js"
import { fixture, fixtures } from "./fixtures.js"
import { findingsIn } from "./valid-html.js"

const { text } = readerOf(fixtures)
const perhaps = (html: string) => /<section class="perhaps">.*?<\/section>/s.exec(html)?.[0] ?? ""

test("where there is nothing, items with nearly the same address are named", async () => {
  const html = await text("/en/news/revised-statute")
  expect(perhaps(html)).toContain('href="/en/news/revised-statute-adopted"')
  expect(await findingsIn(html)).toEqual([])
})

test("so are lists and subjects whose names are nearly those of the address", async () => {
  expect(perhaps(await text("/en/evnets"))).toContain('<a href="/en/events">Events</a>')
  expect(perhaps(await text("/fr/topics/prison"))).toContain('<a href="/fr/topics/prisons">Prisons</a>')
})

test("an address that is like nothing gets no guess", async () => {
  expect(perhaps(await text("/en/news/zzzzzzzz"))).toBe("")
  expect(perhaps(await text("/wp-login.php"))).toBe("")
})

test("where there is nothing, an API that fails too changes nothing", async () => {
  const { ask } = readerOf([], { find: () => Promise.reject(new ApiError("cannot be reached")) })
  expect((await ask("/en/nothing-of-the-sort")).status).toBe(404)
})

test("an item that was withdrawn is 410, with the day and the reason", async () => {
  const removed = { at: "2021-08-31T11:00:00.000Z", state: "withdrawn", reason: "Dates to be <b>checked</b>" } as const
  const { ask } = readerOf([], { getRemoved: async () => removed })
  const response = await ask("/fr/news/revised-statute-adopted")
  expect(response.status).toBe(410)
  const html = await response.text()
  expect(html).toContain('<time datetime="2021-08-31">31 août 2021</time>')
  expect(html).toContain("Dates to be &lt;b>checked")
  expect(html).toContain("Ce qui se trouvait ici a été retiré")
  expect(await findingsIn(html)).toEqual([])
})

test("so it is at its permanent address", async () => {
  const id = fixture("news", "revised-statute-adopted").id
  const removed = { at: "2021-08-31T11:00:00.000Z", state: "gone", reason: "It never took place." } as const
  const { ask } = readerOf([], { getRemovedById: async (asked) => (asked === id ? removed : undefined) })
  const response = await ask(`/items/${id}`, { headers: { "Accept-Language": "fr" } })
  expect([response.status, response.headers.get("content-language")]).toEqual([410, "fr"])
  const html = await response.text()
  expect(html).toContain("It never took place.")
  expect(html).toContain("supprimé définitivement")
  expect(await findingsIn(html)).toEqual([])
  expect((await ask("/items/00000000-0000-4000-8000-000000000000")).status).toBe(404)
})

test("the permanent address of an item that was merged leads for good to that of what it is part of", async () => {
  const whole = fixture("publication", "handbook-on-therapeutic-communities-in-prisons")
  const { ask } = readerOf([], { get: async () => whole })
  const response = await ask("/items/00000000-0000-4000-8000-000000000000")
  expect([response.status, response.headers.get("location")]).toEqual([301, `/items/${whole.id}`])
})

test("the permanent address in capitals leads to the one that there is", async () => {
  const { id, slug } = fixture("news", "revised-statute-adopted")
  const { ask } = readerOf(fixtures)
  const response = await ask(`/items/${id.toUpperCase()}`)
  expect([response.status, response.headers.get("location")]).toEqual([301, `/items/${id}`])
  expect((await ask(`/items/${id}`)).headers.get("location")).toBe(`/en/news/${slug}`)
})

test.each(["/en/news", "/fr", "/items/x", "/nothing"])("%s can only be read, which a page says", async (path) => {
  const { ask } = readerOf(fixtures)
  const response = await ask(path, { method: "POST", headers: { "Accept-Language": "fr" }, body: "x=1" })
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"])
  expect(response.headers.get("cache-control")).toBe("no-store")
  const html = await response.text()
  expect(html).toContain(path.startsWith("/en") ? "can only be read" : "ne peut qu’être lue")
  expect(html).toContain(`<a class="action" href="${path}">`)
  expect(await findingsIn(html)).toEqual([])
})

test("an item that was merged leads to the one that it is part of, whatever its kind", async () => {
  const whole = fixture("publication", "handbook-on-therapeutic-communities-in-prisons")
  const { ask } = readerOf([], { getShown: async () => whole })
  const response = await ask("/en/news/handbook-on-therapeutic-communities-in-prisons")
  expect([response.status, response.headers.get("location")]).toEqual([301, `/en/publications/${whole.slug}`])
})

test.each([
  [500, new Error("a fault")],
  [503, new ApiError("cannot be reached")],
])("%i says the number under which the log has it", async (status, error) => {
  const told: object[] = []
  const { client } = clientThat(() => Promise.reject(error))
  const reader = createReader({
    client,
    siteUrl: "https://example.org",
    reportError: (_, request) => told.push(request),
  })
  const response = await reader.fetch(new Request("https://example.org/en/news"), { requestId: "abc-1" })
  expect(response.status).toBe(status)
  const html = await response.text()
  expect(html).toContain("<code>abc-1</code>")
  expect(told).toEqual([{ requestId: "abc-1", method: "GET", path: "/en/news" }])
  expect(await findingsIn(html)).toEqual([])
})

test("an API that does not answer in time is 503, not a page that never comes", async () => {
  const { client } = clientThat(() => new Promise(() => {}))
  const reader = createReader({ client, siteUrl: "https://example.org", patience: 20, reportError: () => {} })
  for (const path of ["/en", "/fr/events", "/en/topics/prisons", "/en/nothing-like-this"]) {
    const response = await reader.request(`https://example.org${path}`)
    expect([response.status, response.headers.get("retry-after")], path).toEqual([503, "10"])
    expect(await response.text()).toContain('class="action"')
  }
})

test("pages that need nothing of the archive are there while it is not", async () => {
  const { client } = clientThat(() => Promise.reject(new ApiError("cannot be reached")))
  const adminEmail = "web@example.org"
  const reader = createReader({ client, siteUrl: "https://example.org", adminEmail, reportError: () => {} })
  const response = await reader.request("https://example.org/en/accessibility")
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('<a href="mailto:web@example.org">web@example.org</a>')
})

function clientThat(answers: () => Promise<never>) {
  return {
    client: {
      find: answers,
      get: answers,
      getShown: answers,
      getRemoved: answers,
      history: answers,
      preview: answers,
      getRemovedById: answers,
    },
  }
}
