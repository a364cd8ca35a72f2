import { analyse, type Language, type Word } from "./analyse.js"

/** A stretch of a text, from `at` on, and its words, whose places are counted from there. */
export type Piece = { written: string; words: readonly Word[]; at: number }

/**
 * The next piece of a text, from one place to another, both between pieces: of all, or of those in which a word may begin
 * so. Pieces are what stands between everything in ASCII that is neither letter, digit nor apostrophe.
 */
export function nextPiece(
  text: string,
  language: Language,
  from: number,
  to: number,
  beginnings: Beginnings = anyhow,
): Piece | undefined {
  for (let at = from; at < to; at++) {
    const start = at
    let isWanted = false
    for (let isBegin = true; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code < 128 && isBetween[code] === 1) break
      if (isBegin && !isWanted) isWanted = mayBegin(beginnings, code, at + 1 < to ? text.charCodeAt(at + 1) : 0)
      // Beyond ASCII there are letters, and what stands between words.
      isBegin = code >= 128 || code === apostrophe
    }
    if (isWanted) {
      const written = text.slice(start, at)
      return { written, words: wordsOf(written, language), at: start }
    }
  }
  return undefined
}

/** With which letters words may begin, two by two: 1 where they may. */
export type Beginnings = Uint8Array

/**
 * How a word may begin that has one of some tokens or is written in one of some ways. A stem ends in up to two letters that
 * its word does not have there, and has the first one always (`pieces.test.ts`).
 */
export function beginningsOf(tokens: readonly string[], written: readonly string[]): Beginnings {
  const stems = tokens.map((token) => token.slice(token.indexOf(".") + 1))
  const sure = [...stems.map((stem) => stem.slice(0, Math.max(1, stem.length - 2))), ...written]
  const beginnings: Beginnings = new Uint8Array(128 * 128)
  for (const [first = "", second] of sure)
    for (const one of codesOf(first))
      for (const other of second === undefined ? allCodes : [...codesOf(second), unsure])
        beginnings[one * 128 + other] = 1
  return beginnings
}

const apostrophe = 39
/** Of a second letter: there is none, or it is not in ASCII and may be any. */
const unsure = 0

function mayBegin(beginnings: Beginnings, first: number, second: number): boolean {
  return first >= 128 || beginnings[first * 128 + (second < 128 ? second : unsure)] === 1
}

const allCodes = Array.from({ length: 128 }, (_, code) => code)
const anyhow: Beginnings = new Uint8Array(128 * 128).fill(1)

/** A letter's codes in both cases; none for one that is not in ASCII, which such a word does not begin with either. */
const codesOf = (letter: string) =>
  [letter.toLowerCase(), letter.toUpperCase()].map((one) => one.charCodeAt(0)).filter((code) => code < 128)

/** Of what is in ASCII, what stands between words: 1 for all but 0-9, A-Z, a-z and the apostrophe. */
const isBetween = Uint8Array.from(allCodes, (code) => (/[0-9A-Za-z']/.test(String.fromCharCode(code)) ? 0 : 1))

const remembered: Record<Language, Map<string, readonly Word[]>> = { en: new Map(), fr: new Map(), "": new Map() }
const mostRemembered = 20_000
const longestRemembered = 64

function wordsOf(piece: string, language: Language): readonly Word[] {
  const ofLanguage = remembered[language]
  const known = ofLanguage.get(piece)
  if (known) return known
  const words = analyse(piece, language)
  if (ofLanguage.size >= mostRemembered) ofLanguage.clear()
  if (piece.length <= longestRemembered) ofLanguage.set(piece, words)
  return words
}
