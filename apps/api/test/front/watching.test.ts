import { afterAll, beforeAll, expect, test } from "vitest"
import { examples, startedAt } from "../archive.js"
import { frontOf, openSite } from "./site.js"

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const lineOf = async (path: string, init: RequestInit = {}) => {
  const { ask, logged } = frontOf(site.store)
  const response = await ask(path, init)
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatchObject({ requestId: response.headers.get("x-request-id"), status: response.status })
  return logged[0]
}

test("each request is one line of JSON: when, what was asked for, and how it was answered", async () => {
  const { ask, logged } = frontOf(site.store)
  const length = (await (await ask("/api/v1/items?limit=2")).arrayBuffer()).byteLength
  await ask("/api/v1/items?limit=2", { method: "HEAD" })
  expect(logged).toEqual([
    {
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestId: expect.any(String),
      method: "GET",
      route: "/api/v1/items",
      status: 200,
      cache: "miss",
      ms: expect.any(Number),
      bytes: length,
      msg: "answered",
    },
    expect.objectContaining({ method: "HEAD", cache: "hit", bytes: 0 }),
  ])
})

test.each([
  [`/api/v1/items/${examples["news/dated"]!.id}.atom`, "/api/v1/items/:id"],
  [`/api/v1/news/${examples["news/dated"]!.slug}`, "/api/v1/news/:slug"],
  ["/api/v1/news/nobody-has-this-name", "/api/v1/news/:slug"],
  ["/api/v1/items?topik=x", "/api/v1/items"],
  ["/api/v1/changes", "/api/v1/changes"],
  ["/healthz", "/healthz"],
  ["/metrics", "/metrics"],
])("of %s the log has the pattern %s", async (path, route) => {
  expect(await lineOf(path)).toMatchObject({ route })
})

test("addresses that nobody has made have one name together, and so have methods, lest there be names without end", async () => {
  const routes = await Promise.all(["/api/v1/made/up", "/api/made-up", "/api/v1/up/made"].map((path) => lineOf(path)))
  expect(new Set(routes.map((line) => line?.["route"])).size).toBe(1)
  expect(await lineOf("/api/v1/items", { method: "MADEUP" })).toMatchObject({ method: "other" })
})

test("nothing is logged of who asked, nor of what was searched for", async () => {
  const headers = { "user-agent": "Someone's browser", "x-forwarded-for": "203.0.113.7", cookie: "who=someone" }
  const referer = "https://example.org/someone"
  const line = await lineOf("/api/v1/items?q=someone", { headers: { ...headers, referer } })
  expect(JSON.stringify(line)).not.toMatch(/someone|203\.0/i)
})

test("a request keeps the id that it came with, if it can stand in a log, and its failure has the same", async () => {
  const headers = { "x-request-id": "from-the-proxy_1=" }
  expect(await lineOf("/api/v1", { headers })).toMatchObject({ requestId: "from-the-proxy_1=" })
  const { ask } = frontOf(site.store, { handler: (_, { requestId }) => Response.json({ requestId }) })
  const made = await ask("/api/v1")
  expect(await made.json()).toEqual({ requestId: made.headers.get("x-request-id") })
  for (const wrong of ["a b", '"', "a".repeat(256), "<script>"]) {
    const { ask: askAnother } = frontOf(site.store)
    const response = await askAnother("/api/v1", { headers: { "x-request-id": wrong } })
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{10,30}$/)
  }
})

test("no two requests have the same id", async () => {
  const [one, two] = [frontOf(site.store), frontOf(site.store)]
  const ids: (string | null)[] = []
  for (const { ask } of [one, two, one, two]) ids.push((await ask("/healthz")).headers.get("x-request-id"))
  expect(new Set(ids).size).toBe(4)
})

test("what is counted is there for Prometheus: requests by route and outcome, the log's end, the cache, the process", async () => {
  const { ask } = frontOf(site.store, { now: () => new Date(startedAt) })
  for (let times = 0; times < 3; times++) await ask("/api/v1/items")
  await ask("/api/v1/items?topik=x")
  const response = await ask("/metrics")
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/)
  const values = valuesOf(await response.text())
  const requests = (status: number, cache: string) =>
    values.get(
      `http_request_duration_seconds_count{method="GET",route="/api/v1/items",status="${status}",cache="${cache}"}`,
    )
  expect([requests(200, "miss"), requests(200, "hit"), requests(422, "pass")]).toEqual([1, 2, 1])
  expect(values.get("newsroom_log_seq")).toBe(await site.store.seq())
  expect(values.get("newsroom_response_cache_addresses")).toBe(1)
  expect(values.get("newsroom_response_cache_bytes")).toBeGreaterThan(1000)
  expect(values.get("process_resident_memory_bytes")).toBeGreaterThan(1e6)
})

/** The values of a text in Prometheus's format, in which every line has to be one of a value or a comment. */
function valuesOf(text: string): Map<string, number> {
  const lines = text
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
  return new Map(
    lines.map((line) => {
      const [, name = "", value = ""] = /^([a-z_]\w*(?:\{(?:\w+="[^"]*",?)*\})?) (\S+)$/.exec(line) ?? []
      if (name === "") throw new Error(`no line of the format: ${line}`)
      return [name, Number(value)]
    }),
  )
}

test("a failure before anybody has made an answer is said and logged as any other", async () => {
  const { ask, logged } = frontOf(site.store, {
    handler: () => {
      throw new Error("secret detail")
    },
  })
  const response = await ask("/api/v1/items")
  const said = (await response.json()) as { status: number; requestId: string; detail: string }
  expect(said).toMatchObject({ status: 500, requestId: response.headers.get("x-request-id") })
  expect(JSON.stringify(said)).not.toContain("secret")
  expect(logged).toEqual([
    expect.objectContaining({ level: "error", requestId: said.requestId, path: "/api/v1/items", msg: "failed" }),
    expect.objectContaining({ level: "info", requestId: said.requestId, status: 500 }),
  ])
})
