import { dateRangeBounds, isDateRange, isEdtf } from "@pg/domain"
import fc from "fast-check"
import { expect, test } from "vitest"
import { issuedRange, yearsAsked, yearsOf } from "./issued-range.js"

const isIn = (said: { issued?: string; issuedBounds?: string }, range: string) => {
  const { low, high } = issuedRange(said) ?? {}
  const { earliest = "", latest = "~~" } = dateRangeBounds(range)
  return low !== undefined && high !== undefined && low <= latest && high >= earliest
}

test.each([
  ["2021-06", "2021-06-30", true],
  ["2021-06", "2021-07", false],
  ["2015/..", "2021", true],
  ["2015/..", "2014", false],
  ["../2015", "..1990", true],
])("what was issued %s, a stated date, is in %s when any of its days is: %s", (issued, range, expected) => {
  expect(isIn({ issued }, range)).toBe(expected)
})

test.each([
  ["2021-06-10/2021-07-02", "2021-06", false],
  ["2021-06-10/2021-06-20", "2021-06", true],
  ["2021-06-10/..", "2021", false],
  ["2021-06-10/..", "2021..", true],
  ["../2021-06-10", "..2021-06-09", false],
])(
  "what was issued somewhere in %s, as its neighbours tell, is in %s when all of that is: %s",
  (issuedBounds, range, expected) => {
    expect(isIn({ issuedBounds }, range)).toBe(expected)
  },
)

test("a day whose year nobody said leaves the word to the bounds", () => {
  expect(isIn({ issued: "XXXX-06-15", issuedBounds: "2021-06-10/2021-06-20" }, "2021")).toBe(true)
})

const day = fc
  .tuple(fc.integer({ min: 1990, max: 2010 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`)
const end = fc.oneof(
  day,
  fc.constant(".."),
  day.map((month) => month.slice(0, 4)),
)
const edtf = fc
  .oneof(
    day,
    fc.tuple(end, end).map((ends) => ends.join("/")),
  )
  .filter(isEdtf)
const range = fc
  .oneof(
    day,
    fc.tuple(end, end).map((ends) => ends.map((part) => part.replace("..", "")).join("..")),
  )
  .filter(isDateRange)

test("whatever is in a range is looked for under one of the years that are asked for it", () => {
  fc.assert(
    fc.property(edtf, range, fc.constantFrom("issued", "issuedBounds"), (date, asked, field) => {
      const years = yearsAsked(asked)
      fc.pre(years !== undefined && isIn({ [field]: date }, asked))
      expect(yearsOf({ [field]: date }).some((year) => years?.includes(year))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
