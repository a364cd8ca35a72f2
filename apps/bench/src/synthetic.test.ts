import { parseItem, writeItem } from "@pg/domain"
import { expect, test } from "vitest"
import { synthetic, words } from "./synthetic.js"

const items = [...synthetic(3000)]
const text = items.map((item) => writeItem(item))

test("the archive is the same each time", () => {
  expect([...synthetic(3000)].map((item) => writeItem(item))).toEqual(text)
})

test("every item is one, also those that are not checked when they are made", () => {
  expect(items.map((item) => parseItem(item))).toEqual(items)
})

test("an item is about as long as an article of a newsroom", () => {
  const mean = text.join("").length / text.length
  expect(mean).toBeGreaterThan(2800)
  expect(mean).toBeLessThan(3900)
})

test("every item says that it is synthetic", () => {
  expect(items.every(({ kicker, body }) => kicker === "SYNTHETIC" && body?.startsWith("Synthetic text"))).toBe(true)
})

test("one item in three has the common word, hardly any the rare one", () => {
  expect(text.filter((json) => json.includes(words.common))).toHaveLength(1000)
  expect(text.filter((json) => json.includes(words.rare))).toHaveLength(1)
})

test("there are undated items, and items whose date is a month or a year", () => {
  const lengths = new Set(items.map(({ issued }) => issued?.length))
  expect(lengths).toEqual(new Set([undefined, 4, 7, 10]))
})
