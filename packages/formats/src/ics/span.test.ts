import { describe, expect, test } from "vitest"
import { spanOf } from "./span.js"

/** What stands in the calendar, less the ends of its lines. */
const lines = (start: string, end?: string, timeZone?: string) =>
  spanOf({ start, end, timeZone })?.lines.map((line) => line.trimEnd())
const tells = (start: string, end?: string, timeZone?: string) => spanOf({ start, end, timeZone })?.tells

describe("whole days", () => {
  test.each([
    ["a day", "2021-06-15", undefined, "20210615", "20210616"],
    ["two days", "2021-06-15", "2021-06-16", "20210615", "20210617"],
    ["the last day of a month", "2021-06-30", undefined, "20210630", "20210701"],
    ["the last day of February in a leap year", "2020-02-28", undefined, "20200228", "20200229"],
    ["the last day of a year", "2020-12-31", undefined, "20201231", "20210101"],
    ["the days of a change of clocks", "2021-03-27", "2021-03-28", "20210327", "20210329"],
    ["a day a thousand years ago", "0099-06-15", undefined, "00990615", "00990616"],
  ])(
    "%s: an all-day event ends on the day after its last day, because DTEND is exclusive",
    (_, start, end, from, to) => {
      expect(lines(start, end)).toEqual([`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`])
      expect(tells(start, end)).toBe("all")
    },
  )

  test("a day has no zone, whatever zone is said beside it", () => {
    expect(lines("2021-06-15", undefined, "Europe/Paris")).toEqual(lines("2021-06-15"))
  })
})

describe("times of day", () => {
  test("without a zone they float: it is that time wherever one is", () => {
    const times = ["DTSTART:20210615T093000", "DTEND:20210615T170000"]
    expect(lines("2021-06-15T09:30", "2021-06-15T17:00")).toEqual(times)
  })

  test("with a zone they are its clock's", () => {
    const times = ["DTSTART;TZID=Europe/Paris:20210615T093000", "DTEND;TZID=Europe/Paris:20210616T120000"]
    expect(lines("2021-06-15T09:30", "2021-06-16T12:00", "Europe/Paris")).toEqual(times)
  })

  test("with an offset they are instants, and written in UTC", () => {
    expect(lines("2021-06-15T09:30:15Z")).toEqual(["DTSTART:20210615T093015Z"])
    expect(lines("2021-06-15T00:30+02:00")).toEqual(["DTSTART:20210614T223000Z"])
    expect(lines("2021-06-15T09:30-03:30")).toEqual(["DTSTART:20210615T130000Z"])
    expect(lines("2021-06-15T09:30+02", "2021-06-15T17:00", "Europe/Paris")).toEqual([
      "DTSTART:20210615T073000Z",
      "DTEND:20210615T150000Z",
    ])
  })

  test("where no end is said, none is made up; nor is there one where it is the start again", () => {
    expect(lines("2021-06-15T09:30")).toEqual(["DTSTART:20210615T093000"])
    expect(lines("2021-06-15T09:30", "2021-06-15T09:30")).toEqual(["DTSTART:20210615T093000"])
    expect(lines("2021-06-15T09:30Z", "2021-06-15T11:30+02:00")).toEqual(["DTSTART:20210615T093000Z"])
  })

  test.each([
    ["only the first day has a time", "2021-06-15T09:30", "2021-06-16", undefined],
    ["only the last day has a time", "2021-06-15", "2021-06-16T12:00", undefined],
    ["one end floats and the other does not", "2021-06-15T09:30", "2021-06-16T12:00Z", undefined],
    ["the end is before the start once both are instants", "2021-06-15T09:30Z", "2021-06-15T10:30+02:00", undefined],
    ["the clock skips the start, to after the end", "2021-03-28T02:30", "2021-03-28T03:15", "Europe/Paris"],
    ["UTC is still in the year before the first", "0000-01-01T00:30+01:00", undefined, undefined],
  ])("%s: the days are in the calendar, and the times are not told", (_, start, end, zone) => {
    expect(lines(start, end, zone)).toEqual(lines(start.slice(0, 10), end?.slice(0, 10)))
    expect(tells(start, end, zone)).toBe("days")
  })
})

describe("dates that are not a day", () => {
  test.each([
    ["a month", "2021-06", undefined, "2021-06-01", "2021-06-30"],
    ["some months", "2021-06", "2021-08", "2021-06-01", "2021-08-31"],
    ["a day until some time in a month", "2021-06-15", "2021-07", "2021-06-15", "2021-07-31"],
    ["a February", "2020-02", undefined, "2020-02-01", "2020-02-29"],
    ["a day that is uncertain", "2021-06-15?", undefined, "2021-06-15", "2021-06-15"],
    ["about a day", "2021-06-15~", undefined, "2021-06-15", "2021-06-15"],
    ["a last day that is uncertain", "2021-06-15", "2021-06-18%", "2021-06-15", "2021-06-18"],
  ])("%s: the days between which it lies are a frame around it", (_, start, end, first, last) => {
    expect(lines(start, end)).toEqual(lines(first, last))
    expect(tells(start, end)).toBe("frame")
  })

  test("a time on a day that is uncertain is as uncertain as the day", () => {
    expect(lines("2021-06-15T09:30?")).toEqual(["DTSTART:20210615T093000"])
    expect(tells("2021-06-15T09:30?")).toBe("frame")
  })

  test.each([
    ["a year is no frame that tells anybody anything", "2021", undefined],
    ["nor is one that ends in some month", "2021", "2022-03"],
    ["an end in some year may be any day of it", "2021-06-15", "2022"],
    ["a day of a year that nobody said could be in any", "XXXX-06-15", undefined],
    ["what goes on has no last day", "2021-06-15", ".."],
    ["what began some time has no first day", "", "2021-06-15"],
    ["the day after the last one that can be written cannot", "9999-12-31", undefined],
  ])("%s: it is not in the calendar", (_, start, end) => {
    expect(spanOf({ start, end })).toBeUndefined()
  })
})
