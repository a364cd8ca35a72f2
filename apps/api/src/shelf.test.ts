import fc from "fast-check"
import { expect, test } from "vitest"
import { createShelf } from "./shelf.js"

test("what was not asked for the longest time makes room", () => {
  const shelf = createShelf<number>(1000)
  for (const [value, key] of ["a", "b", "c", "d", "e", "f", "g", "h"].entries()) shelf.set(key, value, 120)
  expect(shelf.get("a")).toBe(0)
  shelf.set("i", 8, 120)
  expect(["a", "b", "c", "i"].map(shelf.get)).toEqual([0, undefined, 2, 8])
})

test("what would take the place of many others is not kept", () => {
  const shelf = createShelf<number>(1000)
  shelf.set("long", 1, 200)
  expect(shelf.get("long")).toBeUndefined()
})

test("a shelf of no bytes keeps nothing", () => {
  const shelf = createShelf<number>(0)
  shelf.set("a", 1, 0)
  expect(shelf.get("a")).toBeUndefined()
})

test("a shelf never has more bytes than it may, and always what was put there last", () => {
  const puts = fc.array(fc.record({ key: fc.stringMatching(/^[a-e]$/), bytes: fc.nat({ max: 123 }) }))
  fc.assert(
    fc.property(puts, (steps) => {
      const shelf = createShelf<number>(1000)
      const latest = new Map<string, number>()
      for (const [value, { key, bytes }] of steps.entries()) {
        shelf.set(key, value, bytes)
        latest.set(key, value)
        expect(shelf.get(key)).toBe(value)
        expect(shelf.size().bytes).toBeLessThanOrEqual(1000)
        for (const other of latest.keys()) expect([latest.get(other), undefined]).toContain(shelf.get(other))
      }
    }),
  )
})
