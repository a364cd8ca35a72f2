import { parseItem, writeItem } from "@pg/domain"
import fc from "fast-check"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { exampleNames, exampleOf } from "../test/examples.js"
import { hostileItem } from "../test/hostile-item.js"
import { ndjson } from "./ndjson.js"

const items = exampleNames.map(exampleOf)

test("each line is an item, the same bytes as anywhere else, and the last one ends too", () => {
  const text = ndjson.serialize(aFeed(items))
  expect(text.split("\n")).toEqual([...items.map((item) => writeItem(item)), ""])
  expect(
    text
      .trimEnd()
      .split("\n")
      .map((line) => parseItem(JSON.parse(line))),
  ).toEqual(items)
})

test("whatever its texts are, an item is one line that reads as it was", () => {
  fc.assert(
    fc.property(fc.array(hostileItem, { maxLength: 3 }), (items) => {
      const lines = ndjson.serialize(aFeed(items)).split("\n")
      expect(lines.pop()).toBe("")
      expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(items)))
    }),
  )
})

test("only the wanted fields are written", () => {
  expect(ndjson.serialize(aFeed(items.slice(0, 1), { fields: ["id", "kind"] }))).toBe(
    '{"id":"9e59d5eb-0613-5a10-9bfe-0cadc3bb180c","kind":"event"}\n',
  )
})

test("a list of nothing has no line", () => {
  expect(ndjson.serialize(aFeed([]))).toBe("")
})
