import type { Item } from "@pg/domain"
import { expect, test } from "vitest"
import { news } from "../test/items.js"
import { canonical } from "./canonical.js"

const source = {
  name: "listing.txt",
  retrievedAt: "2024-05-01T09:00:00Z",
  text: "Title\nTeaser\n",
  spans: { title: { line: 1, column: 1, text: "Title" } },
}
const item = news(1, { title: "Title", summary: "Teaser", source })
const withSource = (said: object) => news(1, { title: "Title", summary: "Teaser", source: { ...source, ...said } })

test.each<[string, Item]>([
  ["read again later", withSource({ retrievedAt: "2024-06-01T09:00:00Z" })],
  ["lower in the listing", withSource({ spans: { title: { line: 17, column: 3, text: "Title" } } })],
  ["with other line ends and blank lines about it", withSource({ text: "\ufeff\r\nTitle\r\nTeaser\r\n\r\n" })],
  ["with its fields in another order", Object.fromEntries(Object.entries(item).toReversed()) as Item],
  [
    "as the store gives it back",
    { ...item, revision: 7, firstPublishedAt: "2024-05-01T09:00:00Z", updatedAt: "2024-06-01T09:00:00Z" },
  ],
  [
    "without the empty lists of a later version",
    { ...item, links: undefined, relations: undefined } as unknown as Item,
  ],
])("the same item %s says the same", (_, other) => expect(canonical(other)).toBe(canonical(item)))

test.each<[string, Item]>([
  ["a comma in the teaser", news(1, { title: "Title", summary: "Teas,er", source })],
  ["a date", news(1, { title: "Title", summary: "Teaser", issued: "2024", source })],
  ["other words in its source, even where no field has them", withSource({ text: "Title\nTeaser\nResidue\n" })],
  ["another source", withSource({ name: "other.txt" })],
  ["other words read as the title", withSource({ spans: { title: { line: 1, column: 1, text: "Titel" } } })],
  ["the order of its topics", news(1, { title: "Title", summary: "Teaser", topics: ["a", "b"], source })],
])("%s is news", (_, other) => expect(canonical(other)).not.toBe(canonical(item)))
