import { parseItem } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixture, fixtures } from "./fixtures.js"

const { ask, text } = readerOf(fixtures, {}, "2021-06-15")
const paths = ["/en/agenda", "/en/calendar", "/en/calendar/2021-06", "/en/map"]

/** So many events on one day. */
const events = (count: number, changes: object = {}) =>
  Array.from({ length: count }, (_, index) => {
    const id = `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`
    return parseItem({
      ...fixture("event", "expert-group-2020"),
      id,
      slug: `event-${index}`,
      relations: [],
      ...changes,
    })
  })

describe("the ways to look at events", () => {
  test.each([...paths, "/en/events"])("%s leads to each other, with all that is asked", async (path) => {
    const html = await text(`${path}?topic=training&locale=*`)
    for (const other of ["/en/events", "/en/agenda", "/en/map"])
      expect(html).toContain(`href="${other}?topic=training&amp;locale=*`)
    expect(html).toMatch(/href="\/en\/calendar(\/2021-06)?\?topic=training&amp;locale=\*"/)
    expect(html.match(/<nav class="views".*?aria-current="page"/)).not.toBe(null)
  })

  test.each(paths)("%s stands under Events in the menu", async (path) => {
    expect(await text(path)).toContain('<a href="/en/events" aria-current="true">')
  })

  test.each(paths)("%s drops what it has no use for, and empty fields", async (path) => {
    const answer = await ask(`${path}?sort=updated&topic=&q=drug`)
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, `${path}?q=drug`])
  })

  test.each(paths)("%s says of a filter that there is not what was probably meant", async (path) => {
    const answer = await ask(`${path}?tpoic=training`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain("Did you mean “topic”?")
  })

  test("stand beside the lists, so that an event may be called agenda, calendar or map", async () => {
    const items = ["agenda", "calendar", "map"].map((slug) => fixture("event", "expert-group-2020", { slug }))
    const reader = readerOf(items)
    for (const { slug } of items) expect((await reader.ask(`/en/events/${slug}`)).status).toBe(200)
  })
})

test("home leads to the agenda, the months and the map, where one looks for events", async () => {
  const ways = (html: string) =>
    [...(/<ul class="ways".*?<\/ul>/s.exec(html)?.[0] ?? "").matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
  const late = readerOf(fixtures, {}, "2040-01-01")
  expect(ways(await late.text("/fr"))).toEqual(["/fr/agenda?when=past", "/fr/calendar", "/fr/map"])
  expect(ways(await text("/en"))).toEqual(["/en/agenda", "/en/calendar", "/en/map"])
  expect(ways(await readerOf([]).text("/en"))).toEqual([])
})

describe("the agenda", () => {
  test("has a heading for each month", async () => {
    const html = await readerOf(fixtures, {}, "2022-01-01").text("/en/agenda?when=past&locale=*")
    const headings = [...html.matchAll(/<h2><time datetime="([^"]+)">([^<]+)<\/time><\/h2>/g)]
    expect(headings.length).toBeGreaterThan(2)
    expect(headings[0]?.slice(1)).toEqual(["2021-08", "August 2021"])
    expect(headings.map(([, month]) => month)).toEqual(
      headings
        .map(([, month]) => month)
        .toSorted()
        .toReversed(),
    )
  })

  test("shows what is to come where nothing else is asked, at one address", async () => {
    expect((await ask("/en/agenda?when=upcoming&topic=training")).headers.get("Location")).toBe(
      "/en/agenda?topic=training",
    )
    expect(await text("/en/agenda")).toContain('<a href="/en/agenda" aria-current="true">')
    expect(await text("/en/agenda?when=past")).toContain('<a href="/en/agenda?when=past" aria-current="true">')
  })

  test("says how many events have no dates, and leads to them", async () => {
    const { when: _, ...undated } = fixture("event", "expert-group-2020")
    const html = await readerOf([parseItem(undated)]).text("/en/agenda?topic=x")
    expect(html).not.toContain("state no dates")
    const all = await readerOf([parseItem(undated)]).text("/en/agenda")
    expect(all).toContain('<a href="/en/events?missing=when">1 event states no dates</a>')
  })

  test("that has nothing to come leads to what is over", async () => {
    const html = await readerOf(events(2), {}, "2026-11-29").text("/en/agenda")
    expect(html).toContain('<a href="/en/agenda?when=past">2 events that are over</a>')
  })

  test("leads by real links to the next page and back", async () => {
    const reader = readerOf(events(3, { when: { start: "2021-06-15" } }))
    expect(await reader.text("/en/agenda?when=past&limit=2")).toContain(
      'rel="next" href="/en/agenda?when=past&amp;limit=2&amp;cursor=2"',
    )
    expect(await reader.text("/en/agenda?when=past&limit=2&cursor=2")).toContain(
      '<a href="/en/agenda?when=past&amp;limit=2">',
    )
  })

  test("says of what ends in another month than it begins that it goes on", async () => {
    const reader = readerOf(events(1, { when: { start: "2021-06-29", end: "2021-07-02" } }))
    expect(await reader.text("/en/agenda?when=past")).toContain("goes on into July 2021")
    expect(await reader.text("/fr/agenda?when=past&locale=*")).toContain("se poursuit en juillet 2021")
  })
})

describe("the calendar of a month", () => {
  test("is a table of weeks from Monday, with each event on each of its days", async () => {
    const html = await text("/en/calendar/2021-06")
    const table = /<table.*<\/table>/s.exec(html)![0]
    expect([...table.matchAll(/<th scope="col">(\w+)/g)].map(([, name]) => name).at(0)).toBe("Monday")
    expect(table.match(/<tr>/g)).toHaveLength(6)
    expect(table.match(/href="\/en\/events\/officers-meet-online"/g)).toHaveLength(2)
    expect(table).toContain("day 2 of 2")
    expect(table).toMatch(/<td aria-current="date"><time datetime="2021-06-15">/)
    expect(await text("/fr/calendar/2021-06?locale=*")).toContain('<th scope="col">lundi</th>')
  })

  test("names its days as its language does, also the first of a month", async () => {
    const dayOf = async (locale: string) => {
      const html = await text(`/${locale}/calendar/2021-06?locale=*`)
      return /<time datetime="2021-06-01">(.*?)<\/time>/.exec(html)?.[1]?.replace(/<[^>]+>/g, "")
    }
    expect(await dayOf("fr")).toBe("mardi 1er juin 2021")
    expect(await dayOf("en")).toBe("Tuesday 1 June 2021")
  })

  test("leads to the months beside it, and where they are empty to the nearest that has events", async () => {
    const html = await text("/en/calendar/2021-06?locale=*")
    expect(html).toContain('<a rel="next" href="/en/calendar/2021-07?locale=*">July 2021</a>')
    expect(html).toContain('<a rel="prev" href="/en/calendar/2021-05?locale=*">May 2021</a>')
    expect(html).toMatch(/<a class="far" href="\/en\/calendar\/20\d\d-\d\d\?locale=\*">Nearest with events: /)
  })

  test("without events is no page of its own, and leads on only towards some", async () => {
    const html = await text("/en/calendar/3021-06")
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).not.toContain("/en/calendar/3021-07")
    expect(html).toContain("Nearest with events: ")
  })

  test("that is not named is this one, or the nearest that has events, and says so", async () => {
    expect(await text("/en/calendar")).toContain("<h1>Events in June 2021</h1>")
    const later = await readerOf(fixtures, {}, "2026-11-29").text("/en/calendar")
    expect(later).toContain("There are no events in November 2026: this is the nearest month that has some.")
    expect(later).toContain("<h1>Events in August 2021</h1>")
    expect((await readerOf([], {}, "2026-11-29").ask("/en/calendar")).status).toBe(200)
    expect((await readerOf([]).ask("/en/calendar")).headers.get("Location")).toBe("/en/agenda?when=past")
  })

  test.each(["2021-13", "0000-00", "0000-06", "99999-01", "june", "2021-6", "%00", "2021"])(
    "%s is no month, and is told how one is written",
    async (month) => {
      const answer = await ask(`/en/calendar/${month}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain("as in 2021-06 for June 2021")
    },
  )

  test("puts an event that only says its month below the days", async () => {
    const html = await readerOf(events(1, { when: { start: "2021-06" } })).text("/en/calendar/2021-06")
    expect(/<table.*<\/table>/s.exec(html)![0]).not.toContain("/en/events/event-0")
    expect(html).toMatch(/<h2>Sometime in June 2021<\/h2>.*event-0/s)
  })

  test("marks in words what does not take place as planned", async () => {
    const statuses = ["EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"]
    const items = events(4, { when: { start: "2021-06-10" } }).map((item, index) =>
      parseItem({ ...item, eventStatus: statuses[index] }),
    )
    const html = await readerOf(items).text("/en/calendar/2021-06")
    for (const word of ["Cancelled", "Postponed", "New dates", "Moved online"])
      expect(html).toContain(`>${word}</strong>`)
  })

  test("asks for all there is, page after page, and leads from a full day to its list", async () => {
    const reader = readerOf(events(120, { when: { start: "2021-06-10", end: "2021-06-11" } }))
    const html = await reader.text("/en/calendar/2021-06")
    expect(html).toContain('<a href="/en/events?when=2021-06-10">and 114 more</a>')
    const many = await readerOf(events(400, { when: { start: "2021-06" } })).text("/en/calendar/2021-06")
    expect(many).toContain("Only the first 300 are shown here; the list has them all.")
  })
})

describe("the map", () => {
  test("has a circle and a line for each country, both of which lead to its events", async () => {
    const html = await text("/en/map?locale=*")
    expect(html).toMatch(/<a href="\/en\/events\?country=FR&amp;locale=\*" aria-label="France: \d+ events?"><circle/)
    expect(html).toMatch(/<a href="\/en\/events\?country=FR&amp;locale=\*">France<\/a> <span class="number">\d+</)
    expect(html).toContain("Natural Earth, in the public domain")
  })

  test("shows the world only where there are events outside of Europe", async () => {
    const inCountry = (country: string) => readerOf(events(1, { location: { country } })).text("/en/map")
    expect(await inCountry("FR")).not.toContain("Elsewhere in the world")
    expect(await inCountry("MX")).toContain("Elsewhere in the world")
    expect(await inCountry("QZ")).toContain(">QZ</a>") // a code on no map is on the list all the same
  })

  test("says in words what it cannot show", async () => {
    const { location: _, ...nowhere } = fixture("event", "expert-group-2020")
    const online = {
      ...nowhere,
      countries: [],
      additionalLocations: [],
      eventAttendanceMode: "OnlineEventAttendanceMode",
    }
    const html = await readerOf([parseItem(online)]).text("/en/map")
    expect(html).toContain("1 event has no place on the map: 1 takes place online.")
    expect(html).toContain('href="/en/events?missing=location"')
    expect(await readerOf([]).text("/en/map")).toContain("<strong>0 events</strong>")
  })
})

describe("registration for an event", () => {
  const page = (today?: string) => readerOf(fixtures, {}, today).text("/en/events/executive-course-2021-2022")

  test("is open until its deadline, and closed after it", async () => {
    const open = await page("2021-05-15")
    expect(open).toContain('<strong>Registration is open</strong>, deadline: <time datetime="2021-05-15">')
    expect(open).toContain('<a class="action" href="https://example.org/apply">Register</a>')
    const closed = await page("2021-05-16")
    expect(closed).toContain("<strong>Registration is closed</strong>, deadline:")
    expect(closed).toContain('<a href="https://example.org/apply">Page for registration</a>')
  })

  test("is neither where nobody says which day it is", async () => {
    expect(await page()).toContain("<strong>Registration</strong>, deadline:")
  })

  test("is said in a list while one can register", async () => {
    expect(await readerOf(fixtures, {}, "2021-05-01").text("/en/events")).toContain("Registration is open")
    expect(await readerOf(fixtures, {}, "2021-06-01").text("/en/events")).not.toContain("Registration is")
  })
})
