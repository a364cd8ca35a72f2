import { formatWhen } from "@pg/domain/dates"
import { expect, test } from "vitest"
import { timesOf, timesOfWhen } from "./times.js"

test("a date is told to machines only as exactly as it is", () => {
  expect(timesOf("2021-06-15", "en")).toEqual([{ text: "15 June 2021", datetime: "2021-06-15" }])
  expect(timesOf("2021-06", "fr")).toEqual([{ text: "juin 2021", datetime: "2021-06" }])
  expect(timesOf("2017", "en")).toEqual([{ text: "2017", datetime: "2017" }])
})

test("a date that is approximate, uncertain, or of no year is told in words only", () => {
  for (const edtf of ["1971-08~", "1971?", "XXXX-06-15", "../2021-03-01", "2021-06-15/..", "XXXX-06-15/XXXX-06-16"])
    for (const part of timesOf(edtf, "en")) expect(part).not.toHaveProperty("datetime")
})

test("a range is its two ends, with the words between them", () => {
  expect(timesOf("2021-06-15/2021-06-16", "fr")).toEqual([
    { text: "du 15", datetime: "2021-06-15" },
    { text: " au " },
    { text: "16 juin 2021", datetime: "2021-06-16" },
  ])
  expect(timesOf("2021-12-30/2022-01-02", "en")).toEqual([
    { text: "30 December 2021", datetime: "2021-12-30" },
    { text: " – " },
    { text: "2 January 2022", datetime: "2022-01-02" },
  ])
})

test("a time of day follows its day, with its time zone", () => {
  const when = { start: "2021-07-15T09:30", end: "2021-07-15T17:00", timeZone: "Europe/Paris" }
  expect(timesOfWhen(when, "en")).toEqual([
    { text: "15 July 2021", datetime: "2021-07-15" },
    { text: ", " },
    { text: "09:30–17:00", isClose: true },
    { text: " (Europe/Paris)" },
  ])
})

test("of several days each is followed by its time of day, in the words that say so without marks", () => {
  const when = { start: "2021-12-10T09:30", end: "2021-12-11T17:00", timeZone: "Europe/Paris" }
  expect(timesOfWhen(when, "fr")).toEqual([
    { text: "du 10 décembre 2021", datetime: "2021-12-10" },
    { text: ", 09:30 au " },
    { text: "11 décembre 2021", datetime: "2021-12-11" },
    { text: ", 17:00 (Europe/Paris)" },
  ])
  for (const [start, end] of [
    ["2021-12-10T09:30Z", "2021-12-11T17:00Z"],
    ["2021-12-10", "2021-12-11T17:00"],
    ["2021-12-10T09:30", "2022-01-02"],
    ["2021-12-10T09:30", "2021-12-10T11:00"],
    ["2021-12-10T09:30", undefined],
  ] as const)
    for (const locale of ["en", "fr"] as const) {
      const words = timesOfWhen({ start, end }, locale).map(({ text }) => text)
      expect(words.join("")).toBe(formatWhen({ start, end }, locale))
    }
})
