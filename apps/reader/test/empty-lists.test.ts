import type { Item } from "@pg/domain"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixture } from "./fixtures.js"

const on = (number: number, topic: string, issued: string | undefined): Item => {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
  const { issued: _, ...item } = fixture("news", "a-title-alone")
  return { ...item, id, slug: `item-${number}`, topics: [topic], ...(issued && { issued }) }
}
const items = [on(1, "prisons", "2020-05-05"), on(2, "prisons", undefined), on(3, "statute", "2021-06-16")]
const { text } = readerOf(items)

/** The ways out of an empty list, each by where it leads. */
async function waysOutOf(path: string, from = text) {
  const list = /<div class="empty">.*?<\/div>/s.exec(await from(path))?.[0] ?? ""
  const ways = [...list.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)]
  return Object.fromEntries(ways.map(([, href = "", words]) => [href.replaceAll("&amp;", "&"), words]))
}

test("out of an empty list lead each filter taken away, the undated and the whole list", async () => {
  expect(await waysOutOf("/en/news?topic=prisons&issued=2021")).toEqual({
    "/en/news?issued=2021": "the same without “prisons”",
    "/en/news?topic=prisons": "the same without “2021”",
    "/en/news?topic=prisons&missing=issued": "1 news item, on prisons, with no date of publication",
    "/en/news": "The whole list",
  })
  expect(await waysOutOf("/fr/news?topic=prisons&issued=2021&locale=en")).toMatchObject({
    "/fr/news?locale=en&issued=2021": "la même question sans «\u00a0prisons\u00a0»",
  })
})

test("no way out leads to where there is nothing either", async () => {
  const ways = await waysOutOf("/en/news?topic=prisons&issued=2019")
  expect(Object.keys(ways)).toEqual(["/en/news?topic=prisons", "/en/news?topic=prisons&missing=issued", "/en/news"])
  expect(Object.keys(await waysOutOf("/en/news?topic=statute&issued=2019"))).not.toContain(
    "/en/news?topic=statute&missing=issued",
  )
})

test("several values of a filter are taken away together", async () => {
  expect(await waysOutOf("/en/news?topic=prisons,treatment&issued=2021")).toMatchObject({
    "/en/news?issued=2021": "the same without “prisons or treatment”",
  })
})

test("where a filter has a value that no item has, only to take that one away helps", async () => {
  const none = { items: [], total: 0, unmatched: [{ parameter: "topic" as const, value: "prsons" }] }
  const facets = [{ name: "topic" as const, values: [], more: 0 }]
  const { text: textOf } = readerOf(items, {
    find: async ({ facets: asked }) => ({ ...none, ...(asked && { facets }) }),
  })
  expect(Object.keys(await waysOutOf("/en/news?topic=prsons&country=FR", textOf))).toEqual([
    "/en/news?country=FR",
    "/en/news",
  ])
})

test("the only filter is taken away by asking for the whole list", async () => {
  expect(await waysOutOf("/en/news?topic=airports")).toEqual({ "/en/news": "The whole list" })
})

test("a list of a year says how many it leaves out because nobody said when they were published, and leads to them", async () => {
  const html = await text("/en/news?issued=2020")
  expect(html).toContain('<a href="/en/news?missing=issued">1 undated</a>')
  expect(await text("/en/news?topic=statute&issued=2021")).not.toContain("undated</a>")
  expect(await text("/en/news?missing=issued")).not.toContain("undated</a>")
})
