import { sortKey } from "@pg/domain"
import fc from "fast-check"
import { expect, test } from "vitest"
import { placeOf, placesBetween, placesOf } from "./place.js"

const someDay = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
const someKey = fc
  .tuple(someDay, fc.constantFrom(10, 7, 4), fc.constantFrom("", "../", "/.."))
  .map(([date, length, open]) => {
    const day = date.toISOString().slice(0, 10).slice(0, length)
    return sortKey({ issued: open === "../" ? open + day : day + open })
  })
const anyKey = fc.oneof({ weight: 9, arbitrary: someKey }, fc.constant(""))

test("places are in the order of sort keys, and below that in the order in which items came", () => {
  fc.assert(
    fc.property(
      anyKey,
      anyKey,
      fc.integer({ min: 1, max: 2 ** 29 - 1 }),
      fc.integer({ min: 1, max: 2 ** 29 - 1 }),
      (...args) => {
        const [key, otherKey, number, otherNumber] = args
        const [place, other] = [placeOf(key, number), placeOf(otherKey, otherNumber)]
        expect(Number.isSafeInteger(place)).toBe(true)
        expect(place < other).toBe(key < otherKey || (key === otherKey && number < otherNumber))
      },
    ),
  )
})

test("the places of a key are those of its items", () => {
  fc.assert(
    fc.property(anyKey, anyKey, fc.integer({ min: 1, max: 2 ** 29 - 1 }), (key, other, number) => {
      const { from, before } = placesOf(key)
      const place = placeOf(other, number)
      expect(place >= from && place < before).toBe(key === other)
    }),
  )
})

test("the places between two texts are those of the keys between them", () => {
  const ends = fc.oneof(fc.constantFrom(undefined, "", "0", "2021-06-15", "2021-06-15>", "2021-06-15?"), someKey)
  const keys = fc.oneof(
    anyKey,
    fc.constantFrom("2021-06-15<", "2021-06-15=", "2021-06-15>", "2021-06-14>", "2021-06-16<"),
  )
  fc.assert(
    fc.property(ends, ends, keys, fc.integer({ min: 1, max: 2 ** 29 - 1 }), (start, end, key, number) => {
      const { from, before } = placesBetween(start, end)
      const place = placeOf(key, number)
      expect(place >= from && place < before).toBe(key >= (start ?? "") && key <= (end ?? "~"))
    }),
    { numRuns: 1000 },
  )
})
