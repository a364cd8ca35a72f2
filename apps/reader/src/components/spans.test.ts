import { expect, test } from "vitest"
import { type Part, readLines } from "./spans.js"

const textOf = (parts: Part[]): string =>
  parts.map((part) => (typeof part === "string" ? part : textOf(part.parts))).join("")

const text = "A title on prisons\n\n16 june 2021 Strasbourg\n"

test("a span inside another one is a part of it", () => {
  const spans = {
    title: { line: 1, column: 1, text: "A title on prisons" },
    "topics.0": { line: 1, column: 12, text: "prisons" },
  }
  expect(readLines({ text, spans }).lines[0]).toEqual({
    number: 1,
    parts: [{ paths: ["title"], parts: ["A title on ", { paths: ["topics.0"], parts: ["prisons"] }] }],
  })
})

test("lines keep the numbers that they have in the whole source", () => {
  const spans = {
    "location.city": { line: 43, column: 14, text: "Strasbourg" },
    issued: { line: 43, column: 1, text: "16 june 2021" },
  }
  const { lines } = readLines({ text, spans })
  expect(lines.map(({ number }) => number)).toEqual([41, 42, 43])
  expect(lines[2]?.parts).toEqual([
    { paths: ["issued"], parts: ["16 june 2021"] },
    " ",
    { paths: ["location.city"], parts: ["Strasbourg"] },
  ])
})

test("fields read from the same characters share one mark, and crossing spans are cut", () => {
  const spans = {
    issued: { line: 3, column: 1, text: "16 june 2021" },
    when: { line: 3, column: 1, text: "16 june 2021" },
    dateline: { line: 3, column: 4, text: "june 2021 Strasbourg" },
  }
  expect(readLines({ text, spans }).lines[2]?.parts).toEqual([
    { paths: ["issued", "when"], parts: ["16 ", { paths: ["dateline"], parts: ["june 2021"] }] },
    " Strasbourg",
  ])
})

test("no character of the source is lost, whatever the spans say", () => {
  const spans = {
    title: { line: 1, column: 1, text: "A title on prisons\n\n16 june" },
    nowhere: { line: 9, column: 1, text: "x" },
    elsewhere: { line: 1, column: 3, text: "not this" },
  }
  const { lines } = readLines({ text: text.replaceAll("\n", "\r\n"), spans: {} })
  expect(lines.map(({ parts }) => textOf(parts)).join("\n")).toBe(text.trimEnd())
  expect(
    readLines({ text, spans })
      .lines.map(({ parts }) => textOf(parts))
      .join("\n"),
  ).toBe(text.trimEnd())
})

test("a line ends with CR, CRLF or LF, and spans stand after each of them", () => {
  const spans = { title: { line: 7, column: 1, text: "Title" }, issued: { line: 10, column: 4, text: "june" } }
  for (const lineEnd of ["\r", "\r\n", "\n"]) {
    const { lines } = readLines({ text: ["Title", "by X", "", "16 june", "", ""].join(lineEnd), spans })
    expect(lines).toEqual([
      { number: 7, parts: [{ paths: ["title"], parts: ["Title"] }] },
      { number: 8, parts: ["by X"] },
      { number: 9, parts: [] },
      { number: 10, parts: ["16 ", { paths: ["issued"], parts: ["june"] }] },
    ])
  }
})

test("where a span stands on several lines, the others say which one is meant", () => {
  const spans = { kicker: { line: 12, column: 1, text: "NEWS" }, title: { line: 13, column: 1, text: "A title" } }
  expect(readLines({ text: "NEWS\nNEWS\nA title", spans }).lines.map(({ number }) => number)).toEqual([11, 12, 13])
})

test("a long source is read in no time, and cut where it is said to be", () => {
  const long = "A line of text\n".repeat(60_000)
  const spans = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`topics.${index}`, { line: 9 + index, column: 3, text: "line" }]),
  )
  const startedAt = performance.now()
  const { lines, goesOn } = readLines({ text: long, spans }, 200)
  expect(performance.now() - startedAt).toBeLessThan(1000)
  expect([lines.length, goesOn]).toEqual([200, true])
  expect(readLines({ text: `${"x\n".repeat(200)}\n\n`, spans: {} }, 200).goesOn).toBe(false)
})
