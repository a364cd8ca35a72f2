import LinkHeader from "http-link-header"
import type { ItemQuery } from "@pg/domain"
import { formats } from "@pg/formats"
import { expect, test } from "vitest"
import { writeLinkHeader } from "./link-header.js"
import { linksOfList } from "./list-links.js"
import { createSite } from "./site.js"

const site = createSite("https://example.org")
const [given, ...others] = formats
const linksOf = (query: ItemQuery, more: { next?: string; extension?: string } = {}) =>
  linksOfList({ segment: "items", query, given: given!, ...more }, site)
const of = (links: ReturnType<typeof linksOf>, rel: string) =>
  links.filter((link) => link.rel === rel).map(({ href }) => href)

test("a page of a list leads to the first page, the next one and the API's description", () => {
  const links = linksOf({ topic: ["prisons"], cursor: "abc" }, { next: "def", extension: "json" })
  expect(of(links, "first")).toEqual(["https://example.org/api/v1/items.json?topic=prisons"])
  expect(of(links, "canonical")).toEqual(["https://example.org/api/v1/items.json?topic=prisons&cursor=abc"])
  expect(of(links, "next")).toEqual(["https://example.org/api/v1/items.json?topic=prisons&cursor=def"])
  for (const rel of ["describedby", "service-desc"])
    expect(of(links, rel)).toEqual(["https://example.org/api/openapi.json"])
})

test("the last page leads to no next one", () => {
  expect(of(linksOf({}), "next")).toEqual([])
})

test("the same list is there in every other format, and on a web page", () => {
  const alternates = of(linksOf({ topic: ["prisons"] }), "alternate")
  expect(alternates).toEqual([
    "https://example.org/en/search?topic=prisons&locale=*",
    ...others.map(({ extension }) => `https://example.org/api/v1/items.${extension}?topic=prisons`),
  ])
})

test("what only says how items are written is left out of the other formats, which may have no place for it", () => {
  const alternates = of(linksOf({ profile: "minimal", facets: ["kind"] }), "alternate")
  expect(alternates).toContain(`https://example.org/api/v1/items.${others[0]?.extension}`)
})

test("a later page of a list with chosen fields has no alternates, since its cursor goes with the whole question", () => {
  expect(of(linksOf({ fields: ["title"], cursor: "abc" }), "alternate")).toEqual([])
})

test("changes are there in the formats that can tell them, and on no web page", () => {
  const able = others.filter(({ says }) => says.includes("changes"))
  expect(of(linksOf({ feed: "changes" }), "alternate")).toEqual(
    able.map(({ extension }) => `https://example.org/api/v1/items.${extension}?feed=changes`),
  )
})

test("however long the question is, the next page is in the header, and the header below 4,000 characters where that allows it", () => {
  const lengthy = (length: number) => linksOf({ q: "a".repeat(200), person: ["b".repeat(length)] }, { next: "def" })
  for (const length of [10, 1000, 3000]) {
    const header = writeLinkHeader(lengthy(length)) ?? ""
    expect(LinkHeader.parse(header).rel("next")[0]?.uri).toContain("cursor=def")
    expect(header.length).toBeLessThan(4000)
  }
  expect(LinkHeader.parse(writeLinkHeader(lengthy(6000)) ?? "").refs.map(({ rel }) => rel)).toEqual(["next"])
})
