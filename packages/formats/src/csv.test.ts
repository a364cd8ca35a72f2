import { type Item, itemFields, parseItem } from "@pg/domain"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { exampleNames, exampleOf } from "../test/examples.js"
import { hostileItem, validItem } from "../test/hostile-item.js"
import { readRow, readTable } from "../test/read-csv.js"
import { csv } from "./csv.js"

const item = (fields: object = {}): Item =>
  parseItem({
    id: "0190b3a5-7c1e-7000-8000-000000000001",
    kind: "event",
    locale: "en",
    slug: "a",
    title: "A",
    ...fields,
  })
const read = (fields: object) => readTable(csv.serialize(aFeed([item(fields)])))[0]

test("each item of a list can be read back from its row", () => {
  const items = exampleNames.map(exampleOf)
  expect(
    readTable(csv.serialize(aFeed(items)))
      .map(readRow)
      .map(parseItem),
  ).toEqual(items)
})

test("whatever its texts are, an item can be read back, and the header is the same", () => {
  fc.assert(
    fc.property(fc.array(validItem, { maxLength: 3 }), (items) => {
      const text = csv.serialize(aFeed(items))
      expect(readTable(text).map(readRow).map(parseItem)).toEqual(items)
      expect(text.split("\r\n")[0]).toBe(csv.serialize(aFeed([])).trimEnd())
    }),
  )
})

test("no text makes a row or a cell of its own, a control character, or what UTF-8 cannot write", () => {
  fc.assert(
    fc.property(hostileItem, (item) => {
      const text = csv.serialize(aFeed([item]))
      const rows: string[][] = parse(text, { record_delimiter: "\r\n" })
      expect(rows).toHaveLength(2)
      expect(text).not.toMatch(/[^\P{Cc}\t\n\r]/u)
      expect(text.isWellFormed()).toBe(true)
    }),
  )
})

test("no cell begins as a formula does", () => {
  fc.assert(
    fc.property(hostileItem, (item) => {
      const rows: string[][] = parse(csv.serialize(aFeed([item])), { record_delimiter: "\r\n" })
      expect(rows.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([])
    }),
  )
  expect(read({ title: "=1+1" })?.["title"]).toBe("'=1+1")
  expect(read({ title: "'s-Hertogenbosch" })?.["title"]).toBe("''s-Hertogenbosch")
})

test("a cell with a comma, a quote or the end of a line is in quotes", () => {
  const titles = ["a,b", 'a"b', "a\nb", "a\rb"].map((title) => ({ ...item(), title }))
  expect(csv.serialize(aFeed(titles, { fields: ["title"] }))).toBe('title\r\n"a,b"\r\n"a""b"\r\n"a\nb"\r\n"a\rb"\r\n')
})

test("an undated item has a row, its date an empty cell, and its bounds a column of their own", () => {
  expect(read({ issuedBounds: "../2021-05-07" })).toMatchObject({
    issued: "",
    issuedBounds: "../2021-05-07",
    "when.start": "",
  })
})

test("dates are as exact in the table as they are in the item", () => {
  expect(read({ issued: "1971-08~", when: { start: "2021-06-15T09:30", timeZone: "Europe/Paris" } })).toMatchObject({
    issued: "1971-08~",
    "when.start": "2021-06-15T09:30",
    "when.timeZone": "Europe/Paris",
  })
})

test("lists have | between their elements, and those of the parts of a thing stand in the same order", () => {
  const sessions = [{ title: "One | two", when: { start: "2021" } }, { title: "Three" }]
  expect(read({ topics: ["prisons", "hiv"], sessions })).toMatchObject({
    topics: "prisons|hiv",
    "sessions.title": String.raw`One \| two|Three`,
    "sessions.when.start": "2021|",
  })
})

test("only the wanted fields have columns, and the address goes with the slug", () => {
  const header = (fields: string[]) => csv.serializeItem(item(), { ...aFeed([]), fields }).split("\r\n")[0]
  expect(header(["id", "title", "when"])).toBe("id,title,when.start,when.end,when.timeZone")
  expect(header(["id", "slug"])).toBe("id,slug,url")
})

test("every field of every kind has a column", () => {
  const columns = csv.serialize(aFeed([])).trimEnd().split(",")
  expect(itemFields.filter((field) => !columns.some((name) => name.split(".")[0] === field))).toEqual([])
})

test("a list of nothing is a header", () => {
  expect(csv.serialize(aFeed([], { fields: ["id", "kind"] }))).toBe("id,kind\r\n")
})
