import { createLog } from "@pg/api"
import { formatQuery, type Item, type Page, parseQuery } from "@pg/domain"
import { openStore } from "@pg/store"
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { databases } from "../../../packages/store/test/databases.js"
import type {} from "../../../packages/store/test/global-setup.js" // what it provides to them
import { compose } from "../src/compose.js"
import { importItems } from "../src/import-items.js"
import { readSample } from "../src/sample.js"

const siteUrl = "https://newsroom.example.org"
const at = "2021-06-20T08:00:00Z"

/** The sample, and as much again from ten years before: lists of years and lists of months. */
async function someItems(): Promise<Item[]> {
  const items = await readSample(at)
  const earlier = (text: string | undefined) => text?.replaceAll("2021-", "2011-")
  const before = items.map((item): Item => {
    const { source: _, issued, issuedBounds, ...rest } = item
    const dates = {
      ...(issued !== undefined && { issued: earlier(issued)! }),
      ...(issuedBounds !== undefined && { issuedBounds: earlier(issuedBounds)! }),
    }
    return { ...rest, ...dates, id: item.id.replace(/^.{8}/, "00000000"), slug: `${item.slug}-2011`, relations: [] }
  })
  return [...items, ...before]
}

let newsroom: { ask: (path: string) => Promise<Response>; close: () => Promise<void> }
beforeAll(async () => {
  const { url, remove } = await databases[0]!.make()
  const store = await openStore(url)
  await importItems(store, await someItems(), { at, by: "test" })
  const log = createLog("silent", process.stderr)
  const settings = { cacheBytes: 1_000_000, requestsPerMinute: 0, trustedProxies: 0, log }
  const { fetch } = compose({ store, siteUrl, now: () => new Date(at), ...settings })
  newsroom = {
    ask: async (path) => {
      const answer = await fetch(new Request(siteUrl + path, { redirect: "manual" }))
      const location = answer.headers.get("Location")
      return location === null ? answer : await newsroom.ask(location.replace(siteUrl, ""))
    },
    close: async () => {
      await store.close()
      await remove()
    },
  }
})
afterAll(async () => await newsroom.close())

const text = async (path: string) => await (await newsroom.ask(path)).text()
const plain = (html: string) => html.replaceAll("&amp;", "&")

/** A choice that a page offers: where it leads, and how many items it says there are. */
type Offered = { path: string; count: number }

/** Every choice that a list offers, as a link, as a bar of its timeline, and in its form. */
function offeredBy(html: string, path: string): Offered[] {
  const links = [...html.matchAll(/<a href="([^"]+)"><bdi>[^<]*<\/bdi> <span class="number">(\d+)<\/span>/g)]
  const bars = [...html.matchAll(/<a href="([^"]+)" aria-label="[^":]+: (\d+) /g)]
  const undated = [
    ...html.matchAll(/<a href="([^"]+missing=(?:issued|when)[^"]*)">(\d+) (?:undated|with no dates|sans date)/g),
  ]
  const options = [...html.matchAll(/<select name="(\w+)".*?<\/select>/g)].flatMap(([select, name = ""]) =>
    [...select.matchAll(/<option value="([^"]+)"[^>]*>[^<]* \((\d+)\)/g)].map(
      ([, value = "", count = ""]): [string, string, string] => ["", chosen(path, name, value), count],
    ),
  )
  return [...links, ...bars, ...undated, ...options].map(([, href = "", count]) => ({
    path: plain(href),
    count: Number(count),
  }))
}

function chosen(path: string, name: string, value: string): string {
  const url = new URL(path, siteUrl)
  url.searchParams.set(name, value)
  return url.pathname + url.search
}

const totalOf = (html: string) => Number(/<div class="asked"><p><strong>(\d+) /.exec(html)?.[1])

describe("a list", () => {
  test.each([
    "/en/news",
    "/fr/publications",
    "/fr/search?locale=*",
    "/en/search?q=prisons&locale=*",
    "/en/search?issued=2021",
    "/en/search?issued=2021-06&locale=*",
    "/en/search?issued=2010..2021&kind=news,event",
    "/en/search?missing=issued,summary",
    "/en/events?when=2021-06&locale=*",
    "/en/events?topic=training&issued=..2015",
    "/fr/events?when=past&locale=*",
    "/en/events?missing=when",
    "/en/news?topic=drug-policy,prisons&country=FR&limit=2",
    "/en/news?topic=no-such-topic",
  ])(
    "%s offers no choice that leads to another number of items than it says",
    async (path) => {
      const offered = offeredBy(await text(path), path)
      expect(offered.length).toBeGreaterThan(2)
      for (const { path, count } of offered) {
        expect(count, path).toBeGreaterThan(0)
        expect([path, totalOf(await text(path))]).toEqual([path, count])
      }
    },
    60_000,
  )

  test("shows years where there are many, months of one of them, and the way to the nearest others and back", async () => {
    const years = await text("/en/news")
    expect(years).toContain("By year of publication, 2011–2021")
    const [, path = ""] = /href="([^"]+)" aria-label="2021: \d+ news items"/.exec(years) ?? []
    const months = await text(plain(path))
    expect(months).toContain("By month of publication, 2021")
    expect(months).toMatch(/aria-label="June 2021: \d news item"/)
    expect(months).toContain('<a href="/en/news?issued=2011" aria-label="Before: 2011">')
    expect(months).toContain('<strong>2021</strong><a href="/en/news">All dates</a>')
  })

  test("of events is counted by when they take place, not by when that was announced", async () => {
    const html = await text("/en/events?locale=*")
    const bars = [...html.matchAll(/<a href="([^"]+)" aria-label="([^":]+): (\d+) events?"/g)]
    const { items } = (await (await newsroom.ask("/api/v1/items?kind=event&sort=when&limit=100")).json()) as Page<Item>
    const starts = items.flatMap((item) => ("when" in item && item.when ? [item.when.start.slice(0, 7)] : []))
    expect(html).toContain("in which they take place")
    expect(starts.length).toBeGreaterThan(1)
    for (const start of starts)
      expect(bars.map(([, href = ""]) => href)).toContain(`/en/events?locale=*&amp;when=${start}`)
  })

  test("has undated items where they must lie, and says between which days", async () => {
    const titles = [
      ...(await text("/en/news?locale=*")).matchAll(/<article class="entry news"><p class="margin">(.*?)<\/p>/g),
    ]
    const margins = titles.map(([, margin = ""]) => margin)
    const undated = margins.findIndex((margin) => margin.includes("undated (between 16 April and 7 May 2021)"))
    expect(margins[undated - 1]).toContain('datetime="2021-05-07"')
    expect(margins[undated + 1]).toContain('datetime="2021-04-16"')
  })

  test.each([
    "/en/search?q=drug",
    "/en/news?country=FR",
    "/fr/search?locale=*&issued=2021",
    "/en/events?missing=issued",
  ])("%s has the same items in its feeds, read by another program, as on its page", async (path) => {
    const html = await text(path)
    const addressOf = (title: string) => plain(new RegExp(`href="([^"]+)"[^>]*>(?:${title})</a>`).exec(html)?.[1] ?? "")
    const shown = [...html.matchAll(/<article.*?<h2><a href="([^"]+)"/g)].map(([, href]) => siteUrl + href)
    const atom = parseAtomFeed(await text(addressOf("Atom")))
    const linksOf = (entry: { links?: { rel?: string; href?: string }[] }) =>
      entry.links?.find(({ rel }) => rel === "alternate")?.href
    const slugOf = (url = "") => url.split("/").at(-1)
    expect(shown.length).toBeGreaterThan(1)
    expect(atom.entries?.map((entry) => slugOf(linksOf(entry)))).toEqual(shown.map(slugOf))
    const rss = parseRssFeed(await text(addressOf("RSS")))
    expect(rss.items?.map(({ link }) => slugOf(link))).toEqual(shown.map(slugOf))
    const json = parseJsonFeed(await text(addressOf("JSON Feed")))
    expect(json.items?.map(({ url }) => slugOf(url))).toEqual(shown.map(slugOf))
    const query = (await (await newsroom.ask(addressOf("API query|Requête de l’API"))).json()) as Page<Item>
    expect(query.items.map(({ slug }) => slug)).toEqual(shown.map(slugOf))
  })

  test("leads to a form that makes its addresses, filled with its filters", async () => {
    const html = await text("/en/events?topic=training&type=course&issued=2021&sort=issued&limit=5")
    const [, href = ""] = /<a class="follows" href="([^"]+)"/.exec(html) ?? []
    expect(plain(href)).toBe("/en/follow?kind=event&type=course&topic=training&issued=2021")
    const form = await text(plain(href))
    expect(form).toMatch(/<option value="event" selected[^>]*>Events/)
    expect(form).toMatch(/<option value="training" selected[^>]*>training/)
    for (const [name, value] of [
      ["type", "course"],
      ["issued", "2021"],
    ])
      expect(form).toContain(`<input type="hidden" name="${name}" value="${value}">`)
  })
})

describe("the page to follow by", () => {
  test("gives whole addresses that hold what it says, and shows the newest of it", async () => {
    const html = await text("/en/follow?kind=news&topic=drug-policy&as=rss")
    const addresses = [...html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, address = ""]) => plain(address))
    expect(addresses.map((address) => address.replace(/\?.*/, ""))).toEqual([
      `${siteUrl}/api/v1/items.rss`,
      `${siteUrl}/api/v1/items.ics`,
      `${siteUrl}/api/v1/items`,
    ])
    const [feed = "", calendar = "", query = ""] = addresses.map((address) => address.replace(siteUrl, ""))
    const total = Number(/<strong>(\d+) news items<\/strong>/.exec(html)?.[1])
    expect(parseRssFeed(await text(feed)).items).toHaveLength(total)
    expect(await text(calendar)).toMatch(/^BEGIN:VCALENDAR/)
    const page = (await (await newsroom.ask(query)).json()) as Page<Item>
    expect(page.total).toBe(total)
    for (const { slug } of page.items.slice(0, 3)) expect(html).toContain(`href="/en/news/${slug}"`)
    expect(html).toContain(`href="webcal://newsroom.example.org${calendar.replaceAll("&", "&amp;")}"`)
  })

  test("answers a form's empty fields with the short address, and keeps what it has no field for", async () => {
    const asked = async (path: string) => {
      const html = await text(path)
      const [, address = ""] = /<code>[^<]+items\?([^<]*)<\/code>/.exec(html) ?? []
      return formatQuery(parseQuery(new URLSearchParams(plain(address))))
    }
    expect(await asked("/fr/follow?kind=&topic=&country=&body=&locale=&q=&as=")).toBe("locale=fr")
    expect(await asked("/fr/follow?locale=*&not.topic=prisons&missing=issued&sort=issued&limit=3")).toBe(
      "not.topic=prisons&missing=issued",
    )
  })

  test("offers what there is nothing of yet, and says so", async () => {
    const html = await text("/fr/follow?country=IS&locale=*")
    expect(html).toContain("<strong>0 texte</strong>")
    expect(html).toContain("ce qui viendra y sera")
  })

  test("is found from home, from the foot of each page and from each list", async () => {
    for (const path of ["/en", "/en/news", "/en/nothing-here"])
      expect(await text(path), path).toContain('href="/en/follow"')
  })
})
