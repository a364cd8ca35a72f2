import { expect, test } from "vitest"
import { canonicalJson, writeItem } from "./item-json.js"
import { parseItem } from "./item.js"

const item = parseItem({
  title: "A visit",
  location: { country: "FR", city: "Strasbourg" },
  updatedAt: "2021-06-15T10:00:00Z",
  revision: 2,
  slug: "a-visit",
  locale: "en",
  kind: "news",
  id: "9e59d5eb-0613-5a10-9bfe-0cadc3bb180c",
})

test("an item is read back from its JSON as it was", () => {
  expect(parseItem(JSON.parse(writeItem(item)))).toEqual(item)
})

test("an item is the same bytes in whatever order its fields were set", () => {
  const text = writeItem(item)
  expect(text).toMatch(/^{"id":.*"location":{"city":"Strasbourg","country":"FR"}.*"revision":2,"updatedAt":"[^"]*"}$/)
  expect(writeItem(parseItem(Object.fromEntries(Object.entries(item).toReversed())))).toBe(text)
})

test("of the fields that are asked for those are written that there are", () => {
  expect(writeItem(item, ["id", "issued", "title"])).toBe(`{"id":"${item.id}","title":"A visit"}`)
})

test("what is absent has no key", () => {
  expect(canonicalJson({ b: undefined, a: [{ d: 1, c: undefined }] })).toBe('{"a":[{"d":1}]}')
})
