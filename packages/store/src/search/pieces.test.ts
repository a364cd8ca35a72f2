import fc from "fast-check"
import { expect, test } from "vitest"
import { analyse, languages } from "./analyse.js"
import { anyText } from "../../test/any-text.js"
import { beginningsOf, nextPiece } from "./pieces.js"

function wordsIn(text: string, language: (typeof languages)[number], beginnings?: Uint8Array) {
  const words = []
  for (let piece = nextPiece(text, language, 0, text.length, beginnings); piece; ) {
    const { words: found, written, at } = piece
    words.push(...found.map(({ token, from, to }) => ({ token, from: from + at, to: to + at })))
    piece = nextPiece(text, language, at + written.length, text.length, beginnings)
  }
  return words
}

test("the words of a text are those of its pieces", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...languages), (text, language) => {
      expect(wordsIn(text, language)).toEqual(analyse(text, language))
    }),
    { numRuns: 500 },
  )
})

test("a word is found by the beginnings of its token, whatever its stem has in the place of its end", () => {
  const ends =
    "s ies ed ing ational izer bli iviti biliti logi y ly ement amment emment euse aux ance ité ivement ière ée"
  const letter = fc.constantFrom(...Array.from("abcdefghilmnopqrstuvyzéœ9"))
  const word = fc
    .tuple(fc.array(letter, { maxLength: 6 }), fc.array(fc.constantFrom(...ends.split(" ")), { maxLength: 3 }))
    .map(([begin, ends]) => [...begin, ...ends].join(""))
  fc.assert(
    fc.property(fc.oneof(word, anyText), fc.constantFrom(...languages), (text, language) => {
      for (const word of analyse(text, language))
        expect(wordsIn(text, language, beginningsOf([word.token], []))).toContainEqual(word)
    }),
    { numRuns: 5000 },
  )
})

test("a short form is found as it is written, and what begins otherwise is passed over", () => {
  expect(wordsIn("We, who are the WHO", "en", beginningsOf([], ["WHO"])).map(({ token }) => token)).toEqual([
    "en.who",
    "en.who",
  ])
})
