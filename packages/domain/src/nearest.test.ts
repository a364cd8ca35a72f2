import { expect, test } from "vitest"
import { nearest } from "./nearest.js"

test.each([
  ["topik", "topic"],
  ["conutry", "country"],
  ["LOCALE", "locale"],
  ["isued", "issued"],
])("“%s” most likely means “%s”", (typed, meant) => {
  expect(nearest(typed, ["kind", "topic", "country", "locale", "issued"])).toBe(meant)
})

test("what is not near to anything gets no suggestion", () => {
  expect(nearest("zzz", ["kind", "topic"])).toBe(undefined)
  expect(nearest("", ["kind"])).toBe(undefined)
  expect(nearest("ab", ["cd"])).toBe(undefined)
})
