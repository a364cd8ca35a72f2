import type { Db } from "../schema.js"
import { fold, languages, tokensIn } from "./analyse.js"
import { canBeGuessed } from "./words.js"

/** A `q` cut into its last word, which is still being written, and all before it; `undefined` where it ends otherwise. */
export function cutLastWord(q: string): { before: string; word: string } | undefined {
  const word = /[\p{L}\p{M}]+$/u.exec(q)?.[0] ?? ""
  return canBeGuessed(`${word}aa`) ? { before: q.slice(0, q.length - word.length), word } : undefined
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
    .where("folded", "like", `${folded}%`)
    .orderBy("length")
    .orderBy("folded")
    .orderBy("word")
    .limit(most)
    .execute()
  const words = new Map<string, string>()
  for (const { word } of rows) if (!words.has(stemsOf(word))) words.set(stemsOf(word), word)
  return [...words.values()]
}

/** Words that have the same find the same: the singular and the plural, with accents and without. */
const stemsOf = (word: string) => languages.map((language) => tokensIn(word, language).join()).join(" ")

/** In letters: what a word is completed by at most. */
const longestEnding = 16
