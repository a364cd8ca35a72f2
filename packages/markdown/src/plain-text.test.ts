import fc from "fast-check"
import { expect, test } from "vitest"
import { plainText } from "./plain-text.js"

test.each([
  ["**Six** _countries_ and ***one*** ~~more~~ `code`", "Six countries and one more code"],
  ["**all of *it* here**", "all of it here"],
  ["# Agenda\n\n## Day 1 ##", "Agenda\n\nDay 1 ##"],
  ["Programme\n=========\n\nText\n\n---\n\nMore", "Programme\n\nText\n\nMore"],
  ["> Quoted\n> on", "Quoted\non"],
  ["- one\n- two\n\n1. first", "- one\n- two\n\n1. first"],
  ['See [the page](https://example.org/a_(b) "T") and ![a picture](x.png)', "See the page and a picture"],
  ["[words][ref] and <https://example.org/>\n\n[ref]: https://example.org/b", "words and https://example.org/"],
  ["Said.[^1]\n\n[^1]: By whom.", "Said.[1]\n\n[1] By whom."],
  ["| Day | Room |\n| --- | :-: |\n| 1 | *A* |", "Day · Room\n1 · A"],
  ["```js\nlet a = 1\n```", "let a = 1"],
  ["a\\\nb<br>c <b>d</b><!-- e -->", "a\nb\nc d"],
  ["\\*not\\* stress, AT&amp;T", "*not* stress, AT&T"],
])("the marks of %j are left out", (markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})

test.each(["2 * 3 * 4", "snake_case_name", "a < b and c > d", "5 - 3 = 2", "[sic]", "E=mc², 10 %"])(
  "what is no mark stands: %s",
  (text) => {
    expect(plainText(text)).toBe(text)
  },
)

test("of words and spaces nothing changes, and what is plain stays so", () => {
  const words = fc.array(fc.constantFrom("mot", "été", "12", "ii"), { minLength: 1 }).map((list) => list.join(" "))
  fc.assert(
    fc.property(words, (text) => {
      expect(plainText(text)).toBe(text)
    }),
  )
})

test("a long text made to hold it up does not", () => {
  const started = performance.now()
  const parts = [
    "*a ",
    "_a ",
    "[",
    "[](",
    "`",
    "<a",
    "|",
    "> ",
    "\\",
    "~~a",
    "<!--",
    "[^",
    "\n\n \t",
    "***",
    "[a][",
    " ",
  ]
  for (const part of parts) plainText(`${part.repeat(100_000 / part.length)}x`)
  expect(performance.now() - started).toBeLessThan(2000)
})
