import LinkHeader from "http-link-header"
import { kinds } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const text = async (path: string) => await (await archive.api.request(path)).text()

test("robots may read all but questions without end and what is long to send, and are told of the sitemaps", async () => {
  const response = await archive.api.request("/robots.txt")
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8")
  const lines = (await response.text()).split("\n")
  expect(lines).toContain("User-agent: *")
  for (const path of ["/fr/search?", "/en/news?", "/api/v1/snapshot.ndjson"])
    expect(lines).toContain(`Disallow: ${path}`)
  expect(lines).toContain("Sitemap: https://example.org/sitemap.xml")
  expect(lines).toContain("Sitemap: https://example.org/sitemap-news.xml")
})

test("the catalogue of interfaces leads to each, to what describes it and to whether it is well", async () => {
  const response = await archive.api.request("/.well-known/api-catalog")
  expect(response.headers.get("content-type")).toBe(
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  )
  const { linkset } = (await response.json()) as { linkset: { anchor: string; item?: { href: string }[] }[] }
  const apis = linkset.flatMap(({ item = [] }) => item.map(({ href }) => href))
  expect(apis).toEqual(["https://example.org/api/v1", "https://example.org/api/oai"])
  for (const api of apis)
    expect(linkset.find(({ anchor }) => anchor === api)).toMatchObject({
      "service-desc": [{ href: expect.any(String) }],
      "service-doc": [{ href: expect.any(String) }],
      status: [{ href: "https://example.org/healthz" }],
    })
})

test("HEAD tells of the catalogue by a link, as RFC 9727 section 2 asks", async () => {
  const { status, headers } = await archive.api.request("/.well-known/api-catalog", { method: "HEAD" })
  expect(status).toBe(200)
  const [link] = LinkHeader.parse(headers.get("link") ?? "").rel("api-catalog")
  expect(link?.uri).toBe("https://example.org/.well-known/api-catalog")
})

test("the guide for programs names every list and leads only to what is there", async () => {
  const guide = await text("/llms.txt")
  expect(guide).toMatch(/^# .+\n\n> /)
  for (const { segment } of kinds) expect(guide).toContain(`](https://example.org/api/v1/${segment})`)
  const ours = [...guide.matchAll(/\]\((https:\/\/example\.org\/(?:api|sitemap)[^)]*)\)/g)].map(([, url]) => url!)
  expect(ours.length).toBeGreaterThan(5)
  for (const url of ours) expect([url, (await archive.api.request(url)).status]).toEqual([url, 200])
})

test("what is at the root is kept by caches like everything else, and only read", async () => {
  for (const path of ["/robots.txt", "/llms.txt", "/.well-known/api-catalog"]) {
    const { headers } = await archive.api.request(path)
    const known = { headers: { "if-none-match": headers.get("etag") ?? "" } }
    expect((await archive.api.request(path, known)).status).toBe(304)
    expect((await archive.api.request(path, { method: "POST" })).status).toBe(405)
  }
})
