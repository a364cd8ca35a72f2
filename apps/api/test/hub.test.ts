import { kinds } from "@pg/domain"
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createApi, feedUrls } from "../src/index.js"
import { examples, openArchive, startedAt } from "./archive.js"
import { checked } from "./contract.js"

const hub = "https://hub.example/"
let archive: Awaited<ReturnType<typeof openArchive>>
let withHub: ReturnType<typeof checked>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
  const { store } = archive
  withHub = checked(createApi({ store, siteUrl: "https://example.org", now: () => new Date(startedAt), hub }))
})
afterAll(() => archive.close())

const every = feedUrls(
  "https://example.org",
  kinds.map(({ name }) => name),
)
const pathOf = (url: string) => url.replace("https://example.org", "")

test("the hub is told of the feeds of all items and of each kind: Atom, RSS and JSON Feed", () => {
  expect(every).toHaveLength(3 * (1 + kinds.length))
  expect(feedUrls("https://example.org", ["event"])).toEqual(
    ["items", "events"].flatMap((list) =>
      ["atom", "rss", "feed.json"].map((extension) => `https://example.org/api/v1/${list}.${extension}`),
    ),
  )
})

test.each(every)("%s names the hub and itself, in its header and within", async (url) => {
  const response = await withHub.request(pathOf(url))
  expect(response.status).toBe(200)
  expect(response.headers.get("link")).toMatch(
    new RegExp(`^<${hub}>; rel="hub", <${url.replaceAll(".", "[.]")}>; rel="self"`),
  )
  const text = await response.text()
  const links = url.endsWith(".atom")
    ? parseAtomFeed(text).links
    : url.endsWith(".rss")
      ? parseRssFeed(text).atom?.links
      : [
          ...(parseJsonFeed(text).hubs ?? []).map((one) => ({ rel: "hub", href: one?.url })),
          { rel: "self", href: parseJsonFeed(text).feed_url },
        ]
  expect(links).toContainEqual(expect.objectContaining({ rel: "hub", href: hub }))
  expect(links).toContainEqual(expect.objectContaining({ rel: "self", href: url }))
})

test("who asks for a feed by Accept is led to the one that the hub knows", async () => {
  const { headers } = await withHub.request("/api/v1/news", { headers: { accept: "application/rss+xml" } })
  expect(headers.get("link")).toContain(`<https://example.org/api/v1/news.rss>; rel="self"`)
})

test.each(["/items.atom?topic=prisons", "/items.rss?limit=5", "/items.atom?feed=changes", "/items", "/events.ics"])(
  "%s names no hub, since none is told of it",
  async (path) => {
    const response = await withHub.request(`/api/v1${path}`)
    expect(`${response.headers.get("link")} ${await response.text()}`).not.toContain(hub)
  },
)

test("where there is no hub nothing names one", async () => {
  for (const url of every) {
    const response = await archive.api.request(pathOf(url))
    expect(`${response.headers.get("link")} ${await response.text()}`).not.toMatch(/rel="hub"|"hubs"/)
  }
})
