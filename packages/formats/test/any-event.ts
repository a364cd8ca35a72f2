import { type Item, parseItem, When } from "@pg/domain"
import fc from "fast-check"
import { lineOf } from "./hostile-item.js"

/** Any two dates that make a `when`, of every precision and in every form that a time can have. */
const when: fc.Arbitrary<When> = fc
  .record({ start: anyDate(), end: anyDate(), timeZone: fc.option(anyZone(), { nil: undefined }) })
  .map(({ start, end, timeZone }) => {
    const orders = [
      { start, end, timeZone },
      { start: end, end: start, timeZone },
      { start, timeZone },
    ]
    return When.parse(orders.find((order) => When.safeParse(order).success))
  })

/** Any line of at most 200 characters with something to read in it. */
const line = fc
  .array(
    fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\\", ";", ",", '"', "é", "中", "😀", "a".repeat(80))),
  )
  .map((parts) => lineOf(parts.join("")))

/** Any event: dated or not, with sessions or without, as the store has it after some revisions. */
export const anyEvent: fc.Arbitrary<Item> = fc
  .record(
    {
      id: fc.uuid({ version: 7 }),
      title: line,
      when,
      summary: line,
      locale: fc.constantFrom("en", "fr", "de"),
      location: fc.record({ city: line }),
      eventStatus: fc.constantFrom("EventScheduled", "EventPostponed", "EventCancelled", "EventMovedOnline"),
      eventAttendanceMode: fc.constantFrom("OfflineEventAttendanceMode", "OnlineEventAttendanceMode"),
      sessions: fc.array(fc.record({ title: line, when }, { requiredKeys: ["title"] }), { maxLength: 3 }),
      registration: fc.record({ closes: anyDate() }),
      topics: fc.uniqueArray(fc.constantFrom("prisons", "airports", "something-new")),
      bodies: fc.array(line, { maxLength: 2 }),
      attachments: fc.array(fc.record({ url: fc.webUrl(), mediaType: fc.constant("application/pdf") }), {
        maxLength: 2,
      }),
      revision: fc.integer({ min: 1, max: 9 }),
      updatedAt: fc.constantFrom("2021-06-17T08:30:00Z", "2021-06-17T08:30:00.123+02:00"),
    },
    { requiredKeys: ["id", "title", "locale"] },
  )
  .map((fields) => parseItem({ kind: "event", slug: "a", ...fields }))

function anyDate(): fc.Arbitrary<string> {
  const digits = (max: number) => fc.integer({ min: 1, max }).map((number) => String(number).padStart(2, "0"))
  const year = fc.integer({ min: 1971, max: 2037 }).map(String)
  const month = fc.tuple(year, digits(12)).map((parts) => parts.join("-"))
  const day = fc.tuple(month, digits(28)).map((parts) => parts.join("-"))
  // The hours in which clocks are put forward and back are among those that are tried.
  const time = fc.tuple(
    fc.oneof(day, fc.constantFrom("2021-03-28", "2021-10-31")),
    fc.integer({ min: 0, max: 23 }).map((hour) => String(hour).padStart(2, "0")),
    fc.constantFrom("00", "30", "59:59"),
    fc.constantFrom("", "", "Z", "+02:00", "-03:30", "+14"),
  )
  const timed = time.map(([date, hour, minute, offset]) => `${date}T${hour}:${minute}${offset}`)
  const mark = fc.constantFrom("", "", "", "?", "~", "%")
  return fc.tuple(fc.oneof(year, month, day, day, timed, timed), mark).map((parts) => parts.join(""))
}

function anyZone(): fc.Arbitrary<string> {
  return fc.constantFrom("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Etc/UTC", "Africa/Casablanca")
}
