import { afterAll, beforeAll, expect, test } from "vitest"
import { cacheControl } from "../src/cache-control.js"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const dated = examples["news/dated"]!
const request = (path: string, init: RequestInit = {}) => archive.api.request(path, init)
const paths = [
  "/api/v1",
  "/api/v1/items",
  "/api/v1/news.atom",
  `/api/v1/items/${dated.id}`,
  `/api/v1/news/${dated.slug}.atom`,
]

test.each(paths)("%s is not sent again to whoever has it, for GET and HEAD alike", async (path) => {
  const etag = (await request(path)).headers.get("etag") ?? ""
  expect(etag).toMatch(/^"[\w-]{20,}"$/)
  for (const method of ["GET", "HEAD"])
    for (const known of [etag, `W/${etag}`, `"another", ${etag}`, "*"]) {
      const response = await request(path, { method, headers: { "if-none-match": known } })
      expect(response.status).toBe(304)
      expect(response.headers.get("etag")).toBe(etag)
      expect(response.headers.get("cache-control")).toBe(cacheControl)
      expect(response.headers.get("access-control-allow-origin")).toBe("*")
      expect(response.headers.has("content-type")).toBe(false)
      expect(await response.text()).toBe("")
    }
  expect((await request(path, { headers: { "if-none-match": `"another"` } })).status).toBe(200)
})

test.each(paths)("HEAD %s says what GET says, without the content", async (path) => {
  const [get, head] = [await request(path), await request(path, { method: "HEAD" })]
  const headersOf = ({ headers }: Response) => [...headers].filter(([name]) => name !== "x-request-id")
  expect(head.status).toBe(200)
  expect(headersOf(head)).toEqual(headersOf(get))
  expect(await head.text()).toBe("")
})

test("a change is a new ETag at once", async () => {
  const path = `/api/v1/items/${dated.id}`
  const before = (await request(path)).headers.get("etag") ?? ""
  await archive.store.put({ ...dated, summary: "Changed." }, { at: "2021-08-31T10:00:00.000Z", by: "test" })
  const response = await request(path, { headers: { "if-none-match": before } })
  expect(response.status).toBe(200)
  expect(response.headers.get("etag")).not.toBe(before)
})

test("what differs by Accept says so, also when nothing is sent", async () => {
  const first = await request("/api/v1/items")
  const again = await request("/api/v1/items", { headers: { "if-none-match": first.headers.get("etag") ?? "" } })
  expect([first, again].map(({ headers }) => headers.get("vary"))).toEqual(["Accept", "Accept"])
})

test("any page may read, without credentials, and see the headers that matter", async () => {
  const { headers } = await request("/api/v1/items", { headers: { origin: "https://reader.example" } })
  expect(headers.get("access-control-allow-origin")).toBe("*")
  expect(headers.has("access-control-allow-credentials")).toBe(false)
  expect(headers.get("access-control-expose-headers")).toContain("Link")
})

test("OPTIONS says what can be done, to a browser that asks first and to anybody", async () => {
  const preflight = { origin: "https://reader.example", "access-control-request-method": "GET" }
  for (const headers of [preflight, {}]) {
    const response = await request("/api/v1/news", { method: "OPTIONS", headers })
    expect(response.status).toBe(204)
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS")
    expect(response.headers.get("access-control-allow-methods")).toBe("GET,HEAD,OPTIONS")
  }
})

test("no answer lets a browser guess what it is, failures included", async () => {
  for (const path of [...paths, "/healthz", "/readyz", "/api/v1/nothing", "/api/v1/items?topik=prisons"])
    expect((await request(path)).headers.get("x-content-type-options")).toBe("nosniff")
})

test("a cache in front can be told to forget an item, all lists, or those of one kind", async () => {
  const keysOf = async (path: string) => {
    const { headers } = await request(path)
    expect(headers.get("cache-tag")).toBe(headers.get("surrogate-key")?.replaceAll(" ", ",") ?? null)
    return headers.get("surrogate-key")
  }
  expect(await keysOf("/api/v1/items.atom")).toBe("list")
  expect(await keysOf("/api/v1/news?limit=1")).toBe("list news")
  expect(await keysOf("/sitemap.xml")).toBe("list")
  expect(await keysOf(`/api/v1/items/${dated.id}.md`)).toBe(dated.id)
  expect(await keysOf("/api/openapi.json")).toBeNull()
})
