import { ApiError } from "@pg/client"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixtures } from "./fixtures.js"
import { findingsIn } from "./valid-html.js"

const [item] = fixtures
if (!item) throw new Error("there is no example")
const preview = {
  state: "scheduled" as const,
  publishAt: "2030-01-02T09:00:00Z",
  expiresAt: "2030-01-09T09:00:00Z",
  item,
}

test("a preview shows the item as it will be, says that it is not public, and is for nobody to keep or find", async () => {
  const { ask } = readerOf([], { preview: async (token) => (token === "abc" ? preview : undefined) })
  const response = await ask("/preview/abc", { headers: { "Accept-Language": "fr" } })
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain("Ceci n’est pas encore public")
  expect(html.replace(/<[^>]+>/g, "")).toContain("prévue le 2 janvier 2030, 09:00 UTC.")
  expect(html.replace(/<[^>]+>/g, "")).toContain("jusqu’au 9 janvier 2030, 09:00 UTC.")
  expect(html).toContain('<meta name="robots" content="noindex">')
  expect(response.headers.get("cache-control")).toBe("private, no-store")
  expect(response.headers.get("x-robots-tag")).toBe("noindex, nofollow")
  expect(response.headers.get("referrer-policy")).toBe("no-referrer")
  expect(await findingsIn(html)).toEqual([])
  expect((await ask("/preview/abd")).status).toBe(404)
})

test("a preview leads nowhere that is not there before its publication", async () => {
  const asIt = (state: "draft" | "published") => readerOf([], { preview: async () => ({ ...preview, state }) })
  const ofItem = new RegExp(`href="[^"]*${item.id}`, "g")
  const [draft, published] = await Promise.all(
    (["draft", "published"] as const).map(async (state) => (await asIt(state).ask("/preview/abc")).text()),
  )
  expect(draft).not.toMatch(ofItem)
  expect(draft).not.toContain('class="cite"')
  expect(published).toMatch(ofItem)
  expect(published).toContain('class="cite"')
})

test("a link that has had its time says so", async () => {
  const over = new ApiError("over", { status: 410 })
  const { ask } = readerOf([], { preview: () => Promise.reject(over) })
  const response = await ask("/preview/abc")
  expect(response.status).toBe(410)
  expect(await response.text()).toContain("This link has had its time")
})
