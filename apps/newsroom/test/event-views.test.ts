import { createLog } from "@pg/api"
import { type Item, type Page, parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { expect, onTestFinished, test } from "vitest"
import { compose } from "../src/compose.js"
import { temporaryFolder } from "./command.js"

const siteUrl = "https://newsroom.example.org"
const now = "2021-06-20T08:00:00Z"

let made = 0
const event = (fields: object): Item =>
  parseItem({
    id: `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`,
    kind: "event",
    locale: "en",
    slug: `event-${made}`,
    title: `Event ${made}`,
    ...fields,
  })

async function newsroomOf(items: readonly Item[]) {
  const store = await openStore(`sqlite:${temporaryFolder()}/newsroom.db`)
  onTestFinished(() => store.close())
  for (const item of items) await store.put(item, { at: now, by: "test" })
  const { fetch } = compose({
    store,
    siteUrl,
    now: () => new Date(now),
    cacheBytes: 0,
    requestsPerMinute: 0,
    trustedProxies: 0,
    log: createLog("silent", process.stderr),
  })
  const ask = async (path: string) => await fetch(new Request(siteUrl + path, { redirect: "manual" }))
  return { ask, text: async (path: string) => await (await ask(path)).text() }
}

const titlesOf = (html: string) => [...html.matchAll(/<h3><a [^>]*><bdi[^>]*>([^<]+)/g)].map(([, title]) => title)

test("an agenda has what goes on and what is to come, the first first, and the past backwards", async () => {
  const { text } = await newsroomOf([
    event({ title: "later", when: { start: "2021-09-01" } }),
    event({ title: "over", when: { start: "2021-06-19" } }),
    event({ title: "long over", when: { start: "2020-01-01" } }),
    event({ title: "today", when: { start: "2021-06-20" } }),
    event({ title: "going on", when: { start: "2021-05-01", end: "2021-07-01" } }),
    event({ title: "undated" }),
  ])
  const agenda = await text("/en/agenda")
  expect(titlesOf(agenda)).toEqual(["going on", "today", "later"])
  expect(agenda).toMatch(/Already begun<\/h2>.*going on.*<time datetime="2021-06">June 2021<\/time><\/h2>.*today/s)
  expect(agenda).toContain("1 event states no dates")
  expect(titlesOf(await text("/en/agenda?when=past"))).toEqual(["over", "long over"])
})

test("an agenda's pages have every event once", async () => {
  const days = Array.from({ length: 25 }, (_, index) => `2021-07-${String(index + 1).padStart(2, "0")}`)
  const { text } = await newsroomOf(days.toReversed().map((start) => event({ title: start, when: { start } })))
  const titles: (string | undefined)[] = []
  let path: string | undefined = "/en/agenda?limit=10"
  while (path !== undefined) {
    const html = await text(path)
    titles.push(...titlesOf(html))
    path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&")
  }
  expect(titles).toEqual(days)
})

test("a month has all of its events, however many pages the API gives them on", async () => {
  const days = Array.from({ length: 250 }, (_, index) => `2021-06-${String((index % 30) + 1).padStart(2, "0")}`)
  const { text } = await newsroomOf(days.map((start, index) => event({ slug: `in-june-${index}`, when: { start } })))
  const html = await text("/en/calendar/2021-06")
  expect(html).toContain("<strong>250 events</strong>")
  expect(html.match(/href="\/en\/events\/in-june-\d+"/g)).toHaveLength(30 * 6)
  expect(html.match(/and \d more/g)).toHaveLength(30)
})

test("a month leads to the nearest that has events, and be it only the part of a course", async () => {
  const { text } = await newsroomOf([
    event({
      sessions: [
        { title: "I", when: { start: "2020-01-10" } },
        { title: "II", when: { start: "2021-09-10" } },
      ],
    }),
    event({ when: { start: "2021-12-01" } }),
    event({ when: { start: "2021-06-30", end: "2021-07-01" } }),
  ])
  const html = await text("/en/calendar/2021-06")
  expect(html).toContain('<a rel="next" href="/en/calendar/2021-07">July 2021</a></p>')
  expect(html).toContain("Nearest with events: January 2020")
  expect(await text("/en/calendar/2021-08")).toContain(
    '<a rel="next" href="/en/calendar/2021-09">September 2021</a></p>',
  )
  expect(await text("/en/calendar/2021-10")).toContain("Nearest with events: December 2021")
})

test("a training is everywhere on its own days, of which only some are told by its modules", async () => {
  const when = { start: "2027-02-01", end: "2027-06-30" }
  const first = { title: "I", when: { start: "2027-02-01", end: "2027-02-03" } }
  const { ask, text } = await newsroomOf([
    event({ title: "Training", when, sessions: [first, { title: "II" }] }),
    event({ title: "Course", when, sessions: [first, { title: "II", when: { start: "2027-06-30" } }] }),
  ])
  const [month, list] = [await text("/en/calendar/2027-03"), await text("/en/events?when=2027-03")]
  expect(month).toContain("<strong>2 events</strong>")
  expect(month.match(/>Training</g), "on each day").toHaveLength(31)
  expect(month).toMatch(/Going on, with no session in March 2027<\/h2>.*Course/s)
  for (const title of ["Training", "Course"]) expect(list).toContain(title)
  expect(((await (await ask("/api/v1/items?when=2027-03")).json()) as Page).total).toBe(2)
  const entries = (await text("/api/v1/events.ics")).match(/DTSTART.*|SUMMARY.*/g)
  expect(entries).toEqual([
    "DTSTART;VALUE=DATE:20270201",
    "SUMMARY;LANGUAGE=en:Course: I",
    "DTSTART;VALUE=DATE:20270630",
    "SUMMARY;LANGUAGE=en:Course: II",
    "DTSTART;VALUE=DATE:20270201",
    "SUMMARY;LANGUAGE=en:Training",
  ])
})

test("each circle of the map leads to a list that is as long as it says", async () => {
  const places = ["FR", "FR", "AT", "MX", "AT", "FR"]
  const { ask, text } = await newsroomOf([
    ...places.map((country) => event({ location: { country }, topics: ["training"] })),
    event({ eventAttendanceMode: "OnlineEventAttendanceMode" }),
    event({ location: { city: "Strasbourg" }, countries: ["DE"] }),
    event({ location: { city: "Strasbourg" } }),
  ])
  const html = await text("/en/map")
  const circles = [
    ...html.matchAll(/<a href="\/en\/events\?country=(\w\w)" aria-label="[^"]*: (\d+) events?"><circle/g),
  ]
  expect(circles.map(([, code]) => code).toSorted()).toEqual(["AT", "DE", "FR", "MX"])
  for (const [, code, count] of circles) {
    const page = (await (await ask(`/api/v1/items?kind=event&locale=en&country=${code}`)).json()) as Page
    expect([code, page.total]).toEqual([code, Number(count)])
  }
  expect(html).toContain("2 events have no place on the map: 1 takes place online, 1 does not say in which country.")
  expect(await text("/en/map?topic=training&country=MX")).toContain('aria-label="France: 3 events"')
})
