import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { kindOf, parseItem } from "@pg/domain"
import fc from "fast-check"
import ICAL from "ical.js"
import { describe, expect, test } from "vitest"
import { anyEvent } from "../test/any-event.js"
import { event, feed, readCalendar, readEntries, readTime, updatedAt } from "../test/calendar.js"
import type { Feed } from "./format.js"
import { ics } from "./ics.js"

const goldens = fileURLToPath(new URL("../fixtures/", import.meta.url))

/** What a reader that is not ours makes of a calendar's one entry. */
const read = (fields: object, more: Partial<Feed> = {}) => readEntries(ics.serialize(feed([event(fields)], more)))[0]
const valueOf = (fields: object, name: string, more?: Partial<Feed>) => read(fields, more)?.getFirstPropertyValue(name)
const readAll = (text: string, name: string) => readEntries(text).map((entry) => entry.getFirstPropertyValue(name))
const undatedIn = (text: string) => readCalendar(text).getFirstPropertyValue("x-pg-undated")

describe("any calendar", () => {
  test.each(globSync("**/*.ics", { cwd: goldens }))("%s is one, to a reader that is not ours", (path) => {
    expectToBeValid(readFileSync(goldens + path, "utf8"))
  })

  const items = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, maxLength: 8 })

  test("whatever events it is of, a reader that is not ours finds nothing wrong with it", () => {
    fc.assert(
      fc.property(items, fc.boolean(), (events, deadlines) => {
        const text = ics.serialize(feed(events, { deadlines }))
        expectToBeValid(text)
        for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      }),
    )
  })

  test("whatever the events, each of their parts is an entry or is counted as one that is not", () => {
    fc.assert(
      fc.property(items, (events) => {
        const text = ics.serialize(feed(events))
        const parts = events.flatMap((item) => kindOf(item).occurrences(item))
        expect(readEntries(text).length + Number(undatedIn(text))).toBe(parts.length)
      }),
    )
  })

  test("a hundred events make a calendar that is valid, and the same bytes each time", () => {
    const events = fc.sample(anyEvent, { numRuns: 100, seed: 5545 })
    const text = ics.serialize(feed(events, { deadlines: true }))
    expectToBeValid(text)
    expect(readEntries(text).length).toBeGreaterThan(50)
    expect(ics.serialize(feed(events, { deadlines: true }))).toBe(text)
  })
})

/** RFC 5545 sections 3.4 to 3.6, and what only calendars of ours keep to. */
function expectToBeValid(text: string) {
  const calendar = readCalendar(text)
  expect(calendar.name).toBe("vcalendar")
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
  expect(calendar.getAllSubcomponents().length).toBeGreaterThan(0)
  for (const name of ["version", "prodid", "x-pg-undated"]) expect(calendar.getAllProperties(name)).toHaveLength(1)
  const entries = calendar.getAllSubcomponents("vevent")
  const uids = entries.map((entry) => entry.getFirstPropertyValue("uid"))
  expect(new Set(uids).size).toBe(entries.length)
  for (const entry of entries) {
    for (const name of ["uid", "dtstamp", "dtstart", "summary", "status"])
      expect(entry.getAllProperties(name)).toHaveLength(1)
    expect(entry.getFirstProperty("rrule") ?? entry.getFirstProperty("rdate")).toBeNull()
    expectToRunForward(entry)
  }
}

function expectToRunForward(entry: ICAL.Component) {
  const [start, end] = [readTime(entry, "dtstart"), readTime(entry, "dtend")]
  const zone = entry.getFirstProperty("dtstart")?.getFirstParameter("tzid")
  expect(start?.zone?.tzid).toBe(zone ?? (start?.zone === ICAL.Timezone.utcTimezone ? "UTC" : "floating"))
  if (end === undefined) return
  expect(end.isDate).toBe(start?.isDate)
  expect(end.toUnixTime()).toBeGreaterThan(start?.toUnixTime() ?? Number.POSITIVE_INFINITY)
}

describe("who an entry is", () => {
  test("an event goes by the item's id", () => {
    expect(valueOf({}, "uid")).toBe(event().id)
  })

  test("a rescheduled event keeps its UID and raises SEQUENCE, so that it is moved and not doubled", () => {
    const first = read({ revision: 1, updatedAt })
    const moved = read({ revision: 2, updatedAt, when: { start: "2021-09-15" }, eventStatus: "EventRescheduled" })
    expect(moved?.getFirstPropertyValue("uid")).toBe(first?.getFirstPropertyValue("uid"))
    expect([first, moved].map((entry) => entry?.getFirstPropertyValue("sequence"))).toEqual([0, 1])
    expect(readTime(moved, "dtstart")?.toString()).toBe("2021-09-15")
  })

  test("a module keeps its UID when it is moved or renamed, and when one before it gets its date", () => {
    const when = { start: "2021-09-15" }
    const uids = (...sessions: object[]) => readAll(ics.serialize(feed([event({ when: undefined, sessions })])), "uid")
    const before = uids({ title: "I" }, { title: "II", when })
    expect(before).toEqual([`${event().id}.2`])
    expect(uids({ title: "I" }, { title: "Two", when: { start: "2021-10-01" } })).toEqual(before)
    expect(uids({ title: "I", when }, { title: "II", when })).toEqual([`${event().id}.1`, ...before])
  })
})

describe("when an entry was written", () => {
  test("its DTSTAMP is when the event was last revised: the bytes change when that does, not with each reading", () => {
    const fields = { revision: 3, firstPublishedAt: "2021-06-01T10:00:00+02:00", updatedAt: "2021-06-16T10:00:00.500Z" }
    const instants = ["dtstamp", "last-modified", "created"].map((name) => String(valueOf(fields, name)))
    expect(instants).toEqual(["2021-06-16T10:00:00Z", "2021-06-16T10:00:00Z", "2021-06-01T08:00:00Z"])
    expect(ics.serialize(feed([event(fields)], { updatedAt: "2030-01-01T00:00:00Z" }))).toBe(
      ics.serialize(feed([event(fields)])),
    )
  })

  test("an event that was never stored has no revisions to tell of, and the list's instant for its DTSTAMP", () => {
    const names = ["created", "last-modified", "sequence"]
    expect(names.map((name) => valueOf({}, name))).toEqual([null, null, null])
    expect(String(valueOf({}, "dtstamp"))).toBe(updatedAt)
  })

  test("where nothing says when it was revised, no instant is made up", () => {
    const { updatedAt: _, ...list } = feed([event()])
    expect(() => ics.serialize(list)).toThrow(/Item .* has no updatedAt/)
    expect(() => ics.serialize({ ...list, items: [event({ when: undefined })] })).not.toThrow()
  })
})

describe("what takes place", () => {
  test("a cancelled event stays in the calendar as cancelled, for a subscriber would keep one that is gone", () => {
    expect(valueOf({ eventStatus: "EventCancelled" }, "status")).toBe("CANCELLED")
    expect(valueOf({ eventStatus: "EventCancelled", when: { start: "2021-06" } }, "status")).toBe("CANCELLED")
  })

  test("what is off says so at the beginning of its title, in its language, for many programs show no status", () => {
    const title = (eventStatus: string, locale: string) => valueOf({ eventStatus, locale }, "summary")
    expect(title("EventCancelled", "en")).toBe("Cancelled: A")
    expect(["fr", "fr-CH", "de", "es", "it", "pt"].map((locale) => title("EventPostponed", locale))).toEqual([
      "Reporté : A",
      "Reporté : A",
      "Verschoben: A",
      "Aplazado: A",
      "Rinviato: A",
      "Postponed: A",
    ])
    expect(["EventRescheduled", "EventMovedOnline"].map((status) => title(status, "en"))).toEqual(["A", "A"])
    expect(valueOf({ eventStatus: "EventCancelled", when: { start: "2021-06" } }, "summary")).toBe(
      "Cancelled: A [June 2021]",
    )
  })

  test("what was postponed says that its dates are those of before", () => {
    expect(valueOf({ eventStatus: "EventPostponed", summary: "S" }, "description")).toMatch(
      /^Postponed: these are the former dates, and new ones are not known yet\.\n\nS\n\n/,
    )
    expect(valueOf({ eventStatus: "EventCancelled", summary: "S" }, "description")).toMatch(/^S\n/)
  })

  test("an event that was postponed may or may not take place on the day that it had", () => {
    expect(valueOf({ eventStatus: "EventPostponed" }, "status")).toBe("TENTATIVE")
    expect(valueOf({ eventStatus: "EventMovedOnline" }, "status")).toBe("CONFIRMED")
  })

  test("no entry makes whoever subscribes look busy", () => {
    expect(read({ when: { start: "2021-06-15" } })?.getFirstPropertyValue("transp")).toBe("TRANSPARENT")
  })

  test("an event of which the month is known spans it, tentative and taking up no time, and says so in its title", () => {
    const entry = read({ when: { start: "2021-06" } })
    const names = ["summary", "status", "transp", "x-pg-when"]
    expect(names.map((name) => entry?.getFirstPropertyValue(name))).toEqual([
      "A [June 2021]",
      "TENTATIVE",
      "TRANSPARENT",
      "2021-06",
    ])
    expect([readTime(entry, "dtstart"), readTime(entry, "dtend")].map(String)).toEqual(["2021-06-01", "2021-07-01"])
  })

  test("times that a calendar cannot tell are in the title, in the language of the event", () => {
    const when = { start: "2021-06-15T09:30", end: "2021-06-16" }
    expect(valueOf({ when, locale: "fr" }, "summary")).toMatch(/^A \[.*15 juin 2021, 09:30.*\]$/)
    expect(valueOf({ when }, "status")).toBe("CONFIRMED")
    expect(valueOf({ when }, "x-pg-when")).toBe("2021-06-15T09:30/2021-06-16")
  })

  test("a date that is told in full needs no words", () => {
    expect(valueOf({}, "summary")).toBe("A")
    expect(valueOf({}, "x-pg-when")).toBeNull()
  })
})

describe("what is not in the calendar", () => {
  test("an event with no date is not in it and is counted, for people in words", () => {
    const text = ics.serialize(
      feed([event({ when: undefined }), event({ id: "0190b3a5-7c1e-7000-8000-000000000002" })]),
    )
    expect(readEntries(text)).toHaveLength(1)
    expect(undatedIn(text)).toBe("1")
    expect(readCalendar(text).getFirstPropertyValue("description")).toBe(
      "1 entry has no date that a calendar can hold and is not in this one: see https://example.org/en/events",
    )
  })

  test.each(["2021", "2021~", "XXXX-06-15"])("nor is one dated %s, of which a day would be invented", (start) => {
    const text = ics.serialize(feed([event({ when: { start } })]))
    expect(readEntries(text)).toEqual([])
    expect(undatedIn(text)).toBe("1")
  })

  test("several are counted together, in the calendar's language", () => {
    const undated = event({ when: undefined })
    const text = ics.serialize(feed([undated, undated], { locale: "fr" }))
    expect(readCalendar(text).getFirstPropertyValue("description")).toMatch(/^2 entrées n’ont pas de date .*events$/)
  })

  test("news is not missing from a calendar, for it takes no place in one", () => {
    const { id, locale, slug, title } = event()
    const text = ics.serialize(
      feed([parseItem({ kind: "news", id, locale, slug, title, when: { start: "2021-06-15" } })]),
    )
    expect(readEntries(text)).toEqual([])
    expect(undatedIn(text)).toBe("0")
  })

  test("a calendar with nothing in it describes UTC, since it must have a component", () => {
    const [zone, ...more] = readCalendar(ics.serialize(feed([]))).getAllSubcomponents()
    expect(zone?.getFirstPropertyValue("tzid")).toBe("Etc/UTC")
    expect(more).toEqual([])
  })
})

describe("deadlines", () => {
  const registration = { closes: "2021-05-15", url: "https://example.org/apply" }
  const serialized = (fields: object, more: Partial<Feed> = { deadlines: true }) =>
    ics.serialize(feed([event({ registration, ...fields })], more))

  test("the last day to register is an entry of its own where that is asked for, and leads to where one registers", () => {
    const [, entry] = readEntries(serialized({}))
    const names = ["uid", "summary", "url", "transp", "status"]
    expect(names.map((name) => entry?.getFirstPropertyValue(name))).toEqual([
      `${event().id}.closes`,
      "Registration closes: A",
      "https://example.org/apply",
      "TRANSPARENT",
      "CONFIRMED",
    ])
    expect([readTime(entry, "dtstart"), readTime(entry, "dtend")].map(String)).toEqual(["2021-05-15", "2021-05-16"])
    expect(readEntries(serialized({}, {}))).toHaveLength(1)
  })

  test("an event that has no date yet may have a deadline; where one registers is on its page if nowhere else", () => {
    const text = serialized({ when: undefined, registration: { closes: "2021-05-15" }, locale: "fr" })
    expect(readAll(text, "url")).toEqual(["https://example.org/en/events/a"])
    expect(readAll(text, "summary")).toEqual(["Clôture des inscriptions : A"])
    expect(undatedIn(text)).toBe("1")
  })

  test("a deadline that may be any day of a month is framed by it, one that may be later than any is counted", () => {
    const closing = (closes: string) => serialized({ registration: { closes } })
    expect(readAll(closing("2021-05"), "summary")[1]).toBe("Registration closes: A [May 2021]")
    expect(readAll(closing("2021-05-10/2021-05-15"), "summary")[1]).toBe("Registration closes: A")
    expect(undatedIn(closing("2021-05-10/.."))).toBe("1")
  })

  test("nobody need register by the deadline of what was cancelled", () => {
    expect(readAll(serialized({ eventStatus: "EventCancelled" }), "status")).toEqual(["CANCELLED", "CANCELLED"])
  })
})

describe("what an entry says", () => {
  test("a place is as it was written, or its city and country, and further places follow", () => {
    const location = { venue: "Palais", city: "Strasbourg", country: "FR" }
    expect(valueOf({ location }, "location")).toBe("Palais, Strasbourg, France")
    expect(valueOf({ location: { city: "Vienne", country: "AT" }, locale: "fr" }, "location")).toBe("Vienne, Autriche")
    expect(valueOf({ location: { name: "the Vatican", country: "VA" } }, "location")).toBe("the Vatican")
    expect(valueOf({ location, additionalLocations: [{ city: "Lisbon" }] }, "location")).toBe(
      "Palais, Strasbourg, France; Lisbon",
    )
  })

  test("online is a place where there is no other, and how to get there is on the event's page", () => {
    const online = read({ eventAttendanceMode: "OnlineEventAttendanceMode", locale: "fr" })
    expect(online?.getFirstPropertyValue("location")).toBe("En ligne")
    expect(online?.getFirstPropertyValue("conference")).toBe("https://example.org/en/events/a")
    expect(online?.getFirstProperty("conference")?.getFirstParameter("label")).toBe("Comment participer en ligne")
    const mixed = read({ eventAttendanceMode: "MixedEventAttendanceMode", location: { city: "Rome" } })
    expect(mixed?.getFirstPropertyValue("location")).toBe("Rome")
    expect(mixed?.getFirstProperty("conference")).not.toBeNull()
    const offline = read({ eventAttendanceMode: "OfflineEventAttendanceMode" })
    expect(offline?.getFirstProperty("conference") ?? offline?.getFirstProperty("location")).toBeNull()
  })

  test("its categories are its type, and its topics and bodies by their names in its language", () => {
    const entry = read({ locale: "fr", type: "training", topics: ["airports", "a-new-topic"], bodies: ["cicad"] })
    expect(entry?.getAllProperties("categories").map((property) => property.getValues())).toEqual([
      ["training"],
      ["aéroports", "a-new-topic", "CICAD"],
    ])
  })

  test("its texts say their language, its files their type, and where it says more comes after its summary", () => {
    const attachments = [{ url: "https://example.org/a.pdf", mediaType: "application/pdf" }]
    const entry = read({ locale: "fr", kicker: "K", summary: "S, 1;\nS 2", body: "# B", attachments })
    expect(entry?.getFirstProperty("summary")?.getFirstParameter("language")).toBe("fr")
    expect(entry?.getFirstPropertyValue("description")).toBe("K\n\nS, 1;\nS 2\n\nhttps://example.org/en/events/a")
    expect(entry?.getFirstPropertyValue("attach")).toBe("https://example.org/a.pdf")
    expect(entry?.getFirstProperty("attach")?.getFirstParameter("fmttype")).toBe("application/pdf")
  })

  test("what it says at length only is told as plain text, without the marks of Markdown", () => {
    const body = "# Day 1\n\n**Six** [countries](https://example.org)[^1]\n\n| a | b |\n| - | - |\n\n[^1]: So far."
    expect(valueOf({ body }, "description")).toBe(
      "Day 1\n\nSix countries[1]\n\na · b\n\n[1] So far.\n\nhttps://example.org/en/events/a",
    )
  })
})

describe("what a calendar says of itself", () => {
  const names = ["name", "x-wr-calname", "url", "source", "refresh-interval", "x-published-ttl", "color"]

  test("a list has a name, says where it is, and when to look again", () => {
    const calendar = readCalendar(ics.serialize(feed([event()])))
    expect(names.map((name) => String(calendar.getFirstPropertyValue(name)))).toEqual([
      "Events",
      "Events",
      "https://example.org/en/events",
      "https://example.org/events.ics",
      "PT1H",
      "PT1H",
      "purple",
    ])
  })

  test("there is no METHOD, for then DTSTAMP would be the moment of reading", () => {
    expect(readCalendar(ics.serialize(feed([event()]))).getFirstProperty("method")).toBeNull()
  })

  test("a page of a longer list says where the next one is", () => {
    const nextUrl = "https://example.org/events.ics?cursor=b"
    expect(readCalendar(ics.serialize(feed([], { nextUrl }))).getFirstPropertyValue("x-pg-next")).toBe(nextUrl)
  })

  test("one event has no name for a calendar, so that it is put into the one that is there", () => {
    const text = ics.serializeItem(event(), feed([]))
    expect(names.filter((name) => readCalendar(text).getFirstProperty(name))).toEqual([])
    expect(text).toContain(ics.serialize(feed([event()])).match(/BEGIN:VEVENT[^]*END:VEVENT/)?.[0])
  })
})
