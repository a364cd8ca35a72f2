import fc from "fast-check"
import { expect, test } from "vitest"
import { analyse, tokensIn } from "./analyse.js"
import { anyText } from "../../test/any-text.js"
import { rememberingTokens } from "./remembered-tokens.js"
import { tokenText } from "./token-text.js"

/** The tokens of texts, one after the other, as a list. */
function remembering(tokensOf: (piece: string) => string[]): (text: string) => string[] {
  const add = rememberingTokens(tokensOf)
  return (text) =>
    tokenText((into) => add(text, into))
      .split(" ")
      .filter((token) => token !== "")
}

test("a piece is asked for once, and its tokens given wherever it stands", () => {
  const asked: string[] = []
  const tokensOf = remembering((piece) => {
    asked.push(piece)
    return [piece.toUpperCase()]
  })
  expect(tokensOf("a, b (a) l’œuvre!b")).toEqual(["A", "B", "A", "L’ŒUVRE", "B"])
  expect(tokensOf("")).toEqual([])
  expect(asked).toEqual(["a", "b", "l’œuvre"])
})

test("two words of one hash are two words", () => {
  const tokensOf = remembering((piece) => [piece])
  // By the hash of Java's strings, which this is, these are the same.
  expect(tokensOf("Aa BB AaAa BBBB AaBB Aa")).toEqual(["Aa", "BB", "AaAa", "BBBB", "AaBB", "Aa"])
})

test("more different words than are remembered are told apart all the same", () => {
  const tokensOf = remembering((piece) => [piece])
  const words = Array.from({ length: 80_000 }, (_, n) => `w${n.toString(36)}`)
  expect(tokensOf([...words, ...words].join(" "))).toEqual([...words, ...words])
})

test("tokens alone are those of the words where they stand, in any text", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("en", "fr", "de"), (text, locale) => {
      expect(tokensIn(text, locale)).toEqual(analyse(text, locale).map(({ token }) => token))
    }),
    { numRuns: 500 },
  )
})
