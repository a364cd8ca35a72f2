import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { expand } from "jsonld"
import { describe, expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { citable } from "../test/citable.js"
import { exampleNames, exampleOf } from "../test/examples.js"
import { hostileCitation } from "../test/hostile-citation.js"
import { jsonLd } from "./json-ld.js"

const goldens = fileURLToPath(new URL("../fixtures/", import.meta.url))

const write = (fields: object) => JSON.parse(jsonLd.serializeItem(citable(fields), aFeed([])))
const event = (fields: object) => write({ kind: "event", ...fields })

/** What a reader that is not ours takes a text to say, by the few terms of schema.org's context that it needs. */
const read = (text: string) =>
  expand(JSON.parse(text), {
    safe: true,
    documentLoader: async (documentUrl) => ({ document: { "@context": context }, documentUrl }),
  })
const address = { "@type": "@id" }
const context = { "@vocab": "https://schema.org/", url: address, sameAs: address, mainEntityOfPage: address }

test.each(exampleNames)("of %s a reader that is not ours leaves nothing out", async (name) => {
  const [node] = await read(readFileSync(`${goldens}${name}.jsonld`, "utf8"))
  expect(node?.["@id"]).toBe(`urn:uuid:${exampleOf(name).id}`)
  expect(node?.["https://schema.org/name"]).toEqual([{ "@value": exampleOf(name).title }])
})

test("a list is a graph of its page and its items, and the page refers to each of them", async () => {
  const [page, ...nodes] = await read(readFileSync(`${goldens}all.jsonld`, "utf8"))
  const ids = exampleNames.map((name) => `urn:uuid:${exampleOf(name).id}`)
  expect(nodes.map((node) => node["@id"])).toEqual(ids)
  expect(page).toMatchObject({
    "@id": "https://example.org/en",
    "@type": ["https://schema.org/CollectionPage"],
    "https://schema.org/mainEntity": [
      {
        "@type": ["https://schema.org/ItemList"],
        "https://schema.org/numberOfItems": [{ "@value": ids.length }],
        "https://schema.org/itemListElement": ids.map((id) => ({ "@id": id })),
      },
    ],
  })
})

test("a number that is only known to be at least so is not told", () => {
  const of = (fields: object) => JSON.parse(jsonLd.serialize(aFeed([], { total: 10_000, ...fields })))["@graph"][0]
  expect(of({}).mainEntity).toEqual({ "@type": "ItemList", numberOfItems: 10_000 })
  expect(of({ totalIsAtLeast: true }).mainEntity).toEqual({ "@type": "ItemList" })
})

test("whatever the texts, they stand in an HTML script element and end it nowhere", () => {
  fc.assert(
    fc.property(hostileCitation, (item) => {
      const text = jsonLd.serialize(aFeed([item]))
      expect(text).not.toContain("<")
      expect(JSON.parse(text)["@graph"][1].name).toBe(item.title)
    }),
  )
})

describe("dates", () => {
  test.each(["2017", "2021-06", "2021-06-17"])("a publication of %s was published then, no more exactly", (issued) => {
    expect(write({ issued }).datePublished).toBe(issued)
  })

  test.each(["1971~", "1971-08?", "2021-06-15/2021-06-16", "../2021", "2021/..", "XXXX-06-15"])(
    "of %s, which ISO 8601 cannot say as one date, nothing is said",
    (issued) => {
      expect(write({ issued })).not.toHaveProperty("datePublished")
    },
  )

  test("an undated item has no date, and its bounds are none", () => {
    expect(write({ issuedBounds: "../2021-03-01" })).not.toHaveProperty("datePublished")
  })

  test("a piece of news says when it was last changed, and when that was of which it tells", () => {
    const when = { start: "2021-06-15", end: "2021-06-16" }
    expect(write({ kind: "news", when, updatedAt: "2021-06-17T08:30:00Z" })).toMatchObject({
      dateModified: "2021-06-17T08:30:00Z",
      temporalCoverage: ["2021-06-15/2021-06-16"],
    })
    expect(write({ kind: "news", when: { start: "2021-06~" } })).not.toHaveProperty("temporalCoverage")
  })

  test("an event's last day is inclusive, and a month is no day", () => {
    const days = (when: object) => event({ when })
    expect(days({ start: "2021-06-15", end: "2021-06-16" })).toMatchObject({
      startDate: "2021-06-15",
      endDate: "2021-06-16",
    })
    expect(days({ start: "2021-06" })).toMatchObject({ startDate: "2021-06" })
    expect(days({ start: "2021-06" })).not.toHaveProperty("endDate")
  })

  test.each([
    ["2021-07-15T09:30", "Europe/Paris", "2021-07-15T09:30:00+02:00"],
    ["2021-01-15T09:30", "Europe/Paris", "2021-01-15T09:30:00+01:00"],
    ["2021-01-15T09:30", "America/St_Johns", "2021-01-15T09:30:00-03:30"],
    ["2021-07-15T09:30", undefined, "2021-07-15T09:30:00"],
    ["2021-07-15T09:30:30Z", "Europe/Paris", "2021-07-15T09:30:30Z"],
    ["2021-07-15T09:30+14", undefined, "2021-07-15T09:30:00+14:00"],
  ])("%s in the zone %s is %s", (start, timeZone, startDate) => {
    expect(event({ when: { start, ...(timeZone !== undefined && { timeZone }) } }).startDate).toBe(startDate)
  })

  test("when an event was announced is said of its page, for the event itself was not published", () => {
    const page = { "@type": "WebPage", "@id": "https://example.org/en/news/a", datePublished: "2020-03-01" }
    expect(event({ issued: "2020-03-01" })).toMatchObject({ mainEntityOfPage: page })
    expect(event({ issued: "2020-03-01" })).not.toHaveProperty("datePublished")
  })
})

test("a cancelled meeting is still a meeting, and cancelled", () => {
  expect(event({ eventStatus: "EventCancelled" })).toMatchObject({
    "@type": "Event",
    eventStatus: "https://schema.org/EventCancelled",
  })
})

test("what one attends both ways has a place and a virtual one, which is its page, where it is said how", () => {
  const location = { venue: "Palais de l’Europe", city: "Strasbourg", country: "FR" }
  const mixed = event({ location, eventAttendanceMode: "MixedEventAttendanceMode" })
  expect(mixed.eventAttendanceMode).toBe("https://schema.org/MixedEventAttendanceMode")
  expect(mixed.location).toEqual([
    {
      "@type": "Place",
      name: "Palais de l’Europe",
      address: { "@type": "PostalAddress", addressLocality: "Strasbourg", addressCountry: "FR" },
    },
    { "@type": "VirtualLocation", url: "https://example.org/en/news/a" },
  ])
  expect(event({ location }).location).toHaveLength(1)
  expect(event({})).not.toHaveProperty("location")
})

test("the modules of a course are parts of it, each with a name and a number that stay, and dates where it has some", () => {
  const sessions = [{ title: "Module I", when: { start: "2021-08-24" } }, { title: "Module II" }]
  const course = event({ sessions })
  expect(course.subEvent).toMatchObject([
    { "@id": `${course["@id"]}#1`, name: "Module I", startDate: "2021-08-24", superEvent: { "@id": course["@id"] } },
    { "@id": `${course["@id"]}#2`, name: "Module II" },
  ])
  expect(course.subEvent[1]).not.toHaveProperty("startDate")
})

test("registration is an offer, until the day on which it closes, and its fee is in words", () => {
  const registration = { url: "https://example.org/apply", closes: "2021-05-15", fee: "none", audience: "Managers" }
  expect(event({ registration })).toMatchObject({
    offers: { "@type": "Offer", url: registration.url, validThrough: "2021-05-15", description: "none" },
    audience: { "@type": "Audience", audienceType: "Managers" },
  })
  expect(event({})).not.toHaveProperty("offers")
})

test("a handbook is a Book and a study a Report, each with its numbers", () => {
  const numbers = { reference: "P-PG(2021)4", isbn: "9789287190000", doi: "10.1000/ab?" }
  expect(write({ type: "handbook", ...numbers, pages: 120, edition: "2nd edition" })).toMatchObject({
    "@type": "Book",
    isbn: "9789287190000",
    numberOfPages: 120,
    bookEdition: "2nd edition",
    sameAs: "https://doi.org/10.1000/ab%3F",
  })
  expect(write({ type: "study", ...numbers })).toMatchObject({
    "@type": "Report",
    reportNumber: "P-PG(2021)4",
    identifier: [{ value: "P-PG(2021)4" }, { value: "10.1000/ab?" }, { value: "9789287190000" }],
  })
})

test("a publication is by whom it names; a body that edited it has contributed, for an editor is a person", () => {
  const contributors = [
    { name: "Council of Europe", type: "Organization" },
    { name: "Ana Example", type: "Person", role: "editor" },
    { name: "Studio A", type: "Organization", role: "editor" },
  ]
  expect(write({ contributors })).toMatchObject({
    author: [{ "@type": "Organization", name: "Council of Europe" }],
    editor: [{ "@type": "Person", name: "Ana Example" }],
    contributor: [{ "@type": "Organization", name: "Studio A" }],
  })
  expect(write({})).not.toHaveProperty("author")
})

test("relations lead to other nodes by their ids", () => {
  const other = "0190b3a5-7c1e-7000-8000-000000000002"
  const of = (rel: string, fields = {}) => write({ ...fields, relations: [{ rel, id: other }] })
  const node = [{ "@id": `urn:uuid:${other}` }]
  expect(of("translationOf").translationOfWork).toEqual(node)
  expect(of("reports").about).toEqual(node)
  expect(of("announcedIn", { kind: "event" }).subjectOf).toEqual(node)
  expect(of("translationOf", { kind: "event" }).mainEntityOfPage.translationOfWork).toEqual(node)
})
