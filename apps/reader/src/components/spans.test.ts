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
  expect(readLines({ text, spans })[0]).toEqual({
    number: 1,
    parts: [{ paths: ["title"], parts: ["A title on ", { paths: ["topics.0"], parts: ["prisons"] }] }],
  })
})

test("lines keep the numbers that they have in the whole source", () => {
  const spans = {
    "location.city": { line: 43, column: 14, text: "Strasbourg" },
    issued: { line: 43, column: 1, text: "16 june 2021" },
  }
  const lines = readLines({ text, spans })
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
  expect(readLines({ text, spans })[2]?.parts).toEqual([
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
  const lines = readLines({ text: text.replaceAll("\n", "\r\n"), spans: {} })
  expect(lines.map(({ parts }) => textOf(parts)).join("\n")).toBe(text.trimEnd())
  expect(
    readLines({ text, spans })
      .map(({ parts }) => textOf(parts))
      .join("\n"),
  ).toBe(text.trimEnd())
})
