import fc from "fast-check"
import { expect, test } from "vitest"
import { renderPlain } from "./render-plain.js"
import { renderFully } from "./render.js"

test("a text of paragraphs is the same as if it was read as Markdown", () => {
  const text =
    "\n\nThe group met: “six” countries (1971–2021).\n2021 was the 50th year; see 3 - and + and # 4.\n\n\n\nÀ Strasbourg !\n"
  expect(renderPlain(text)).toBe(renderFully(text, "en"))
  expect(renderPlain(text)).toMatch(/^<p>The group.*\n2021.*<\/p>\n<p>À Strasbourg !<\/p>$/)
})

test("whatever is said to be plain is: put together from all that means something in Markdown, and any character", () => {
  const pieces = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        "word",
        " ",
        "\n",
        "\n\n",
        "1",
        ".",
        ")",
        ":",
        "é",
        "!",
        "(",
        "“",
        "\u00A0",
        "\u3000",
        "\u2028",
        "\u0085",
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "-",
        "+",
        "#",
        "=",
        "*",
        "_",
        "`",
        "~",
        "|",
        "<",
        ">",
        "&amp;",
        "[a](b)",
        "@",
        "www.a.org",
        "http://a.org",
        "a@b.org",
        "\\",
        "\t",
        "\r",
        "  ",
        "[^1]",
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 2 }) },
  )
  let plain = 0
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join("").toWellFormed()
      const html = renderPlain(text)
      if (html === undefined) return
      plain++
      expect(html).toBe(renderFully(text, "en"))
    }),
    { numRuns: 5000 },
  )
  expect(plain).toBeGreaterThan(500)
})
