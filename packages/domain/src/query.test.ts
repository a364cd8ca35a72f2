import fc from "fast-check"
import { expect, test } from "vitest"
import { dateRangeBounds, isDateRange } from "./date-range.js"
import { InvalidInput } from "./errors.js"
import { anyOfFilters, formatQuery, parameters, parseQuery, sorts, type ItemQuery } from "./query.js"

const read = (queryString: string) => parseQuery(new URLSearchParams(queryString))

const issuesOf = (queryString: string) => {
  try {
    read(queryString)
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues
    throw error
  }
  return []
}

test("values of a list may repeat or stand between commas", () => {
  expect(read("topic=prisons,hiv&topic=stigma")).toEqual({ topic: ["prisons", "hiv", "stigma"] })
})

test("what a form leaves empty is not asked", () => {
  expect(read("q=&kind=&issued=+&sort=&locale=,&topic=+,")).toEqual({})
})

test("letter case is forgiven where it cannot matter", () => {
  expect(read("country=fr&topic=Prisons")).toEqual({ country: ["FR"], topic: ["prisons"] })
  expect(read("locale=EN,pt-br,SR-LATN-rs")).toEqual({ locale: ["en", "pt-BR", "sr-Latn-RS"] })
})

test("a body is asked for by its slug, in whatever script that is", () => {
  expect(read("body=हिन्दी")).toEqual({ body: ["हिन्दी"] })
  expect(issuesOf("body=Ithaque Association")).toMatchObject([{ path: "body", suggestion: "ithaque-association" }])
})

test("an unknown parameter is named, with the nearest right one", () => {
  expect(issuesOf("topik=prisons")).toEqual([
    { path: "topik", message: "there is no such parameter", suggestion: "topic" },
  ])
  expect(issuesOf("__proto__=1&constructor=1")).toHaveLength(2)
})

test.each([
  ["query=hiv", "q"],
  ["Search=hiv", "q"],
  ["page=2", "cursor"],
  ["offset=20", "cursor"],
  ["per_page=5", "limit"],
  ["pageSize=5", "limit"],
  ["lang=fr", "locale"],
  ["year=2021", "issued"],
  ["order-by=date", "sort"],
  ["select=title", "fields"],
])("who calls a parameter by another API's name, as in %s, is told ours: %s", (queryString, suggestion) => {
  expect(issuesOf(queryString)).toMatchObject([{ message: "there is no such parameter", suggestion }])
})

test("who asks for a format by a parameter is told where it is said", () => {
  expect(issuesOf("format=csv")).toMatchObject([{ path: "format", message: expect.stringMatching(/suffix.*Accept/) }])
})

test.each([
  ["issued=2021-02-30", "there is no day 2021-02-30", undefined],
  ["updated=2021-13", "there is no month 2021-13", undefined],
  ["issued=2021..2021-06-31", "there is no day 2021-06-31", undefined],
  ["issued=2021-06..2021-03", '"2021-06..2021-03" runs backwards', "2021-03..2021-06"],
  ["when=2021-06/2021-07", '"2021-06/2021-07" is not a range: one is written with two dots', "2021-06..2021-07"],
  ["issued=../2021", '"../2021" is not a range: one is written with two dots', "..2021"],
  ["when=upcoming,past", '"upcoming,past" is several values: give one, or a range, as in 2021-03..2021-06', undefined],
])("of %s it is said what is wrong: %s", (queryString, message, suggestion) => {
  const path = queryString.split("=")[0]
  expect(issuesOf(queryString)).toEqual([{ path, message, ...(suggestion !== undefined && { suggestion }) }])
})

test("a date that is none of these is told every form that there is, open ranges included", () => {
  expect(issuesOf("issued=yesterday")[0]?.message).toMatch(/2021-03\.\.2021-06, \.\.2021 or 2021\.\.$/)
})

test.each([
  ["kind=evnt", "kind", "event"],
  ["sort=-isued", "sort", "-issued"],
  ["missing=isued", "missing", "issued"],
  ["not.topik=prisons", "not.topik", "not.topic"],
  ["when=upcomming", "when", "upcoming"],
  ["profile=minimum", "profile", "minimal"],
  ["fields=titel", "fields", "title"],
  ["fields=-bodys", "fields", "-body"],
  ["include=relation", "include", "relations"],
  ["facets=issued.yaer", "facets", "issued.year"],
  ["feed=change", "feed", "changes"],
  ["sort=relevance", "sort", "-issued"],
])("in %s the value is wrong and the right one is suggested", (queryString, path, suggestion) => {
  expect(issuesOf(queryString)).toMatchObject([{ path, suggestion }])
})

test.each([
  "limit=0",
  "limit=101",
  "limit=1e1",
  "limit=1&limit=2",
  "issued=2021-13",
  "issued=2021-06..2021-05",
  "issued=..",
  "issued=yesterday",
  "when=2021..2022..2023",
  "updated=upcoming",
  "issued=past",
  "country=FRA",
  "not.country=FRA",
  "fields=title,-body",
  "include=body",
  "topic=a/b",
  "topic=--",
  "locale=_",
  "cursor=%3D",
  `q=${"x".repeat(201)}`,
  `topic=${Array.from({ length: 51 }, (_, n) => `t${n}`).join()}`,
  `body=${"x".repeat(2001)}`,
])("%s is refused", (queryString) => {
  expect(issuesOf(queryString).map(({ path }) => path)).toEqual([queryString.split("=")[0]])
})

test("a range of dates covers its last month and year whole", () => {
  expect(dateRangeBounds("2021-03..2021-06")).toEqual({ earliest: "2021-03-01", latest: "2021-06-30" })
  expect(dateRangeBounds("2021")).toEqual({ earliest: "2021-01-01", latest: "2021-12-31" })
  expect(dateRangeBounds("..2021")).toEqual({ latest: "2021-12-31" })
  expect(dateRangeBounds("2021-06-15..")).toEqual({ earliest: "2021-06-15" })
  expect(isDateRange("2021~")).toBe(false)
})

test("a filter turned round is a filter of its own beside the other", () => {
  expect(read("topic=prisons&not.topic=HIV,stigma")).toEqual({ topic: ["prisons"], "not.topic": ["hiv", "stigma"] })
  expect(parameters).toEqual(expect.arrayContaining(anyOfFilters.map((name) => `not.${name}`)))
})

test("who misspells a field is told the fields once, not a second time with a - before each", () => {
  const [issue] = issuesOf("fields=-bodys")
  expect(issue?.message.match(/\bsummaryTruncated\b/g)).toHaveLength(1)
})

test("a choice of fields and a profile would contradict each other", () => {
  expect(issuesOf("fields=title&profile=full").map(({ path }) => path)).toEqual(["profile"])
})

const query: fc.Arbitrary<ItemQuery> = fc
  .record(
    {
      q: fc
        .string({ minLength: 1, maxLength: 200, unit: "grapheme" })
        .map((text) => text.trim().slice(0, 200).trim())
        .filter((text) => text !== ""),
      kind: fc.uniqueArray(fc.constantFrom("news" as const, "event" as const), { minLength: 1 }),
      topic: fc.uniqueArray(fc.constantFrom("prisons", "hiv", "covid-19"), { minLength: 1 }),
      country: fc.uniqueArray(fc.constantFrom("FR", "AT"), { minLength: 1 }),
      issued: fc.constantFrom("2021", "2021-03..2021-06", "..2021-06-15"),
      missing: fc.uniqueArray(fc.constantFrom("issued" as const, "location" as const), { minLength: 1 }),
      sort: fc.constantFrom(...sorts),
      limit: fc.integer({ min: 1, max: 100 }),
      "not.series": fc.constant<string[]>(["annual-meeting"]),
      when: fc.constantFrom("upcoming", "past", "2021-06"),
      fields: fc.constantFrom<string[]>(["title", "when"], ["-body"]),
      facets: fc.uniqueArray(fc.constantFrom("topic" as const, "issued.year" as const), { minLength: 1 }),
      feed: fc.constant("changes" as const),
    },
    { requiredKeys: [] },
  )
  .filter(({ q, sort }) => q !== undefined || sort !== "relevance")

test("a question written as a query string and read again is the same question, in one canonical form", () => {
  fc.assert(
    fc.property(query, (asked) => {
      const again = read(formatQuery(asked))
      expect(again).toEqual({
        ...asked,
        ...Object.fromEntries(
          Object.entries(asked).flatMap(([key, value]) => (Array.isArray(value) ? [[key, value.toSorted()]] : [])),
        ),
      })
      expect(formatQuery(again)).toBe(formatQuery(asked))
    }),
  )
})

test("no query string throws anything but InvalidInput", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, value) => {
      try {
        parseQuery([[name, value]])
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput)
      }
    }),
  )
})
