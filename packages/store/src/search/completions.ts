import type { Db } from "../schema.js"
import { fold, languages, tokensIn } from "./analyse.js"
import { canBeGuessed } from "./words.js"

/**
 * A `q` cut into its last word, which is still being written, and all before it; `undefined` where it ends otherwise, or in
 * what is not wanted.
 */
export function cutLastWord(q: string): { before: string; word: string } | undefined {
  const word = /[\p{L}\p{M}]+$/u.exec(q)?.[0] ?? ""
  const before = q.slice(0, q.length - word.length)
  return canBeGuessed(`${word}aa`) && !/(?:^|\s)-$/.test(before) ? { before, word } : undefined
}

/**
 * The words of titles and topics that begin like one, accents aside; the shortest first, at most `most`, and of those that find
 * the same only one.
 */
export async function wordsBeginning(db: Db, beginning: string, most: number): Promise<string[]> {
  const folded = fold(beginning)
  const lengths = Array.from({ length: longestEnding }, (_, more) => folded.length + more)
  const rows = await db
    .selectFrom("words")
    .select(["folded", "word"])
    .where("length", "in", lengths)
    .where("folded", ">=", folded)
    .where("folded", "<", `${folded}\u{10ffff}`) // as a range, since no database looks for a pattern in an index unasked
    .orderBy("length")
    .orderBy("folded")
    .orderBy("word")
    .limit(most)
    .execute()
  const words: string[] = []
  for (const { word } of rows) if (!words.some((known) => findsTheSame(known, word))) words.push(word)
  return words
}

/** The singular and the plural, with accents and without: in one language or another they are one word. */
const findsTheSame = (word: string, other: string) =>
  languages.some((language) => tokensIn(word, language).join() === tokensIn(other, language).join())

/** In letters: what a word is completed by at most. */
const longestEnding = 16
