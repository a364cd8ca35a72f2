import { dateRangeBounds, isDateRange, isEdtf, sortKey } from "@pg/domain"
import fc from "fast-check"
import { expect, test } from "vitest"
import { issuedRange, partsOf, spansOf } from "./issued-range.js"

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

const date = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2010-12-31"), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))
const day = fc
  .tuple(fc.integer({ min: 1990, max: 2010 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`)
const end = fc.oneof(
  day,
  date,
  fc.constant(".."),
  day.map((month) => month.slice(0, 4)),
)
const edtf = fc
  .oneof(
    day,
    date,
    fc.tuple(end, end).map((ends) => ends.join("/")),
  )
  .filter(isEdtf)
const range = fc
  .oneof(
    day,
    date,
    fc.tuple(end, end).map((ends) => ends.map((part) => part.replace("..", "")).join("..")),
  )
  .filter(isDateRange)

test("whatever is in a range stands in one of its parts of the order, and is told by its spans where the part asks for them", () => {
  fc.assert(
    fc.property(edtf, range, fc.constantFrom("issued", "issuedBounds"), (date, asked, field) => {
      const said = { [field]: date }
      fc.pre(isIn(said, asked))
      const key = sortKey(said)
      const parts = partsOf(asked, spansOf(said)).filter(({ from = "", to = "~" }) => from <= key && key <= to)
      expect(parts).toHaveLength(1)
      for (const { spans } of parts) if (spans) expect(spansOf(said).some((span) => spans.includes(span))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test("a date that is one day is in just the ranges that have its key between their ends", () => {
  fc.assert(
    fc.property(date, range, (issued, asked) => {
      const { earliest = "0", latest = "~" } = dateRangeBounds(asked)
      const key = sortKey({ issued })
      expect(key).toBe(`${issued}=`)
      expect(key >= earliest && key <= `${latest}=`).toBe(isIn({ issued }, asked))
    }),
    { numRuns: 500 },
  )
})
