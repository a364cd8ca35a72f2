import { expect, test } from "vitest"
import { clean, readText, spanOf } from "./text.js"

test("columns count UTF-16 code units, and a byte order mark is one", () => {
  expect(spanOf(readText("\ufeff😀a"), { start: 3, end: 4 })).toEqual({ line: 1, column: 4, text: "a" })
})

test("LF, CRLF and CR each end a line", () => {
  expect(spanOf(readText("a\nb\r\nc\rd"), { start: 7, end: 8 })).toEqual({ line: 4, column: 1, text: "d" })
})

test("blanks become single spaces, but for the no-break space beside French punctuation", () => {
  expect(clean(" a\u00a0\t b\u2003c ")).toBe("a b c")
  expect(clean("« a »\u00a0: b\u202f; 10\u00a0h")).toBe("« a »\u00a0: b\u202f; 10 h")
  expect(clean("«\u00a0a\u00a0»")).toBe("«\u00a0a\u00a0»")
  expect(clean("zero\u200bwidth")).toBe("zerowidth")
})

test("quotes, dots and typing mistakes stay as they are", () => {
  expect(clean('"Hepatis’’ , ...')).toBe('"Hepatis’’ , ...')
})
