import fc from "fast-check"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { citable } from "../test/citable.js"
import { hostileCitation } from "../test/hostile-citation.js"
import { ris } from "./ris.js"

const linesOf = (fields: object) => ris.serialize(aFeed([citable(fields)])).split("\r\n")
const valuesOf = (tag: string, fields: object) =>
  linesOf(fields).flatMap((line) => (line.startsWith(`${tag}  - `) ? line.slice(6) : []))

test("whatever the texts, there is one tag a line, each record begins with TY and ends with ER", () => {
  fc.assert(
    fc.property(fc.array(hostileCitation, { maxLength: 3 }), (items) => {
      const lines = ris.serialize(aFeed(items)).split("\r\n")
      expect(lines.pop()).toBe("")
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}\p{Zl}\p{Zp}]*$/u)
      const ends = lines.map((line) => line.slice(0, 2)).filter((tag) => tag === "TY" || tag === "ER")
      expect(ends).toEqual(items.flatMap(() => ["TY", "ER"]))
    }),
  )
})

test("an undated item has neither year nor date, for PY is four digits and nothing else", () => {
  expect(linesOf({ issuedBounds: "../2021-03-01" }).filter((line) => /^(PY|DA|Y1)/.test(line))).toEqual([])
})

test.each([
  ["2017", "2017///", "2017"],
  ["2021-06", "2021/06//", "2021"],
  ["2021-06-17", "2021/06/17/", "2021"],
  ["1971-08~", "1971/08//about August 1971", "1971"],
  ["2021-06-15/2021-06-16", "2021/06//15–16 June 2021", "2021"],
  ["2020-12-05/2021-01", "2020///5 December 2020 – January 2021", "2020"],
  ["2021/..", "2021///from 2021", "2021"],
])("of %s the parts that are sure are told as parts, and the rest in words", (issued, date, year) => {
  expect([...valuesOf("DA", { issued }), ...valuesOf("PY", { issued })]).toEqual([date, year])
})

test("a body's name ends in a comma, or readers would take its last word for a family name; a person's does not", () => {
  const contributors = [
    { name: "Council of Europe", type: "Organization" },
    { name: "Example, Ana", type: "Person" },
    { name: "Ana Example", type: "Person" },
  ]
  expect(valuesOf("AU", { contributors })).toEqual(["Council of Europe,", "Example, Ana", "Ana Example"])
})

test("the number of a report is its SN, where anything else has its ISBN", () => {
  const numbers = { reference: "P-PG(2021)4", isbn: "9789287190000" }
  const of = (fields: object) => ["SN", "M1", "N1"].map((tag) => valuesOf(tag, { ...numbers, ...fields }).join())
  expect(of({ type: "study" })).toEqual(["P-PG(2021)4", "", "ISBN 9789287190000"])
  expect(of({ type: "handbook" })).toEqual(["9789287190000", "P-PG(2021)4", ""])
})

test("how many pages there are is said where no reader takes that for a page", () => {
  const tags = (type: string) => linesOf({ type, pages: 120 }).filter((line) => line.endsWith(" 120"))
  expect(["handbook", "brochure", "study"].map(tags)).toEqual([["SP  - 120"], ["M2  - 120"], []])
})

test("each topic is a keyword", () => {
  expect(valuesOf("KW", { topics: ["prisons", "harm-reduction"] })).toEqual(["prisons", "harm reduction"])
})

test("of an event the notes say when and where it takes place, and that it was cancelled", () => {
  const when = { start: "2021-07-15T09:30", timeZone: "Europe/Paris" }
  const event = { kind: "event", when, location: { city: "Vienna", country: "AT" }, eventStatus: "EventCancelled" }
  expect(valuesOf("N1", event)).toEqual(["15 July 2021, 09:30 (Europe/Paris); Vienna, Austria; cancelled"])
  expect(valuesOf("N1", { ...event, locale: "fr" })[0]).toMatch(/Vienna, Autriche; annulé$/)
})
