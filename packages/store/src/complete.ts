import type { ItemQuery } from "@pg/domain"
import { answerOf } from "./answer.js"
import { type Asked, filtersOf } from "./filters.js"
import { cutLastWord, wordsBeginning } from "./search/completions.js"

/**
 * What a `q` may become whose last word is still being written: each finds an item that the question's other filters have
 * too, those that find many first, at most `most`. Words of titles and topics are tried, the shortest first, so many at most.
 */
export async function complete(asked: Asked, query: ItemQuery, most: number): Promise<string[]> {
  const cut = cutLastWord(query.q ?? "")
  if (!cut) return []
  const words = await wordsBeginning(asked.db, cut.word, mostTried)
  const tried = await Promise.all(
    words.map(async (word) => {
      const q = cut.before + word
      return { q, found: q.length > longestQ ? 0 : await countFound(asked, { ...query, q }) }
    }),
  )
  return tried
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found)
    .slice(0, most)
    .map(({ q }) => q)
}

const mostTried = 12
const mostCounted = 50
const longestQ = 200

/** How many items a question has, counted up to some. */
async function countFound(asked: Asked, query: ItemQuery): Promise<number> {
  const other: ItemQuery = { ...query, sort: "-issued" }
  const filters = await filtersOf(asked, other)
  const answer = filters && (await answerOf(asked, other, filters))
  return answer === undefined ? 0 : (await answer.read(undefined, mostCounted)).length
}
