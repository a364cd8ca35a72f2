import { type ItemInput, parseItem } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createSite } from "../src/site.js"
import { examples, openArchive, startedAt } from "./archive.js"
import { all, parseXml, texts } from "./xml.js"

const site = createSite("https://example.org")
const idOf = (number: number) => `00000000-0000-5000-8000-${String(number).padStart(12, "0")}`
const news = (number: number, said: Partial<ItemInput> = {}) =>
  parseItem({ id: idOf(number), kind: "news", locale: "en", slug: `news-${number}`, title: `News ${number}`, ...said })
const translation = (number: number, locale: string, relations: [rel: string, of: number][]) =>
  news(number, { locale, relations: relations.map(([rel, of]) => ({ rel, id: idOf(of) })) })

const translations = [
  translation(1, "en", [
    ["hasTranslation", 2],
    ["hasTranslation", 3],
    ["hasTranslation", 4],
  ]),
  translation(2, "fr", [["translationOf", 1]]),
  translation(3, "uk", [["translationOf", 1]]),
]

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive([...Object.values(examples), ...translations])
})
afterAll(() => archive.close())

const read = async (path: string) => {
  const response = await archive.api.request(path)
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"])
  return parseXml(await response.text())
}
const pathsOf = (locations: readonly string[]) =>
  locations.map((location) => location.replace("https://example.org", ""))
const itemUrls = async () => {
  const parts = pathsOf(texts(await read("/sitemap.xml"), "loc")).filter((path) => path.includes("items"))
  return (await Promise.all(parts.map(async (part) => texts(await read(part), "loc")))).flat()
}

test("every published item is in a sitemap of the index exactly once, undated ones too", async () => {
  const items = [...Object.values(examples), ...translations]
  expect((await itemUrls()).toSorted()).toEqual(items.map(site.itemPageUrl).toSorted())
})

test("the index says of each part when its latest item changed, and the parts say it of each item", async () => {
  const index = await read("/sitemap.xml")
  expect(texts(index, "lastmod")).toEqual(["2021-08-31T09:00:00.000Z"])
  const [part = ""] = pathsOf(texts(index, "loc")).filter((path) => path.includes("items"))
  expect(new Set(texts(await read(part), "lastmod"))).toEqual(new Set(["2021-08-31T09:00:00.000Z"]))
})

test("the language versions of an item name each other, also those that only their original knows", async () => {
  const pages = all(await read("/sitemap-items-0.xml"), "url")
  const versions = translations.map((item) => {
    const page = pages.find((one) => texts(one, "loc")[0] === site.itemPageUrl(item))!
    return all(page, "link").map(({ attributes }) => [attributes["hreflang"], attributes["href"]])
  })
  const expected = translations.map((item) => [item.locale, site.itemPageUrl(item)])
  for (const found of versions) expect(found.toSorted()).toEqual(expected.toSorted())
})

test("an item in one language only names no versions", async () => {
  const pages = all(await read("/sitemap-items-0.xml"), "url")
  const page = pages.find((one) => texts(one, "loc")[0] === site.itemPageUrl(examples["news/minimal"]!))!
  expect(all(page, "link")).toEqual([])
})

test("the home pages and the lists are there in every language of the pages", async () => {
  const pages = await read("/sitemap-lists.xml")
  expect(pathsOf(texts(pages, "loc"))).toEqual(expect.arrayContaining(["/en", "/fr", "/en/news", "/fr/publications"]))
  for (const page of all(pages, "url"))
    expect(all(page, "link").map((link) => link.attributes["hreflang"])).toEqual(["en", "fr"])
})

test("what items are about has its pages in both languages, and so have the pages that are always there", async () => {
  expect(pathsOf(texts(await read("/sitemap.xml"), "loc"))).toContain("/sitemap-subjects.xml")
  const pages = await read("/sitemap-subjects.xml")
  const paths = pathsOf(texts(pages, "loc"))
  const topics = [...new Set(Object.values(examples).flatMap((item) => item.topics))]
  expect(paths.filter((path) => path.startsWith("/fr/topics/")).toSorted()).toEqual(
    topics.map((topic) => `/fr/topics/${topic}`).toSorted(),
  )
  expect(paths).toEqual(expect.arrayContaining(["/en/people", "/en/countries/FR", "/fr/bodies/association-ithaque"]))
  for (const page of all(pages, "url"))
    expect(all(page, "link").map((link) => link.attributes["hreflang"])).toEqual(["en", "fr"])
  expect(pathsOf(texts(await read("/sitemap-lists.xml"), "loc"))).toEqual(
    expect.arrayContaining(["/en/about", "/fr/privacy", "/fr/accessibility"]),
  )
})

test("a sitemap that the index does not name is not there", async () => {
  for (const path of ["/sitemap-items-9.xml", "/sitemap-items-99999.xml", "/sitemap-items-x.xml"])
    expect((await archive.api.request(path)).status).toBe(404)
})

test("what is withdrawn is in no sitemap any more", async () => {
  const withdrawn = news(50)
  await archive.store.put(withdrawn, { at: startedAt, by: "test" })
  expect(await itemUrls()).toContain(site.itemPageUrl(withdrawn))
  await archive.store.put(withdrawn, { at: startedAt, by: "test", action: "withdraw" })
  expect(await itemUrls()).not.toContain(site.itemPageUrl(withdrawn))
})

test("news of the last two days is in the sitemap for news with the day that it says, and nothing else is", async () => {
  const event = parseItem({ ...examples["event/timed"]!, id: idOf(60), slug: "event-60", issued: "2021-09-01" })
  const source = { name: "a listing", retrievedAt: startedAt, text: "" }
  const items = [
    news(61, { issued: "2021-09-01", title: "Today & <now>" }),
    news(62, { issued: "2021-08-30", locale: "fr" }),
    news(63, { issued: "2021-08-29" }),
    news(64, { issued: "2021-09" }),
    news(65, { issued: "2021-09-02" }),
    news(66, { source }),
    news(67),
    event,
  ]
  await archive.store.putAll(items, { at: startedAt, by: "test" })
  const entries = all(await read("/sitemap-news.xml"), "url").map((entry) => [
    texts(entry, "loc")[0]?.split("/").at(-1),
    texts(entry, "publication_date")[0],
    texts(entry, "language")[0],
  ])
  expect(entries.slice(0, 3)).toEqual([
    ["news-67", startedAt, "en"],
    ["news-61", "2021-09-01", "en"],
    expect.anything(),
  ])
  expect(entries).toContainEqual(["news-62", "2021-08-30", "fr"])
  const left = ["news-63", "news-64", "news-65", "news-66", "event-60"]
  expect(entries.filter(([slug = ""]) => left.includes(slug))).toEqual([])
})

test("what a title says in markup is said in the sitemap for news too", async () => {
  expect(texts(await read("/sitemap-news.xml"), "title")).toContain("Today & <now>")
})
