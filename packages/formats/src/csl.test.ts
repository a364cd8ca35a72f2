import fc from "fast-check"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { citable } from "../test/citable.js"
import { hostileCitation } from "../test/hostile-citation.js"
import { csl } from "./csl.js"

const write = (fields: object) => JSON.parse(csl.serialize(aFeed([citable(fields)])))[0]

test("an undated item has no date, so that styles print “n.d.” in the language of the text that cites", () => {
  expect(write({ issuedBounds: "../2021-03-01" })).not.toHaveProperty("issued")
})

test.each([
  ["2017", { "date-parts": [[2017]] }],
  ["2021-06", { "date-parts": [[2021, 6]] }],
  ["2021-06-17T09:30Z", { "date-parts": [[2021, 6, 17]] }],
  ["1971-08~", { "date-parts": [[1971, 8]], circa: true }],
  ["1971?", { "date-parts": [[1971]], circa: true }],
  [
    "2021-06-15/2021-06-16",
    {
      "date-parts": [
        [2021, 6, 15],
        [2021, 6, 16],
      ],
    },
  ],
  [
    "2021-06/..",
    {
      "date-parts": [
        [2021, 6],
        [0, 0],
      ],
    },
  ],
])("%s is as exact as it is", (issued, parts) => {
  expect(write({ issued }).issued).toEqual(parts)
})

test("the ends of an interval are equally exact, for a processor refuses others", () => {
  expect(write({ issued: "2020-12-05/2021-01" }).issued).toEqual({
    "date-parts": [
      [2020, 12],
      [2021, 1],
    ],
  })
  expect(write({ issued: "2021-06-15/2021" }).issued).toEqual({ "date-parts": [[2021]] })
})

test("a list is an array, also of one item and of none", () => {
  expect(JSON.parse(csl.serializeItem(citable(), aFeed([])))).toHaveLength(1)
  expect(csl.serialize(aFeed([]))).toBe("[]\n")
})

test("what is not known has no key", () => {
  expect(write({})).toEqual({
    id: "nd-a-000000f1",
    "citation-key": "nd-a-000000f1",
    type: "report",
    title: "A",
    URL: "https://example.org/en/news/a",
    language: "en",
  })
})

test("whoever is neither author, editor nor translator has had another part in it", () => {
  const contributors = [{ name: "Studio A", type: "Organization", role: "illustrator" }]
  expect(write({ contributors })).toMatchObject({ contributor: [{ literal: "Studio A" }] })
})

test("a cancelled meeting says so, in the item's language", () => {
  expect(write({ kind: "event", eventStatus: "EventCancelled" }).status).toBe("cancelled")
  expect(write({ kind: "event", eventStatus: "EventCancelled", locale: "fr" }).status).toBe("annulé")
})

test("whatever the texts, it is JSON that has them as they were", () => {
  fc.assert(
    fc.property(hostileCitation, (item) => {
      const [{ title, abstract }] = JSON.parse(csl.serialize(aFeed([item])))
      expect(title.startsWith(item.title)).toBe(true)
      expect(abstract).toBe(item.summary)
    }),
  )
})
