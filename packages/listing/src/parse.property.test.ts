import { parseItem } from "@pg/domain"
import fc from "fast-check"
import { expect, test } from "vitest"
import { languages } from "./languages/all.js"
import { parseListing } from "./parse.js"
import { reprint } from "./reprint.js"
import { findSeparator } from "./separators.js"
import { isBlank, readText, trim } from "./text.js"

const options = { source: "a newsroom", retrievedAt: "2021-09-10T12:00:00Z" }

/** Pieces of which listings, and things like listings, are made. */
const pieces = [
  "May 2021 10:00",
  "14h30",
  "10 am - 12 pm",
  ...languages.flatMap(({ separators }) => separators.slice(0, 2)),
  "16 June 2021 Strasbourg",
  "du 30 juin au 2 juillet 2021, Vienne (Autriche)",
  "31 June 2021",
  "15.-16.06.2021 online",
  "headline 1 March 2021",
  "Vouliagmeni,\t12 March 2021",
  "15 June",
  "June 2021",
  "2021",
  "EN | FR",
  "[EN]",
  "A title about drug policy",
  "Call for applications: the Advanced Prevention Course",
  "Handbook on prevention released",
  "A teaser that tells at some length what the Pompidou Group did in France and in Italy, and then stops...",
  "Un texte assez long sur le Groupe Pompidou et sur les prisons, qui s’arrête avant la fin de sa phrase…",
  "A teaser that ends before its link does and that is long enough to be one, surely... Read more",
  "...",
  "—",
  "\u0000\u0001",
  "\ud800",
  "\u200b",
  "\u00ad",
  "\u202eA title turned round\uffff",
  "🙂",
]
const lineEnd = fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\r", "\n \u00a0\n", "\u2028")
const listings = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 9, arbitrary: fc.constantFrom(...pieces) },
            fc.string({ unit: "grapheme", maxLength: 40 }),
          ),
          lineEnd,
        ),
        { maxLength: 40 },
      )
      .map((lines) => lines.flat().join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
)

test("no text whatever makes the reading throw, and whatever comes out is an item that the domain accepts as it is", () => {
  fc.assert(
    fc.property(listings, (text) => {
      for (const item of parseListing(text, options).items) expect(parseItem(item)).toEqual(item)
    }),
    { numRuns: 1500 },
  )
})

test("the items of a listing, one after the other, are the listing", () => {
  fc.assert(
    fc.property(listings, (text) => {
      const { items } = parseListing(text, options)
      if (items.length > 0) expect(reprint(items)).toBe(text.toWellFormed())
    }),
    { numRuns: 1500 },
  )
})

test("each character that is no blank is in a field, in an issue or in a separator", () => {
  fc.assert(
    fc.property(listings, (given) => {
      const text = readText(given)
      const { raw } = text
      const { items, issues } = parseListing(raw, options)
      const isCovered = new Uint8Array(raw.length)
      for (const { line, column, text: covered } of [
        ...items.flatMap(({ source }) => Object.values(source!.spans)),
        ...issues,
      ]) {
        const start = text.lineStarts[line - 1]! + column - 1
        expect(raw.slice(start, start + covered.length)).toBe(covered)
        isCovered.fill(1, start, start + covered.length)
      }
      for (const [number, start] of text.lineStarts.entries()) {
        const line = trim(raw, { start, end: text.lineStarts[number + 1] ?? raw.length })
        const separator = line.start < line.end ? findSeparator(raw, line) : undefined
        if (separator) isCovered.fill(1, separator.start, separator.end)
      }
      const lost = [...isCovered.keys()].filter((at) => !isCovered[at] && !isBlank(raw.charCodeAt(at)))
      expect(lost.map((at) => raw[at]).join("")).toMatch(/^\p{Default_Ignorable_Code_Point}*$/u)
    }),
    { numRuns: 1500 },
  )
})

test("no two items of a listing share an id, and reading it again gives each the same one", () => {
  fc.assert(
    fc.property(listings, (text) => {
      const ids = parseListing(text, options).items.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(parseListing(text, { ...options, retrievedAt: "2022-01-01T00:00:00Z" }).items.map(({ id }) => id)).toEqual(
        ids,
      )
    }),
    { numRuns: 500 },
  )
})
