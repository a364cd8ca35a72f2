import fc from "fast-check"
import { expect, test } from "vitest"
import { event, feed, readEntries, readInstant } from "../../test/calendar.js"
import { ics } from "../ics.js"
import { instantOf } from "./zone.js"

const zones = [
  "Africa/Casablanca",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Europe/Dublin",
  "Europe/Istanbul",
  "Europe/Moscow",
  "Europe/Paris",
  "Pacific/Apia",
  "Etc/UTC",
]

/** What the clocks of a zone show at an instant, `2021-06-15T09:30:00`; a language that writes dates as ISO 8601 does. */
const clockOf = (zone: string, instant: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" })
    .format(instant)
    .replace(" ", "T")

/** When a reader that is not ours takes an event for beginning that a zone's clocks put at this time. */
function read(zone: string, ...starts: string[]): (string | undefined)[] {
  const items = starts.map((start, index) =>
    event({ id: `0190b3a5-7c1e-7000-8000-${String(index).padStart(12, "0")}`, when: { start, timeZone: zone } }),
  )
  return readEntries(ics.serialize(feed(items))).map((entry) => readInstant(entry, "dtstart"))
}

test.each([
  ["Europe/Paris", "2021-03-28T01:59", "2021-03-28T00:59:00.000Z"],
  ["Europe/Paris", "2021-03-28T03:00", "2021-03-28T01:00:00.000Z"],
  ["Europe/Paris", "2021-10-31T01:59", "2021-10-30T23:59:00.000Z"],
  ["Europe/Paris", "2021-10-31T03:00", "2021-10-31T02:00:00.000Z"],
  ["Europe/Paris", "1971-07-15T09:30", "1971-07-15T08:30:00.000Z"],
  ["Europe/Istanbul", "2015-11-02T09:30", "2015-11-02T06:30:00.000Z"],
  ["Europe/Istanbul", "2015-11-09T09:30", "2015-11-09T07:30:00.000Z"],
  ["Europe/Istanbul", "2021-01-15T09:30", "2021-01-15T06:30:00.000Z"],
  ["Europe/Moscow", "2013-01-15T09:30", "2013-01-15T05:30:00.000Z"],
  ["America/New_York", "2006-03-20T09:30", "2006-03-20T14:30:00.000Z"],
  ["America/New_York", "2007-03-20T09:30", "2007-03-20T13:30:00.000Z"],
  ["America/St_Johns", "2021-01-15T09:30", "2021-01-15T13:00:00.000Z"],
  ["Australia/Lord_Howe", "2021-04-05T09:30", "2021-04-04T23:00:00.000Z"],
  ["Pacific/Apia", "2011-12-31T09:30", "2011-12-30T19:30:00.000Z"],
  ["Europe/Lisbon", "2021-01-01T00:00", "2021-01-01T00:00:00.000Z"],
  ["Asia/Singapore", "1982-01-01T00:30", "1981-12-31T16:30:00.000Z"],
])("in %s, %s is %s, by the rules that held in that year", (zone, local, instant) => {
  expect(read(zone, local)).toEqual([instant])
})

test("a reader takes every time of a zone for the instant at which its clocks showed it", () => {
  const anyTime = fc.integer({ min: Date.parse("1971-01-02"), max: Date.parse("2037-12-30") }).map(toMinute)
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -180, max: 180 }))
    .map(([change, minutes]) => Date.parse(change) + minutes * minute)
  const instant = fc.oneof(anyTime, nearChange)
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.array(instant, { minLength: 1, maxLength: 5 }), (zone, instants) => {
      const clear = instants.filter((at) => isOnce(zone, at))
      const starts = clear.map((at) => clockOf(zone, at))
      expect(read(zone, ...starts)).toEqual(clear.map((at) => new Date(at).toISOString()))
      expect(starts.map((start) => instantOf(Date.parse(`${start}Z`), zone))).toEqual(clear)
    }),
  )
})

/** When clocks were put forward or back somewhere: Paris, New York, Lord Howe, Istanbul, Apia. */
const changes = [
  "2021-03-28T01:00Z",
  "2021-10-31T01:00Z",
  "2021-03-14T07:00Z",
  "2021-11-07T06:00Z",
  "2021-04-03T15:00Z",
  "2021-10-02T15:30Z",
  "2015-11-08T01:00Z",
  "2011-12-30T10:00Z",
]
const minute = 60_000
const toMinute = (time: number) => Math.floor(time / minute) * minute
/** Whether the clocks show the time of an instant only then, and not again within half an hour to a day. */
const isOnce = (zone: string, at: number) =>
  [30, 60, 120, 180, 1440].every((minutes) =>
    [-1, 1].every((sign) => clockOf(zone, at + sign * minutes * minute) !== clockOf(zone, at)),
  )

test("of a time that the clocks show twice, the first is meant", () => {
  expect(instantOf(Date.parse("2021-10-31T02:30Z"), "Europe/Paris")).toBe(Date.parse("2021-10-31T00:30Z"))
})

test("a time that the clocks skip counts from before they were put forward", () => {
  expect(instantOf(Date.parse("2021-03-28T02:30Z"), "Europe/Paris")).toBe(Date.parse("2021-03-28T01:30Z"))
})

test("a calendar describes each of its zones once, for the years of its times and no others", () => {
  const at = (id: number, start: string, timeZone?: string) =>
    event({ id: `0190b3a5-7c1e-7000-8000-00000000000${id}`, when: { start, timeZone } })
  const text = ics.serialize(
    feed([
      at(1, "2021-06-15T09:30", "Europe/Paris"),
      at(2, "2022-06-15T09:30", "Europe/Paris"),
      at(3, "2021-06-15T09:30", "America/New_York"),
      at(4, "1971-06-15"),
      at(5, "1971-06-15T09:30"),
      at(6, "1971-06-15T09:30Z", "Europe/Rome"),
    ]),
  )
  expect(text.match(/^TZID:.*/gm)).toEqual(["TZID:America/New_York", "TZID:Europe/Paris"])
  expect(text.match(/(?<=^BEGIN:(?:STANDARD|DAYLIGHT)\r\nDTSTART:)\d+/gm)).toEqual(
    "20201231 20210314 20211107 20201231 20210328 20211031 20220327 20221030".split(" "),
  )
})

test("before there were zones, clocks were ahead by seconds too", () => {
  const text = ics.serialize(feed([event({ when: { start: "1900-06-15T09:30", timeZone: "Europe/Paris" } })]))
  expect(text).toContain("TZOFFSETTO:+000921\r\n")
})
