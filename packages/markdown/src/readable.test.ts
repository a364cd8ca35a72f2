import { expect, test } from "vitest"
import { isReadable } from "./readable.js"

const rows = (count: number, row: string) => `${row}\n`.repeat(count)
const table = (columns: number, count: number) =>
  `${"|a".repeat(columns)}\n${"|-".repeat(columns)}\n${rows(count, "|a".repeat(columns))}`

/** Each took seconds to minutes, or all memory, when it was read. */
test.each([
  ["a table of thousands of columns", `${"|a".repeat(5000)}\n${"|-".repeat(5000)}\n${rows(9000, "|a")}`],
  ["short rows below a wide head", `${"|a".repeat(50)}\n${"|-".repeat(50)}\n${rows(9000, "|a")}`],
  ["lists in lists", `${"- ".repeat(24_500)}a`],
  ["numbered lists in lists", `${"1. ".repeat(16_000)}a`],
  ["quotations in quotations", ">".repeat(49_000)],
  ["quotations with spaces", "> ".repeat(24_500)],
  ["a list that is indented ever deeper", Array.from({ length: 100 }, (_, n) => `${" ".repeat(2 * n)}- a`).join("\n")],
  ["short quotations, one after the other", "> a\n\n".repeat(9000)],
  ["small tables, one after the other", "|a\n|-\n\n".repeat(6000)],
  ["notes that nobody mentions", Array.from({ length: 3000 }, (_, n) => `[^${n}]: note\n`).join("\n")],
  ["one note that is mentioned without end", `${"a[^1] b\n\n".repeat(4000)}[^1]: note`],
  ["points of a list without end", "- a\n".repeat(9000)],
  ["brackets", "[".repeat(49_000)],
  ["brackets that close", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["emphasis", "*a ".repeat(16_000)],
  [
    "code marks",
    Array.from({ length: 300 }, (_, n) => "`".repeat(n))
      .join(" ")
      .slice(0, 49_000),
  ],
  ["angle brackets", "<".repeat(49_000)],
  ["addresses", "http://a ".repeat(5000)],
  ["footnotes", Array.from({ length: 4000 }, (_, n) => `[^${n}]`).join(" ")],
  ["line breaks", "a  \n".repeat(12_000)],
  ["characters without end", "a".repeat(50_001)],
])("a body of %s is shown as the text that it is, since no page can wait for it", (_, body) => {
  expect(isReadable(body)).toBe(false)
})

test("what people write is read: long texts, tables, lists five deep, many links", () => {
  const points = "- A point of a long list\n".repeat(300)
  const list = Array.from({ length: 5 }, (_, depth) => `${"  ".repeat(depth)}- Point`).join("\n")
  const links = "See [the report](https://example.org/report) and **its** annex. ".repeat(40)
  const text = `${"A sentence that says something. ".repeat(200)}\n\n`.repeat(5)
  expect(isReadable([text, table(12, 80), list, points, "> > A reply", links].join("\n\n"))).toBe(true)
})
