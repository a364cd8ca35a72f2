import { type Item, labelOf, nearest, topics } from "@pg/domain"
import { insertRows } from "../insert-rows.js"
import type { Db } from "../schema.js"
import { fold } from "./analyse.js"

/**
 * Keeps the words of items' titles and topics as they are written, in lower case, for what is misspelt in a question. A
 * word stays when no item has it any more: it is tried before it is offered. Gives those that it has not been told of by
 * `rememberWords`.
 */
export async function addWords(trx: Db, items: readonly Item[]): Promise<Set<string>> {
  const words = wordsOf(items, knownTo(trx))
  const rows = [...words].filter(canBeGuessed).map((word) => ({ folded: fold(word), word }))
  await insertRows(
    trx,
    "words",
    rows.map((row) => ({ length: row.folded.length, ...row })),
    "on conflict do nothing",
  )
  return words
}

/** The words of items' titles and topics, in lower case, but for those that are known. */
export function wordsOf(items: readonly Item[], known: ReadonlySet<string> = new Set()): Set<string> {
  const words = new Set<string>()
  for (const text of new Set(items.flatMap(textsOf)))
    for (const word of text.toLowerCase().match(wordPattern) ?? []) if (!known.has(word)) words.add(word)
  return words
}

/** Words that need not be added again; only after the transaction that added them is committed. */
export function rememberWords(db: Db, words: ReadonlySet<string>): void {
  const known = knownTo(db)
  if (known.size + words.size > mostRemembered) known.clear()
  for (const word of words) known.add(word)
}

const mostRemembered = 50_000

/** By the part of Kysely that the connections of one database share. */
const remembered = new WeakMap<object, Set<string>>()

function knownTo(db: Db): Set<string> {
  const { adapter } = db.getExecutor()
  const known = remembered.get(adapter) ?? new Set()
  remembered.set(adapter, known)
  return known
}

/**
 * The words of the archive that a word may have been meant for, the nearest first, by `nearest` without accents; of
 * several spellings that differ in these, the one that is nearest with them.
 */
export async function wordsNear(db: Db, word: string, most: number): Promise<string[]> {
  const folded = fold(word)
  const known = Map.groupBy(await readLike(db, folded), (row) => row.folded)
  known.delete(folded)
  const near: string[] = []
  while (near.length < most) {
    const next = nearest(folded, known.keys())
    if (next === undefined) break
    const spellings = known.get(next)?.map((row) => row.word) ?? []
    near.push(nearest(word, spellings) ?? spellings[0] ?? next)
    known.delete(next)
  }
  return near
}

/** Words of three letters or more; what has a digit in it is not to be guessed. */
export const canBeGuessed = (word: string): boolean => /^\p{L}[\p{L}\p{M}]{2,39}$/u.test(word)

const mostRead = 20_000

/** Words of about the same length that begin or end like one. */
function readLike(db: Db, folded: string): Promise<{ folded: string; word: string }[]> {
  const edits = Math.floor(folded.length / 3)
  const [first = "", last = ""] = [folded.at(0), folded.at(-1)]
  return db
    .selectFrom("words")
    .select(["folded", "word"])
    .where("length", ">=", folded.length - edits)
    .where("length", "<=", folded.length + edits)
    .where((eb) => eb.or([eb("folded", "like", `${first}%`), eb("folded", "like", `%${last}`)]))
    .orderBy("length")
    .orderBy("folded")
    .orderBy("word")
    .limit(mostRead)
    .execute()
}

const textsOf = ({ title, topics: ids, locale }: Item) => [title, ...ids.map((id) => labelOf(topics, id, locale))]

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu
