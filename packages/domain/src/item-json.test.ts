import fc from "fast-check"
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

test("whatever a value is made of, its keys stand in the order that an object gives to sorted ones", () => {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, below]) => [key, sorted(below)]),
          )
        : value
  const key = fc.oneof(fc.string(), fc.nat(200).map(String), fc.constantFrom("__proto__", "01", "-1", "1.5"))
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue({ maxDepth: 0 }),
      fc.string({ unit: "binary" }),
      fc.array(tie("value")),
      fc.dictionary(key, tie("value")),
    ),
  }))
  fc.assert(
    fc.property(value, (value) => {
      expect(canonicalJson(value)).toBe(JSON.stringify(sorted(value)))
    }),
  )
})
