import { afterAll, beforeAll, expect, test } from "vitest"
import { openArchive, startedAt } from "../archive.js"
import { frontOf } from "./site.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive([])
})
afterAll(() => archive.close())

const from = (address: string) => ({ headers: { "x-forwarded-for": address } })

test("who asks too often is refused until it has waited, and nobody else is", async () => {
  let now = Date.parse(startedAt)
  const { ask } = frontOf(archive.store, { requestsPerMinute: 2, trustedProxies: 1, now: () => new Date(now) })
  const asked = async (address: string) => await ask("/api/v1/items", from(address))
  const first = await asked("203.0.113.7")
  expect([first.status, first.headers.get("ratelimit-policy"), first.headers.get("ratelimit")]).toEqual([
    200,
    '"client";q=2;w=60',
    '"client";r=1;t=30',
  ])
  expect((await asked("203.0.113.7")).status).toBe(200)
  const refused = await asked("203.0.113.7")
  expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("ratelimit")]).toEqual([
    429,
    "30",
    '"client";r=0;t=60',
  ])
  expect(refused.headers.get("content-type")).toBe("application/problem+json")
  expect(refused.headers.get("access-control-allow-origin")).toBe("*")
  expect(await refused.json()).toMatchObject({ status: 429, title: "Too Many Requests" })
  expect((await asked("203.0.113.8")).status).toBe(200)
  now += 30_000
  expect((await asked("203.0.113.7")).status).toBe(200)
})

test("nobody else's name helps who is refused, unless a proxy says so", async () => {
  const { ask } = frontOf(archive.store, { requestsPerMinute: 1, trustedProxies: 1 })
  expect((await ask("/api/v1", from("203.0.113.7"))).status).toBe(200)
  expect((await ask("/api/v1", from("198.51.100.1, 203.0.113.7"))).status).toBe(429)
})

test("whoever watches over the server may ask as often as it likes, and so may the server itself", async () => {
  const metricsToken = "a-token-of-these-tests"
  const { ask } = frontOf(archive.store, { requestsPerMinute: 1, trustedProxies: 1, metricsToken })
  const headers = { ...from("203.0.113.7").headers, authorization: `Bearer ${metricsToken}` }
  for (const path of ["/healthz", "/readyz", "/metrics"])
    for (let times = 0; times < 3; times++) expect((await ask(path, { headers })).status).toBe(200)
  for (let times = 0; times < 3; times++) expect((await ask("/api/v1")).status).toBe(200)
})

test("a read with a body is refused, and its connection ended, since nobody would read it", async () => {
  const { ask, made } = frontOf(archive.store)
  for (const headers of [{ "content-length": "3" }, { "transfer-encoding": "chunked" }]) {
    const response = await ask("/api/v1/items", { headers })
    expect([response.status, response.headers.get("connection")]).toEqual([413, "close"])
  }
  expect((await ask("/api/v1/items", { headers: { "content-length": "0" } })).status).toBe(200)
  expect(made).toHaveLength(1)
})

test("an address without end is refused before anybody looks at it", async () => {
  const { ask, made } = frontOf(archive.store)
  const response = await ask(`/en/search?q=${"a".repeat(9000)}`)
  expect([response.status, await response.json()]).toMatchObject([414, { status: 414 }])
  expect(made).toEqual([])
})

test("a person who asks too often is told so in a page, in the language of the address", async () => {
  const { ask } = frontOf(archive.store, { requestsPerMinute: 1, trustedProxies: 1 })
  const headers = { "x-forwarded-for": "203.0.113.7", accept: "text/html,application/xhtml+xml,*/*;q=0.8" }
  await ask("/en", { headers })
  const refused = await ask("/fr/news", { headers })
  expect([refused.status, refused.headers.get("content-type"), refused.headers.get("retry-after")]).toEqual([
    429,
    "text/html; charset=utf-8",
    "60",
  ])
  expect(await refused.text()).toMatch(/<html lang="fr">[^]*Un peu moins vite[^]*Réessayez dans 60 secondes/)
  expect((await ask("/api/v1/items", { headers })).headers.get("content-type")).toBe("application/problem+json")
})
