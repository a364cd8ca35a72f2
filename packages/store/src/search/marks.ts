import { writtenAs } from "./acronym-forms.js"
import type { Language } from "./analyse.js"
import { type Beginnings, beginningsOf, nextPiece, type Piece } from "./pieces.js"
import type { Phrase } from "./question.js"

/** Where a phrase stands in a text: [from, to) in UTF-16 code units. */
export type Mark = [from: number, to: number]

/** Phrases made ready to be looked for in texts of a language. */
export type Phrases = {
  language: Language
  /** By their first token, the longest first. */
  byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Short forms that are words too, as they are written: each is one word. */
  inCapitals: ReadonlySet<string>
  beginnings: Beginnings
}

/** `among`: others, which are ready and of which these are some, so that what is costly to make is made once. */
export function phrasesOf(phrases: readonly Phrase[], language: Language, among?: Phrases): Phrases {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length)
  const byFirst = Map.groupBy(longestFirst, ([first = ""]) => first)
  const firsts = [...byFirst.keys()]
  const written = firsts.flatMap((first) => writtenAs(first) ?? [])
  return {
    language,
    byFirst,
    inCapitals: new Set(written),
    beginnings: among?.beginnings ?? beginningsOf(firsts, written),
  }
}

/** Where phrases stand in a text, at most so many; of two that begin at one word, the longer. */
export function marksIn(text: string, phrases: Phrases, most = Infinity): Mark[] {
  const marks: Mark[] = []
  let end = 0
  for (let piece = next(text, phrases, 0); piece; piece = next(text, phrases, afterPiece(piece)))
    for (const [index, word] of piece.words.entries()) {
      const begin = piece.at + word.from
      const last = begin < end ? undefined : endOf(phrases, text, piece, index)
      if (last === undefined) continue
      end = last
      if (marks.push([begin, end]) === most) return marks
    }
  return marks
}

/** Whether a phrase may stand in a part of a text: the first word of one does. */
export function mayStandIn(text: string, phrases: Phrases, from: number, to: number): boolean {
  const { byFirst, inCapitals } = phrases
  for (let piece = next(text, phrases, from, to); piece; piece = next(text, phrases, afterPiece(piece), to)) {
    const { words, written } = piece
    if (words.some((word) => byFirst.has(word.token) || inCapitals.has(written.slice(word.from, word.to)))) return true
  }
  return false
}

const next = (text: string, { language, beginnings }: Phrases, from: number, to = text.length) =>
  nextPiece(text, language, from, to, beginnings)

const afterPiece = ({ at, written }: Piece) => at + written.length

/** Where the phrase ends that begins with a word of a piece; `undefined` where none does. */
function endOf({ byFirst, inCapitals, language }: Phrases, text: string, piece: Piece, index: number) {
  const word = piece.words[index]
  if (!word) return undefined
  for (const phrase of byFirst.get(word.token) ?? []) {
    const end = endOfPhrase(phrase, language, text, piece, index)
    if (end !== undefined) return end
  }
  return inCapitals.has(piece.written.slice(word.from, word.to)) ? piece.at + word.to : undefined
}

/** Reads on, word by word, as long as they are those of the phrase. */
function endOfPhrase(phrase: Phrase, language: Language, text: string, first: Piece, index: number) {
  let piece: Piece | undefined = first
  let place = index
  let end: number | undefined
  for (const token of phrase) {
    for (; piece && place >= piece.words.length; place = 0)
      piece = nextPiece(text, language, afterPiece(piece), text.length)
    const word = piece?.words[place++]
    if (!piece || word?.token !== token) return undefined
    end = piece.at + word.to
  }
  return end
}
