import fc from "fast-check"
import { expect, test } from "vitest"
import { partAmong } from "./source-texts.js"

test("each item has its own part where that is not too long", () => {
  expect(partAmong(30, [10, 25, 30], 20)).toEqual({ starts: [0, 10, 25], left: 0 })
})

test("what is too long for one goes to the next, then to those before", () => {
  expect(partAmong(30, [24, 30], 20)).toEqual({ starts: [0, 20], left: 0 })
  expect(partAmong(30, [2, 30], 20)).toEqual({ starts: [0, 10], left: 0 })
})

test("no part is longer than allowed, and only what all together cannot hold is left over", () => {
  const cases = fc.tuple(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 30 }))
  fc.assert(
    fc.property(cases, ([lengths, most]) => {
      const ends = lengths.map((_, at) => lengths.slice(0, at + 1).reduce((sum, length) => sum + length, 0))
      const total = ends.at(-1)!
      const { starts, left } = partAmong(total, ends, most)
      const parts = starts.map((start, at) => (starts[at + 1] ?? total) - start)
      expect(Math.max(...parts)).toBeLessThanOrEqual(most)
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
      expect(left).toBe(Math.max(0, total - lengths.length * most))
    }),
  )
})
