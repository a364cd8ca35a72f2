import { expect, test } from "vitest"
import { fits, issuedBounds } from "./bounds.js"

test("an undated item was issued between its nearest dated neighbours, the older first as EDTF wants it", () => {
  expect(issuedBounds(["2021-06-16", undefined, undefined, "2021-05-21"])[1]).toBe("2021-05-21/2021-06-16")
})

test("where a side has no date the interval is open on that side, and where neither has there is none", () => {
  expect(issuedBounds([undefined, "2021-06-16", undefined])).toEqual(["2021-06-16/..", undefined, "../2021-06-16"])
  expect(issuedBounds([undefined, undefined])).toEqual([undefined, undefined])
})

test("neighbours that are less exact than a day bound as they are", () => {
  expect(issuedBounds(["2021-06", undefined, "2020"])[1]).toBe("2020/2021-06")
})

test("neighbours that contradict each other bound nothing", () => {
  expect(issuedBounds(["2020", undefined, "2021-06-16"])[1]).toBeUndefined()
})

test("a month fits where one of its days does", () => {
  expect(fits("2021-06", "2021-05-21/2021-06-01")).toBe(true)
  expect(fits("2021-12", "2021-05-21/2021-06-01")).toBe(false)
  expect(fits("2021-01", "2021-05-21/2021-06-01")).toBe(false)
  expect(fits("2021-12", undefined)).toBe(true)
})
