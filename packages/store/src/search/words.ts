import { type Item, labelOf, topics } from "@pg/domain"
import { sql } from "kysely"
import { inChunks } from "../in-chunks.js"
import type { Db } from "../schema.js"

/**
 * Keeps the words of items' titles and topics as they are written, in lower case, for what is misspelt in a question. A
 * word stays when no item has it any more: it is tried before it is offered.
 */
export async function addWords(trx: Db, items: readonly Item[]): Promise<void> {
  const words = new Set(items.flatMap(wordsOf))
  for (const chunk of inChunks([...words].toSorted(), 200))
    await sql`insert into words (length, word) values ${sql.join(
      chunk.map((word) => sql`(${word.length}, ${word})`),
    )} on conflict do nothing`.execute(trx)
}

/** Words of three letters or more; with a digit in it, a word is not to be guessed. */
function wordsOf({ title, topics: ids, locale }: Item): string[] {
  const texts = [title, ...ids.map((id) => labelOf(topics, id, locale))]
  return texts.flatMap((text) => text.toLowerCase().match(wordPattern) ?? []).filter((word) => word.length >= 3)
}

const wordPattern = /(?<![\p{L}\p{N}\p{M}])\p{L}[\p{L}\p{M}]{0,40}(?![\p{L}\p{N}\p{M}])/gu
