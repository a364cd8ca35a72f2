import { parseItem, toSlug } from "@pg/domain"
import { formats } from "@pg/formats"
import { expect, test } from "vitest"
import { examples } from "../test/archive.js"
import { createItemLinkHeader } from "./item-link-header.js"
import { writeLinkHeader } from "./link-header.js"
import { linksOfItem } from "./links.js"
import { createSite } from "./site.js"

const site = createSite("https://example.org")
const [example] = Object.values(examples)
const slugs = ["a", "x".repeat(120), ...["Тест", "т".repeat(120), "会議"].map(toSlug)]

test("the header of each item in each format is that of its links, whoever was asked for before", () => {
  const headerOf = createItemLinkHeader(site)
  const items = [...Object.values(examples), ...slugs.map((slug) => parseItem({ ...example, slug }))]
  for (let times = 0; times < 2; times++)
    for (const item of items)
      for (const format of formats)
        expect(headerOf(item, format)).toBe(writeLinkHeader(linksOfItem(item, site, format)))
})
