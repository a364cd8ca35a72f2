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

/**
 * With which letters words may begin, two by two: 1 where they may. Letters are told apart by five bits of their code, in
 * which both cases are one; what else they are the same as does no harm, since the words themselves are looked at then.
 */
export type Beginnings = Uint8Array

/**
 * How a word may begin that has one of some tokens or is written in one of some ways. A stem ends in up to two letters that
 * its word does not have there, and has the first one always (`pieces.test.ts`).
 */
export function beginningsOf(tokens: readonly string[], written: readonly string[]): Beginnings {
  const stems = tokens.map((token) => token.slice(token.indexOf(".") + 1))
  const sure = [...stems.map((stem) => stem.slice(0, Math.max(1, stem.length - 2))), ...written]
  const beginnings: Beginnings = new Uint8Array(32 * 32)
  for (const text of sure) {
    const first = text.charCodeAt(0)
    const second = text.length > 1 ? text.charCodeAt(1) : undefined
    // What begins beyond ASCII is looked at in any case.
    if (first >= 128) continue
    if (second === undefined) beginnings.fill(1, pairOf(first, 0), pairOf(first, 31) + 1)
    else for (const one of [second, unsure]) if (one < 128) beginnings[pairOf(first, one)] = 1
  }
  return beginnings
}

const apostrophe = 39
/** Of a second letter: there is none, or it is not in ASCII and may be any. No letter or digit has these five bits. */
const unsure = 0

const pairOf = (first: number, second: number) => (first & 31) * 32 + (second & 31)

const mayBegin = (beginnings: Beginnings, first: number, second: number) =>
  first >= 128 || beginnings[pairOf(first, second < 128 ? second : unsure)] === 1

const allCodes = Array.from({ length: 128 }, (_, code) => code)
const anyhow: Beginnings = new Uint8Array(32 * 32).fill(1)

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
