import fc from "fast-check"
import { expect, test } from "vitest"
import { InvalidInput } from "../errors.js"
import { boundsOf, compareEdtf, daysInMonth, isEdtf, parseEdtf } from "./edtf.js"
import { formatBounds, formatEdtf, formatWhen } from "./format-edtf.js"

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const date = fc
  .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom("", "~", "?", "%"))
  .map(([text, length, mark]) => text.slice(0, length) + mark)
const edtf = fc.oneof(
  date,
  fc
    .tuple(date, date)
    .map(([a, b]) => [a, b].toSorted((x, y) => compareEdtf(x, y)).join("/"))
    .filter(isEdtf),
  date.map((start) => `${start}/..`),
  date.map((end) => `../${end}`),
)

test("a parsed date says its parts, its doubts, and nothing that was not written", () => {
  expect(parseEdtf("2021-06%")).toEqual({ year: 2021, month: 6, uncertain: true, approximate: true })
  expect(parseEdtf("XXXX-06-15")).toEqual({ month: 6, day: 15, uncertain: false, approximate: false })
  expect(parseEdtf("../1971~")).toEqual({ start: "open", end: { year: 1971, uncertain: false, approximate: true } })
  expect(parseEdtf("1971/")).toMatchObject({ end: "unknown" })
})

test("whatever the text, it is read or refused with InvalidInput", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123456789-/.XT:Z~?%")) }), (text) => {
      if (isEdtf(text)) expect(parseEdtf(text)).toBeTypeOf("object")
      else expect(() => parseEdtf(text)).toThrow(InvalidInput)
    }),
  )
})

test("the earliest day never lies after the latest", () => {
  fc.assert(
    fc.property(edtf, (text) => {
      const { earliest = "", latest = "~" } = boundsOf(text)
      expect(earliest <= latest).toBe(true)
    }),
  )
})

test("the order of dates is total: antisymmetric, transitive, and equal only for equal texts", () => {
  fc.assert(
    fc.property(edtf, edtf, edtf, (a, b, c) => {
      expect(Math.sign(compareEdtf(a, b)) + Math.sign(compareEdtf(b, a))).toBe(0)
      if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) expect(compareEdtf(a, c)).toBeLessThanOrEqual(0)
      expect(compareEdtf(a, b) === 0).toBe(a === b)
    }),
  )
})

test("an open start comes before, an open end after everything else", () => {
  expect(["2021/..", "2021-06-15", "../2021", "2021"].toSorted(compareEdtf)).toEqual([
    "../2021",
    "2021",
    "2021/..",
    "2021-06-15",
  ])
})

test("the length of a month agrees with the calendar of the language", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const last = new Date(Date.UTC(2000, month, 0))
      last.setUTCFullYear(year, month, 0)
      expect(daysInMonth(year, month)).toBe(last.getUTCDate())
    }),
  )
})

test("in words, too, no day is made up for a month and no month for a year", () => {
  fc.assert(
    fc.property(day, (text) => {
      expect(formatEdtf(text.slice(0, 7), "en")).toMatch(/^[A-Z][a-z]+ \d{4}$/)
      expect(formatEdtf(text.slice(0, 4), "fr")).toMatch(/^\d{4}$/)
    }),
  )
})

test("times of day are printed as they are written, with the zone's name", () => {
  const when = { start: "2021-07-15T09:30", end: "2021-07-15T17:00", timeZone: "Europe/Paris" }
  expect(formatWhen(when, "en")).toBe("15 July 2021, 09:30–17:00 (Europe/Paris)")
  expect(formatWhen(when, "fr")).toBe("15 juillet 2021, 09:30–17:00 (Europe/Paris)")
  expect(formatWhen({ start: "2021-07-15T09:30", end: "2021-07-16T12:00" }, "en")).toBe(
    "15 July 2021, 09:30 – 16 July 2021, 12:00",
  )
  expect(formatWhen({ start: "2021-07-15T09:30", end: "2021-07-16" }, "fr")).toBe(
    "du 15 juillet 2021, 09:30 au 16 juillet 2021",
  )
  expect(formatWhen({ start: "2021-07-15", end: "2021-07-15T17:00" }, "en")).toBe("15 July 2021, until 17:00")
  expect(formatWhen({ start: "2021-06-15", end: "2021-06-16" }, "fr")).toBe("du 15 au 16 juin 2021")
  expect(formatWhen({ start: "2021-06-15", timeZone: "Europe/Paris" }, "en")).toBe("15 June 2021")
})

test("a time's offset is printed with it, once where both times have the same", () => {
  expect(formatWhen({ start: "2021-07-15T09:30Z" }, "en")).toBe("15 July 2021, 09:30 UTC")
  expect(formatWhen({ start: "2021-07-15T09:30+02:00", end: "2021-07-15T17:00+02:00" }, "en")).toBe(
    "15 July 2021, 09:30–17:00 UTC+02:00",
  )
  expect(formatWhen({ start: "2021-06-16T23:00Z", end: "2021-06-16T20:00-05:00" }, "en")).toBe(
    "16 June 2021, 23:00 UTC–20:00 UTC-05:00",
  )
})

test("the bounds of an undated thing are printed as limits, never as its date", () => {
  expect(formatBounds("2021-04-16/2021-05-07", "en")).toBe("between 16 April and 7 May 2021")
  expect(formatBounds("2021-04-16/2021-05-07", "fr")).toBe("entre le 16 avril et le 7 mai 2021")
  expect(formatBounds("../2021-03-01", "en")).toBe("not after 1 March 2021")
  expect(formatBounds("../2021-03-01", "fr")).toBe("au plus tard le 1er mars 2021")
  expect(formatBounds("2021-12-30/..", "fr")).toBe("au plus tôt le 30 décembre 2021")
  expect(formatBounds("2021-06-16/2021-06-16", "en")).toBe("about 16 June 2021")
  expect(formatBounds("2021-06-16/2021-06-16", "fr")).toBe("vers le 16 juin 2021")
})
