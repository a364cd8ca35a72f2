import fc from "fast-check"
import { expect, test } from "vitest"
import { inOrder } from "./order.js"

const kept = (...days: string[]) => [...(inOrder(days) ?? [])].toSorted((a, b) => a - b).map((at) => days[at])

test("a list that is sorted newest first is in order as a whole, the same day twice included", () => {
  expect(kept("2021-09-07", "2021-06-16", "2021-06-16", "2021-03-01")).toHaveLength(4)
  expect(kept()).toEqual([])
})

test("a date that is newer than those above it stands out", () => {
  expect(kept("2021-06-16", "2021-07-01", "2021-05-21")).toEqual(["2021-06-16", "2021-05-21"])
})

test("a date that is older than those below it stands out", () => {
  expect(kept("2021-06-16", "2021-01-01", "2021-05-21", "2021-05-07")).toEqual([
    "2021-06-16",
    "2021-05-21",
    "2021-05-07",
  ])
})

test("of two dates the wrong way round the newer stands out, because events lie ahead of their announcement", () => {
  expect(kept("2021-06-16", "2021-07-01")).toEqual(["2021-06-16"])
})

test("a list of which more than a third stands out is not sorted", () => {
  expect(inOrder(["2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01"])).toBeUndefined()
})

test("what is kept never grows newer, and no longer run than that can be kept", () => {
  const days = fc.array(
    fc.integer({ min: 1, max: 9 }).map((day) => `2021-06-0${day}`),
    { maxLength: 9 },
  )
  fc.assert(
    fc.property(days, (list) => {
      const set = inOrder(list)
      const longest = Math.max(
        ...subsets(list)
          .filter(isSorted)
          .map(({ length }) => length),
      )
      if (set === undefined) expect(list.length - longest).toBeGreaterThan(Math.max(1, list.length / 3))
      else {
        expect(isSorted(list.filter((_, at) => set.has(at)))).toBe(true)
        expect(set.size).toBe(longest)
      }
    }),
    { numRuns: 300 },
  )
})

const isSorted = (days: readonly string[]) => days.every((day, at) => at === 0 || days[at - 1]! >= day)
const subsets = (days: readonly string[]): string[][] =>
  days.reduce<string[][]>((all, day) => [...all, ...all.map((subset) => [...subset, day])], [[]])
