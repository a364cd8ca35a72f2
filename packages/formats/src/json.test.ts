import { parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import type { Feed } from "./format.js"
import { json } from "./json.js"

const item = parseItem({
  title: "A",
  slug: "a",
  locale: "en",
  kind: "event",
  id: "0190b3a5-7c1e-7000-8000-000000000001",
  when: { start: "2021-06-15", end: "2021-06-16" },
})

const feed: Feed = {
  items: [item],
  title: "",
  selfUrl: "",
  homeUrl: "",
  total: 1,
  itemUrl: () => "",
}

test("an item is itself: reading it back gives the same item", () => {
  expect(parseItem(JSON.parse(json.serializeItem?.(item, feed) ?? ""))).toEqual(item)
})

test("an item begins with what says which one it is", () => {
  expect(json.serializeItem?.(item, feed)).toMatch(
    /^\{"id":"[^"]+","kind":"event","locale":"en","slug":"a","title":"A",/,
  )
})

test("the last page has no next, for what is absent has no key", () => {
  expect(JSON.parse(json.serialize(feed))).toEqual({ items: [item], total: 1 })
  expect(JSON.parse(json.serialize({ ...feed, next: "abc" }))).toEqual({ items: [item], next: "abc", total: 1 })
})

test("what a search found goes with its page", () => {
  const highlights = { [item.id]: [{ field: "title" as const, text: "A", marks: [[0, 1] as [number, number]] }] }
  expect(JSON.parse(json.serialize({ ...feed, highlights }))).toMatchObject({ highlights })
})
