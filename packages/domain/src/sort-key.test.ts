import { expect, test } from "vitest"
import { sortKey } from "./sort-key.js"

const newestFirst = (...items: { issued?: string; issuedBounds?: string; n?: number }[]) =>
  items.toSorted((a, b) => (sortKey(a) < sortKey(b) ? 1 : sortKey(a) > sortKey(b) ? -1 : 0))

test("an undated item stands where its neighbours say it must: after what it is not later than, before what it is not earlier than", () => {
  const [newer, undated, older] = [
    { issued: "2021-05-07" },
    { issuedBounds: "2021-04-16/2021-05-07" },
    { issued: "2021-04-16" },
  ]
  expect(newestFirst(older, undated, newer)).toEqual([newer, undated, older])
})

test("a month stands after its last day and before the day before it, for no day is made up", () => {
  const items = [{ issued: "2021-07-01" }, { issued: "2021-06-30" }, { issued: "2021-06" }, { issued: "2021-06-29" }]
  expect(newestFirst(...items.toReversed())).toEqual(items)
})

test("what has no date at all comes last, as does a day whose year nobody said", () => {
  const items = [{ issued: "0001" }, { n: 1 }, { n: 2 }, { issued: "XXXX-06-15" }]
  expect(newestFirst(items[1]!, items[0]!, items[2]!, items[3]!)).toEqual(items)
  expect(sortKey({ issued: "XXXX-06-15" })).toBe("")
})

test("items of one date keep the order in which they came", () => {
  const items = [
    { issued: "2021-03-01", n: 1 },
    { issued: "2021-03-01", n: 2 },
    { issued: "2021-03-01", n: 3 },
  ]
  expect(newestFirst(...items)).toEqual(items)
})

test("the stated date counts, not the bounds", () => {
  expect(sortKey({ issued: "2021-06-15", issuedBounds: "2020/2022" })).toBe("2021-06-15=")
})

test("a lower bound alone is better than nothing", () => {
  expect(sortKey({ issuedBounds: "2021-06-15/.." })).toBe("2021-06-15>")
  expect(sortKey({ issuedBounds: "../2021-06-15" })).toBe("2021-06-15<")
})
