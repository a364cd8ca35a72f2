import { createLog } from "@pg/api"
import { type Item, type Page, parseItem } from "@pg/domain"
import { parseListing } from "@pg/listing"
import { openStore, type Store } from "@pg/store"
import { describe, expect, onTestFinished, test } from "vitest"
import { databases, type TestDatabase } from "../../../packages/store/test/databases.js"
import type {} from "../../../packages/store/test/global-setup.js" // what it provides to them
import { compose } from "../src/compose.js"
import { importItems } from "../src/import-items.js"
import { readSample } from "../src/sample.js"

const siteUrl = "https://newsroom.example.org"
const at = "2021-06-20T08:00:00Z"

const listing = `Experts & members say “yes” to <rules>

16 June 2021 Strasbourg

A teaser of the Pompidou Group that names Genève, and was cut...

Read More

No date for this one

Its neighbours say between which days it must have been published...

Read More

Handbook on prevention released

17 may 2021

What stands in the handbook...

Read More`

/** From the text of a listing to a newsroom that can be asked, all of it as it is run. */
async function newsroomOf(text: string, store: Store) {
  const { items } = parseListing(text, { source: "newsroom listing", locale: "en", retrievedAt: at })
  await importItems(store, items, { at, by: "test" })
  const settings = {
    cacheBytes: 1_000_000,
    requestsPerMinute: 0,
    trustedProxies: 0,
    log: createLog("silent", process.stderr),
  }
  const { fetch } = compose({ store, siteUrl, now: () => new Date(at), ...settings })
  const ask = async (path: string, init: RequestInit = {}) =>
    await fetch(new Request(siteUrl + path, { redirect: "manual", ...init }))
  return { items, ask, text: async (path: string) => await (await ask(path)).text() }
}

describe.each(databases)("a listing as text, kept in $name", ({ make }) => {
  test("comes out as JSON, as a feed and as pages, and says the same in each", async () => {
    const { items, ask, text } = await newsroomOf(listing, await opened(make))

    const page = (await (await ask("/api/v1/items")).json()) as Page<Item>
    expect(page.items.map((item) => item.title)).toEqual(items.map((item) => item.title))
    for (const item of page.items) expect(parseItem(item)).toMatchObject({ firstPublishedAt: at, revision: 1 })
    expect(page.items[1]).toMatchObject({ issuedBounds: "2021-05-17/2021-06-16" })
    expect(page.items[1]).not.toHaveProperty("issued")

    const feed = await text("/api/v1/items.atom")
    for (const item of page.items) expect(feed).toContain(`<id>urn:uuid:${item.id}</id>`)
    expect(feed).toContain("Experts &amp; members say “yes” to &lt;rules&gt;")

    const [first] = page.items
    const list = await text("/en/news")
    expect(list).toContain(`href="/en/news/${first?.slug}"`)
    const html = await text(`/en/news/${first?.slug}`)
    expect(html).toContain("Experts &amp; members say “yes” to &lt;rules")
    expect(html).toContain('<time datetime="2021-06-16">16 June 2021</time>')
    expect(html.replace(/="[^"]*"/g, "=")).not.toContain("<rules>") // within quotation marks it is no tag
  })

  test("has in its feeds and lists only addresses of pages that are there", async () => {
    const { ask, text } = await newsroomOf(listing, await opened(make))
    for (const path of ["/api/v1/items.atom?locale=en", "/api/v1/publications.atom"]) {
      const addresses = [...(await text(path)).matchAll(/rel="alternate"[^>]* href="([^"]+)"/g)].map(
        ([, href]) => href!,
      )
      expect(addresses.length).toBeGreaterThan(1)
      for (const href of addresses)
        expect((await ask(href.replace(siteUrl, "").replaceAll("&amp;", "&"))).status).toBe(200)
    }
  })

  test("is found by a word without its accent, and where there is nothing the pages say so", async () => {
    const { ask, text } = await newsroomOf(listing, await opened(make))
    expect(((await (await ask("/api/v1/items?q=geneve")).json()) as Page<Item>).total).toBe(1)
    expect(await text("/en/search?q=geneve")).toContain("Experts &amp; members")
    expect((await ask("/en/news/nothing-of-this-name")).status).toBe(404)
  })

  test("has in its sitemaps only addresses of pages that are there, and every item's among them", async () => {
    const { items, ask, text } = await newsroomOf(listing, await opened(make))
    const locations = async (path: string) =>
      [...(await text(path)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url.replace(siteUrl, ""))
    const pages = (await Promise.all((await locations("/sitemap.xml")).map(locations))).flat()
    expect(pages.length).toBeGreaterThan(items.length)
    for (const page of pages) expect([page, (await ask(page)).status]).toEqual([page, 200])
    for (const { slug } of items) expect(pages.join()).toContain(`/${slug}`)
  })

  test("is open to harvesters, robots and programs beside its pages", async () => {
    const { items, ask, text } = await newsroomOf(listing, await opened(make))
    expect(await text("/robots.txt")).toContain(`Sitemap: ${siteUrl}/sitemap.xml`)
    expect(await text("/llms.txt")).toContain(`${siteUrl}/api/v1/items`)
    expect((await ask("/.well-known/api-catalog")).status).toBe(200)
    const harvested = await text("/api/oai?verb=ListIdentifiers&metadataPrefix=oai_dc")
    for (const { id } of items) expect(harvested).toContain(`oai:newsroom.example.org:${id}`)
    const form = new URLSearchParams({ verb: "ListIdentifiers", metadataPrefix: "oai_dc" })
    expect(await (await ask("/api/oai", { method: "POST", body: form })).text()).toBe(harvested)
  })

  test("the sample, imported a second time at another time, writes no revision", async () => {
    const store = await opened(make)
    await importItems(store, await readSample(at), { at, by: "test" })
    const before = await store.seq()
    const later = "2022-01-01T00:00:00Z"
    const outcomes = await importItems(store, await readSample(later), { at: later, by: "test" })
    expect(outcomes).toMatchObject({ created: 0, changed: 0 })
    expect(await store.seq()).toBe(before)
  })
})

async function opened(make: () => Promise<TestDatabase>): Promise<Store> {
  const { url, remove } = await make()
  const store = await openStore(url)
  onTestFinished(async () => {
    await store.close()
    await remove()
  })
  return store
}
