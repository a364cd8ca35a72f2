import { expect, test } from "vitest"
import { nearby, nearest } from "./nearest.js"

test.each([
  ["topik", "topic"],
  ["conutry", "country"],
  ["LOCALE", "locale"],
  ["isued", "issued"],
])("“%s” most likely means “%s”", (typed, meant) => {
  expect(nearest(typed, ["kind", "topic", "country", "locale", "issued"])).toBe(meant)
})

test("several that are near come nearest first, and those that are not are left out", () => {
  const slugs = ["annual-meeting", "annual-meetings-2", "anual-meeting-21", "annual-meeting-2", "handbook"]
  expect(nearby("anual-meeting-2", slugs)).toEqual([
    "anual-meeting-21",
    "annual-meeting-2",
    "annual-meetings-2",
    "annual-meeting",
  ])
  expect(nearby("zzz", slugs)).toEqual([])
})

test("what is not near to anything gets no suggestion", () => {
  expect(nearest("zzz", ["kind", "topic"])).toBe(undefined)
  expect(nearest("", ["kind"])).toBe(undefined)
  expect(nearest("ab", ["cd"])).toBe(undefined)
})
