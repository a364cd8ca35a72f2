import { jsonLd } from "@pg/formats"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { dataOf } from "./data-blocks.js"
import { fixture, fixtures } from "./fixtures.js"

const { ask, text } = readerOf(fixtures)

/** What a page's head says: properties and names of meta elements with their contents, the first of each. */
const saidIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)]
      .map(([, name = "", content = ""]) => [name, content] as const)
      .toReversed(),
  )

const alternatesIn = (html: string) =>
  [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">/g)].map(
    ([, type, href = ""]) => `${type} ${href.replaceAll("&amp;", "&")}`,
  )

test("an item that is shared has its title, its summary, its address, its languages and a picture", async () => {
  const { id, title, summary } = fixture("news", "revised-statute-adopted")
  expect(saidIn(await text("/en/news/revised-statute-adopted"))).toMatchObject({
    "og:type": "article",
    "og:title": title,
    "og:description": summary,
    "og:url": "https://newsroom.example.org/en/news/revised-statute-adopted",
    "og:locale": "en_GB",
    "og:locale:alternate": "fr_FR",
    "og:image": `https://newsroom.example.org/cards/en/${id}.png`,
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": `Title card: ${title}`,
    "twitter:card": "summary_large_image",
  })
})

test("a list that is shared is a page of the newsroom, with the newsroom's picture", async () => {
  expect(saidIn(await text("/fr/events"))).toMatchObject({
    "og:type": "website",
    "og:locale": "fr_FR",
    "og:image": "https://newsroom.example.org/cards/fr/newsroom.png",
  })
})

test("what is nobody's address is not shared", async () => {
  expect(saidIn(await text("/en/nothing-here"))).not.toHaveProperty("og:url")
})

test("a day of publication is told only where the source states one", async () => {
  expect(saidIn(await text("/en/news/revised-statute-adopted"))["article:published_time"]).toMatch(/^\d{4}-\d\d-\d\d$/)
  for (const slug of ["children-whose-parents-use-drugs", "about-1971", "a-title-alone"])
    expect(saidIn(await text(`/en/news/${slug}`))).not.toHaveProperty("article:published_time")
})

test("each item's page has the item as the API gives it in JSON-LD, but for the text that stands in the page", async () => {
  for (const item of fixtures) {
    const kind = item.kind === "news" ? "news" : `${item.kind}s`
    const [data] = dataOf(await text(`/en/${kind}/${item.slug}`))
    const given = jsonLd.serializeItem(
      { ...item, body: undefined },
      {
        title: "",
        selfUrl: "",
        homeUrl: "",
        itemUrl: ({ locale, slug }) => `https://newsroom.example.org/${locale === "fr" ? "fr" : "en"}/${kind}/${slug}`,
        schemeUrl: (scheme) => `https://newsroom.example.org/api/v1/items?${scheme}=`,
      },
    )
    expect(data).toEqual(JSON.parse(given))
  }
})

test("a title that would end a script does not: it is data, whole, and nothing else", async () => {
  const title = `</script><script>alert(1)</script><!-- & "quoted"`
  const hostile = readerOf([fixture("news", "a-title-alone", { title, summary: title })])
  const html = await hostile.text("/en/news/a-title-alone")
  expect(dataOf(html)).toMatchObject([{ name: title, description: title }])
  expect(html.replace(/="[^"]*"/g, "=").match(/<script/g)).toHaveLength(1)
})

test("a list leads to its feeds, and to its calendar where it has what takes place", async () => {
  expect(alternatesIn(await text("/en/events?topic=airports"))).toEqual([
    "application/atom+xml /api/v1/items.atom?kind=event&topic=airports&locale=en",
    "application/rss+xml /api/v1/items.rss?kind=event&topic=airports&locale=en",
    "text/calendar /api/v1/items.ics?kind=event&topic=airports&locale=en",
  ])
  expect(alternatesIn(await text("/en/news")).join()).not.toContain("text/calendar")
  expect(alternatesIn(await text("/en")).join()).toContain("text/calendar /api/v1/items.ics?locale=en")
})

test("an event leads to its own entry in a calendar, and every item to its data", async () => {
  const { id } = fixture("event", "officers-meet-online")
  const event = alternatesIn(await text("/en/events/officers-meet-online"))
  expect(event).toContain(`text/calendar /api/v1/items/${id}.ics`)
  expect(event).toContain(`application/json /api/v1/items/${id}.json`)
  expect(alternatesIn(await text("/en/news/a-title-alone")).join()).not.toContain(".ics")
})

test("a browser may fetch pages that somebody is about to open, and nothing of the API", async () => {
  const path = /^"([^"]+)"$/.exec((await ask("/en/news")).headers.get("Speculation-Rules") ?? "")?.[1] ?? ""
  const rules = await ask(path)
  expect(rules.headers.get("Content-Type")).toBe("application/speculationrules+json")
  expect(await rules.json()).toEqual({
    prefetch: [{ where: { href_matches: ["/en", "/en/*", "/fr", "/fr/*"] }, eagerness: "moderate" }],
  })
})
