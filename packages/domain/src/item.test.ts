import { describe, expect, test } from "vitest"
import { InvalidInput } from "./errors.js"
import { kindsByName, parseItem } from "./item.js"

const least = { id: "0190b3a5-7c1e-7000-8000-000000000001", kind: "event", locale: "en", slug: "a", title: "A" }

const issuesOf = (value: unknown) => {
  try {
    parseItem(value)
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues
    throw error
  }
  return []
}

test("what is not said stays absent: no date, no place, no type is made up", () => {
  expect(Object.keys(parseItem(least))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:issued|when|location|type|summary)$/)]),
  )
})

test("a field that there is not is refused by its name, with the one that was meant", () => {
  expect(issuesOf({ ...least, sumary: "…" })).toEqual([
    { path: "sumary", message: "there is no such field", suggestion: "summary" },
  ])
  expect(issuesOf({ ...least, registration: { uri: "https://example.org" } })).toEqual([
    { path: "registration.uri", message: "there is no such field" },
  ])
})

test("an error says where: the path leads to the field", () => {
  expect(issuesOf({ ...least, when: { start: "2021-06-31" } })).toMatchObject([{ path: "when.start" }])
  expect(issuesOf({ ...least, relations: [{ rel: "reports", id: "x" }] })).toMatchObject([{ path: "relations.0.id" }])
})

test.each([undefined, null, 1, "event", [], {}, { kind: "poem" }])(
  "%j is no item, and an InvalidInput says so",
  (value) => {
    expect(issuesOf(value).length).toBeGreaterThan(0)
  },
)

test("an address that could run script is no address", () => {
  for (const url of [
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "https://a@b/",
    "https://a\\b",
    "http://",
  ])
    expect(issuesOf({ ...least, links: [{ url }] })).toMatchObject([{ path: "links.0.url" }])
  expect(issuesOf({ ...least, links: [{ url: "https://example.org/a?b=c#d" }] })).toEqual([])
})

test("an ISBN whose check digit is wrong is refused", () => {
  const book = { ...least, kind: "publication" }
  expect(issuesOf({ ...book, isbn: "9789287190000" })).toEqual([])
  expect(issuesOf({ ...book, isbn: "9789287190001" })).toMatchObject([{ path: "isbn" }])
  expect(issuesOf({ ...book, isbn: "080442957X" })).toEqual([])
  expect(issuesOf({ ...book, isbn: "0804429570" })).toMatchObject([{ path: "isbn" }])
})

test("an event that ends before it starts is refused, one within a day is not", () => {
  const wrong = [{ path: "when.end" }]
  expect(issuesOf({ ...least, when: { start: "2021-06-16", end: "2021-06-15" } })).toMatchObject(wrong)
  expect(issuesOf({ ...least, when: { start: "2021-06-16T10:00", end: "2021-06-16T09:00" } })).toMatchObject(wrong)
  expect(issuesOf({ ...least, when: { start: "2021-06-16", end: "2021-06-16" } })).toEqual([])
  expect(issuesOf({ ...least, when: { start: "2021-06", end: "2021-06-15" } })).toEqual([])
  expect(issuesOf({ ...least, when: { start: "2021-06-16T23:00Z", end: "2021-06-16T20:00-05:00" } })).toEqual([])
})

test("a time zone goes by its IANA name", () => {
  const at = (timeZone: string) => ({ ...least, when: { start: "2021-06-16T10:00", timeZone } })
  expect(issuesOf(at("Europe/Paris"))).toEqual([])
  expect(issuesOf(at("Europe/Nowhere"))).toMatchObject([{ path: "when.timeZone" }])
})

test("a course without dates of its own is in the calendar as its modules, an event without them as itself, dated or not yet", () => {
  const event = (fields: object) =>
    kindsByName.event.occurrences(kindsByName.event.schema.parse({ ...least, ...fields }))
  const when = { start: "2021-08-24", end: "2021-08-27" }
  expect(event({ sessions: [{ title: "Module I" }, { title: "Module II", when }] })).toMatchObject([
    { part: 1, title: "A: Module I", when: undefined },
    { part: 2, title: "A: Module II", when, status: "CONFIRMED" },
  ])
  expect(event({ when, eventStatus: "EventCancelled" })).toMatchObject([{ title: "A", when, status: "CANCELLED" }])
  expect(event({ sessions: [{ title: "Module I" }] })).toMatchObject([{ title: "A", when: undefined }])
})

describe("the days of an event that has sessions", () => {
  const course = (start: string, end: string | undefined, ...sessions: (string | undefined)[]) =>
    kindsByName.event.schema.parse({
      ...least,
      ...(start !== "" && { when: { start, end } }),
      sessions: sessions.map((days, index) => {
        const [first, last] = days?.split("/") ?? []
        return { title: `${index + 1}`, ...(first && { when: { start: first, end: last } }) }
      }),
    })
  const entries = (...days: Parameters<typeof course>) =>
    kindsByName.event
      .occurrences(course(...days))
      .map(({ part, when }) => `${part ?? "whole"} ${[when?.start, when?.end].filter(Boolean).join("/")}`)
  const whens = (...days: Parameters<typeof course>) =>
    kindsByName.event.whens(course(...days)).map(({ start, end }) => [start, end].filter(Boolean).join("/"))

  test("are its own where not all sessions have dates, or they do not reach from its first day to its last", () => {
    const training = ["2027-02-01", "2027-06-30", "2027-02-01/2027-02-03", undefined] as const
    expect(entries(...training)).toEqual(["whole 2027-02-01/2027-06-30"])
    expect(whens(...training)).toEqual(["2027-02-01/2027-06-30"])
    expect(entries("2027-02-01", "2027-02-03", "2027-02-01")).toEqual(["whole 2027-02-01/2027-02-03"])
  })

  test("are in a calendar those of its sessions where these reach across, and nothing between is filled", () => {
    const modules = ["2027-02-01/2027-02-03", "2027-04-12T09:00", "2027-06-28/2027-06-30"] as const
    const parts = modules.map((days, index) => `${index + 1} ${days}`)
    expect(entries("2027-02-01", "2027-06-30", ...modules)).toEqual(parts)
    expect(whens("2027-02-01", "2027-06-30", ...modules)).toEqual(["2027-02-01/2027-06-30"])
  })

  test("are in a calendar those of its sessions where itself it says no days", () => {
    expect(entries("2027", undefined, "2027-02-01", undefined)).toEqual(["1 2027-02-01", "2 "])
    expect(entries("2027-02", "2027-06", "2027-02-01")).toEqual(["1 2027-02-01"])
    expect(whens("2027", undefined, "2027-02-01")).toEqual(["2027"])
    expect(whens("", undefined, "2027-02-01", undefined, "2027-03-01")).toEqual(["2027-02-01", "2027-03-01"])
  })

  test("are those of a session too that lies outside of its own", () => {
    const conference = ["2027-02-10", "2027-02-12", "2027-02-10", "2027-01-20", "2027-02-12/2027-02-13"] as const
    expect(entries(...conference)).toEqual(["whole 2027-02-10/2027-02-12", "2 2027-01-20", "3 2027-02-12/2027-02-13"])
    expect(whens(...conference)).toEqual(["2027-02-10/2027-02-12", "2027-01-20", "2027-02-12/2027-02-13"])
  })

  test("of a day whose year nobody said nothing is known, so that it hides no other", () => {
    expect(whens("XXXX-06-26", undefined, "2027-06-25")).toEqual(["XXXX-06-26", "2027-06-25"])
    expect(entries("XXXX-06-26", undefined, "2027-06-25")).toEqual(["1 2027-06-25"])
  })
})

test("a module that does not say where it is held and how one attends is held as the course is", () => {
  const course = { location: { city: "Rome" }, eventAttendanceMode: "MixedEventAttendanceMode" }
  const when = { start: "2021-08-24" }
  const sessions = [
    { title: "Module I", when },
    { title: "Module II", when, location: { city: "Oslo" } },
  ]
  const item = kindsByName.event.schema.parse({ ...least, ...course, sessions })
  expect(kindsByName.event.occurrences(item)).toMatchObject([course, { ...course, location: { city: "Oslo" } }])
})

test("the last day to register for an event that was cancelled is off as well", () => {
  const deadline = (fields: object) =>
    kindsByName.event.deadline(kindsByName.event.schema.parse({ ...least, ...fields }))
  const registration = { closes: "2021-05-15", url: "https://example.org/apply" }
  expect(deadline({ registration, eventStatus: "EventCancelled" })).toEqual({ ...registration, status: "CANCELLED" })
  expect(deadline({ registration: { url: registration.url } })).toBeUndefined()
})
