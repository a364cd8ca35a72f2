import { describe, expect, test } from "vitest"
import { line, lines } from "./text.js"
import { Url } from "./url.js"

const refusal = (schema: ReturnType<typeof line>, text: string) => schema.safeParse(text).error?.issues[0]?.message

const never = [
  "\u0000",
  "\u0007",
  "\u001f",
  "\u007f",
  "\u0085",
  "\ud800",
  "\udc00",
  "\ufffe",
  "\uffff",
  "\u202d",
  "\u202e",
]

describe.each([
  ["a line", line(100)],
  ["a text of several lines", lines(100)],
] as const)("%s", (_, schema) => {
  test.each(never.map((one) => [one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"), one]))(
    "has no U+%s, wherever it stands, and is told which and where",
    (code, one) => {
      for (const [text, place] of [
        [one, 1],
        [`${one}a`, 1],
        [`a${one}b`, 2],
        [`ab${one}`, 3],
      ] as const)
        expect(refusal(schema, text)).toMatch(new RegExp(`^has U\\+${code} as its character ${place}, which no `))
    },
  )

  test.each(["\u200b", "\u200d\u2060", "\u00ad", "\u200b \u200e", "\u3164"])(
    "shows something: not %j alone",
    (text) => {
      expect(refusal(schema, text)).toBe("must have something in it that can be seen")
    },
  )

  test.each(["a", "a\u200db", "\u200fשלום", "\u2067שלום\u2069", "👩‍👩‍👧", "a\u00adb", "a\u00a0b", "😀"])(
    "takes %j",
    (text) => {
      expect(refusal(schema, text)).toBe(undefined)
    },
  )
})

test("one line has no line end of any kind, no tab, and no space at its ends", () => {
  for (const one of ["\n", "\r\n", "\t", "\u2028", "\u2029"])
    expect(refusal(line(9), `a${one}b`)).toContain("no line of text")
  for (const text of [" a", "a ", "\u00a0a", "a\ufeff"])
    expect(refusal(line(9), text)).toBe("must be one line with no space at its ends")
})

test("several lines have line feeds, tabs, and the separators of lines", () => {
  for (const text of ["a\nb", "\ta\n", "a\u2028b", "\u2029a", " a "]) expect(refusal(lines(9), text)).toBe(undefined)
  expect(refusal(lines(9), "\u2028")).toBe("must have something in it that can be seen")
})

test("a million characters are judged in one going over, also where the last is wrong", () => {
  const start = performance.now()
  for (const text of ["a".repeat(1_000_000), " ".repeat(1_000_000), "\u200b".repeat(1_000_000)])
    for (const end of ["", "\u0000", "a", "a\u0000"]) lines(2_000_000).safeParse(text + end)
  expect(performance.now() - start).toBeLessThan(3000)
})

test.each([
  "https://x.org:99999/",
  "https://999.999.999.999/",
  "https://[::1",
  "https://a%00b/",
  "https://a\u0000b/",
  "https://\ud800/",
  "https://example.org/\ud800",
  "https://example.org/\u0000",
  "https://exa mple.org/",
  " https://example.org/",
])("%j is no web address: no browser could follow it", (url) => {
  expect(Url.safeParse(url).error?.issues).toMatchObject([{ message: expect.stringMatching(/^must be an /) }])
})

test.each(["https://example.org", "http://[::1]:8080/a?b#c", "https://münchen.example/ö", "HTTPS://EXAMPLE.org/%"])(
  "%s is a web address, and is kept as it is",
  (url) => {
    expect(Url.parse(url)).toBe(url)
  },
)
