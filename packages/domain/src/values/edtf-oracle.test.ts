import edtf from "edtf"
import fc from "fast-check"
import { expect, test } from "vitest"
import { boundsOf } from "./edtf.js"

/** The reading of dates held against edtf.js, which is not ours. */
const judged = (text: string): string[] => {
  const { min, max } = edtf(text)
  return [min, max].map((instant) => new Date(instant).toISOString().slice(0, 10))
}

const pad = (number: number, length = 2) => String(number).padStart(length, "0")
const date = fc
  .record({
    year: fc.integer({ min: 1000, max: 2999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .chain(({ year, month, day }) => {
    const [y, m, d] = [pad(year, 4), `${pad(year, 4)}-${pad(month)}`, `${pad(year, 4)}-${pad(month)}-${pad(day)}`]
    return fc.constantFrom(y, m, d)
  })
const marked = fc.tuple(date, fc.constantFrom("", "?", "~", "%")).map(([text, mark]) => text + mark)

test("a date means the days that it means to edtf.js", () => {
  fc.assert(
    fc.property(marked, (text) => {
      const { earliest, latest } = boundsOf(text)
      expect([earliest, latest], text).toEqual(judged(text))
    }),
  )
})

test("an interval reaches from the first to the last day that it has for edtf.js", () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [firstOfA, firstOfB] = [judged(a)[0]!, judged(b)[0]!]
      fc.pre(firstOfA !== firstOfB) // edtf.js knows no interval whose ends begin on the same day
      const [start, end] = firstOfA < firstOfB ? [a, b] : [b, a]
      const { earliest, latest } = boundsOf(`${start}/${end}`)
      expect([earliest, latest], `${start}/${end}`).toEqual(judged(`${start}/${end}`))
    }),
  )
})

test("an interval from a date to itself means the days of the date", () => {
  fc.assert(
    fc.property(date, (text) => {
      expect(boundsOf(`${text}/${text}`)).toEqual(boundsOf(text))
    }),
  )
})

test.each(["2021-13", "2021-6-15", "2021-06-31", "15 June 2021", "2021/2022/2023"])(
  "%s is a date to neither",
  (text) => {
    expect(() => boundsOf(text)).toThrow("is not a date")
    expect(() => edtf(text)).toThrow()
  },
)
