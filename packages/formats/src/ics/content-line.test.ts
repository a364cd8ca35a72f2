import fc from "fast-check"
import ICAL from "ical.js"
import { expect, test } from "vitest"
import { component, contentLine, textLine, uriLine } from "./content-line.js"

const octets = (text: string) => new TextEncoder().encode(text).length

/** What a reader that is not ours makes of one line. */
function read(line: string): ICAL.Property {
  const property = new ICAL.Component(ICAL.parse(component("X-TEST", [line])) as unknown[]).getFirstProperty()
  if (property) return property
  throw new Error(`no property in ${line}`)
}

/** Any text that a line can hold: scripts, emoji, what is escaped, line feeds. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "\\",
        ";",
        ",",
        ":",
        '"',
        "^",
        "\n",
        "\\n",
        "é",
        "中",
        "😀",
        "👩‍👩‍👧",
        "a".repeat(70),
        " ",
        "\r\n ",
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join("").replace(/[^\P{Cc}\n]/gu, ""))
const withoutBackslash = (written: string) => written.replaceAll("\\", "/")

test("a line has at most 75 octets, and a character of several octets is never cut in two", () => {
  fc.assert(
    fc.property(text, (value) => {
      const lines = textLine("SUMMARY", value, { LANGUAGE: "fr" }).split("\r\n")
      expect(lines.pop()).toBe("")
      for (const [index, line] of lines.entries()) {
        expect(octets(line)).toBeLessThanOrEqual(75)
        expect(line.isWellFormed()).toBe(true)
        expect(line.startsWith(" ")).toBe(index > 0)
      }
    }),
  )
})

test("a line is folded when it has to be and no sooner", () => {
  expect(contentLine("X", "a".repeat(73))).toBe(`X:${"a".repeat(73)}\r\n`)
  expect(contentLine("X", "a".repeat(74))).toBe(`X:${"a".repeat(73)}\r\n a\r\n`)
  expect(contentLine("X", `${"a".repeat(72)}é`)).toBe(`X:${"a".repeat(72)}\r\n é\r\n`)
  expect(contentLine("X", `${"a".repeat(73)}${"b".repeat(75)}`)).toBe(
    `X:${"a".repeat(73)}\r\n ${"b".repeat(74)}\r\n b\r\n`,
  )
})

test("a text comes out of a reader as it went in", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(read(textLine("SUMMARY", value)).getFirstValue()).toBe(value)
    }),
  )
})

test("commas part the texts of a list, and those within a text do not", () => {
  fc.assert(
    // The reader takes the comma after a text that ends with a backslash, written as two, for part of it.
    fc.property(fc.array(text.map(withoutBackslash), { minLength: 1, maxLength: 5 }), (values) => {
      expect(read(textLine("CATEGORIES", values)).getValues()).toEqual(values)
    }),
  )
})

test("a parameter comes out as it went in, quotes, carets, colons and line feeds too", () => {
  fc.assert(
    // The reader takes a backslash and n in a parameter for a line feed, which no standard says.
    fc.property(text.map(withoutBackslash), (value) => {
      const line = uriLine("CONFERENCE", "https://example.org/?a=b,c;d", { VALUE: "URI", LABEL: value })
      expect(read(line).getFirstParameter("label")).toBe(value)
      expect(read(line).getFirstValue()).toBe("https://example.org/?a=b,c;d")
    }),
  )
})

test("an address cannot begin a line of its own", () => {
  expect(uriLine("URL", "https://example.org/a b\r\nEND:VCALENDAR")).toBe(
    "URL:https://example.org/a%20b%0AEND:VCALENDAR\r\n",
  )
})

test("what no text can hold is left out: control characters and half a pair of surrogates", () => {
  expect(textLine("SUMMARY", "a\u0000b\u001b\ud800c\u007fd\te")).toBe("SUMMARY:abcd\te\r\n")
})
