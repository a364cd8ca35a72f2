import CachePolicy from "http-cache-semantics"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { examples } from "../archive.js"
import { openSite } from "./site.js"

/** The rules of RFC 9111 and 5861 as http-cache-semantics has them judge whether caches do with our answers what we mean. */
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const item = examples["news/dated"]!
const paths = ["/api/v1/items", "/api/v1/news.atom", `/api/v1/items/${item.id}`, "/sitemap.xml", "/api/openapi.json"]

type Headers_ = Record<string, string>
const request = (path: string, headers: Headers_ = {}) => ({
  url: path,
  method: "GET",
  headers: { host: "x", ...headers },
})
async function fetched(path: string, headers: Headers_ = {}) {
  const response = await site.ask(path, { headers })
  await response.arrayBuffer()
  return { status: response.status, headers: Object.fromEntries(response.headers) }
}
const plainly = (headers: CachePolicy.Headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

test.each(paths)(
  "a shared cache keeps %s, asks each time whether it still holds, and learns that it does",
  async (path) => {
    const policy = new CachePolicy(request(path), await fetched(path))
    expect(policy.storable()).toBe(true)
    expect(policy.satisfiesWithoutRevalidation(request(path))).toBe(false)
    const asking = plainly(policy.revalidationHeaders(request(path)))
    expect(asking["if-none-match"]).toBeDefined()
    const answer = await fetched(path, asking)
    expect(answer.status).toBe(304)
    expect(policy.revalidatedPolicy(request(path), answer)).toMatchObject({ modified: false, matches: true })
  },
)

test("for ten seconds it may answer at once and ask behind the reader's back; for a day where the server fails", async () => {
  const [path = ""] = paths
  const policy = new CachePolicy(request(path), await fetched(path))
  const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)
  vi.useFakeTimers({ toFake: ["Date"] })
  try {
    pass(9)
    expect(policy.evaluateRequest(request(path)).revalidation).toMatchObject({ synchronous: false })
    pass(2)
    expect(policy.evaluateRequest(request(path)).revalidation).toMatchObject({ synchronous: true })
    expect(policy.revalidatedPolicy(request(path), { status: 503, headers: {} }).modified).toBe(false)
    pass(86_400)
    expect(policy.revalidatedPolicy(request(path), { status: 503, headers: {} }).modified).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test("what was changed is fetched anew", async () => {
  const path = `/api/v1/items/${item.id}`
  const policy = new CachePolicy(request(path), await fetched(path))
  await site.store.put({ ...item, summary: "Changed." }, { at: "2021-08-31T10:00:00.000Z", by: "test" })
  const answer = await fetched(path, plainly(policy.revalidationHeaders(request(path))))
  expect(policy.revalidatedPolicy(request(path), answer)).toMatchObject({ modified: true })
})

test("one form is never taken for another: formats and codings are told apart", async () => {
  const asked = { accept: "application/json", "accept-encoding": "br" }
  const policy = new CachePolicy(request("/api/v1/items", asked), await fetched("/api/v1/items", asked))
  const matches = (headers: Headers_) => {
    const other = request("/api/v1/items", { ...asked, ...headers, "cache-control": "max-stale" })
    return policy.satisfiesWithoutRevalidation(other)
  }
  expect(matches({})).toBe(true)
  expect(matches({ accept: "text/csv" })).toBe(false)
  expect(matches({ "accept-encoding": "gzip" })).toBe(false)
})

test.each(["/api/v1/items?topik=x", "/api/v1/news/no-such-news", "/healthz", "/api/oai?verb=Identify", "/metrics"])(
  "%s is kept by nobody",
  async (path) => expect(new CachePolicy(request(path), await fetched(path)).storable()).toBe(false),
)
