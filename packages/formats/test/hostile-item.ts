import { type Item, parseItem } from "@pg/domain"
import fc from "fast-check"
import { exampleNames, exampleOf } from "./examples.js"

/** What ends, begins or disturbs something in one format or another. */
const hostile = [
  ["]]>", "<![CDATA[", "<!--", "-->", "<?x?>", "<b>", "</title>", "&amp;", "&lt", "&#0;", "&#x41;", "&copy;"],
  ['""', "<script>alert(1)</script>", "{{a}}", "a@b.example", "https://a.example", "www.a.example"],
  Array.from("\"'|,;\\\t\n\r=+-@＝`*_~#>!$^:{}[]()<&"),
  ["\r\n", "\n\n", "    a", "\n    a", "\n# a", "\n- a", "\n1. a", "\n1) a", "\n> a", "\n---", "\n===", "\n```\n"],
  ["*a*", "__a__", "~~a~~", "[a](b)", "![a](b)", "\n[a]: b", "[^1]", "[ ] a", "<https://a.example>", "a | b\n- | -"],
  ["=cmd|' /C calc'!A1", "+1", "-1", "@SUM(A1)", "'=1", "\\|", "\\\\", "$a$"],
  ["\u0000", "\u0001", "\u000b", "\u001f", "\u007f", "\u0085", "\u00a0", "\u2028", "\ufeff", "\ufffe", "\uffff"],
  ["\ud800", "\udfff", "\u202e", "\u2066", "\u200f", "\u0301", "é", "中", "😀", "a".repeat(5000)],
].flat()

/** Texts that no item has: with control characters and all. */
const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""))

/** What of a text a line of an item's can have. */
export const lineOf = (text: string): string => {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202d\u202e\ufffe\uffff]+/gu, " ")
    .slice(0, 200)
    .toWellFormed()
    .trim()
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(line) ? line : "A"
}

/** Items of every kind whose texts are hostile, control characters and all: `parseItem` would take none of them. */
export const hostileItem: fc.Arbitrary<Item> = itemWith(anyText)

/** Items that `parseItem` takes, with texts as hostile as an item's can be. */
export const validItem: fc.Arbitrary<Item> = itemWith(anyText.map(lineOf)).map((item) => parseItem(item))

/** The fields in which people write what they like. */
const free = new Set(
  "kicker title subtitle summary body alt credit venue city name audience fee publisher edition bodies people organisers".split(
    " ",
  ),
)

function itemWith(text: fc.Arbitrary<string>): fc.Arbitrary<Item> {
  return fc
    .record({
      example: fc.constantFrom(...exampleNames.map(exampleOf)),
      texts: fc.array(text, { minLength: 1, maxLength: 9 }),
    })
    .map(({ example, texts }) => {
      let next = 0
      const item = { ...example, summary: "A", body: "A", bodies: ["A"], people: ["A", "B"] }
      return rewritten(item, () => texts[next++ % texts.length] ?? "")
    })
}

/** The same, with another text wherever there is a free one. */
function rewritten<T>(value: T, text: () => string, isFree = false): T {
  if (typeof value === "string") return (isFree ? text() : value) as T
  if (Array.isArray(value)) return value.map((element) => rewritten(element, text, isFree)) as T
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [key, rewritten(below, text, free.has(key))]),
  ) as T
}
