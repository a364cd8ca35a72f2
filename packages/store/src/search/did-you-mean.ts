import { formatSearch, parseSearch, type SearchTerm } from "@pg/domain"
import { sql } from "kysely"
import type { SearchIndex } from "../engine.js"
import type { Db } from "../schema.js"
import { analyse, languages, tokensIn } from "./analyse.js"
import { readQuestion } from "./question.js"
import { wantedBy } from "./tiers.js"
import { canBeGuessed, wordsNear } from "./words.js"

/**
 * What was probably meant by a `q` that finds nothing: the same with words put right by those of the archive, the nearest
 * first, that `finds` something; `undefined` where none of the first few does. A word that is in many items is right.
 */
export async function didYouMean(
  db: Db,
  search: SearchIndex,
  q: string,
  finds: (q: string) => Promise<boolean>,
): Promise<string | undefined> {
  const terms = parseSearch(q)
  const asked = [...new Set(terms.filter(({ isExcluded }) => !isExcluded).flatMap(wordsOf))]
  if (asked.length > mostWords) return undefined
  const choices = new Map<string, string[]>()
  for (const word of asked) choices.set(word, await choicesFor(db, search, word))
  for (const chosen of combinations(choices).slice(0, mostTried)) {
    const meant = formatSearch(terms.map((term) => (term.isExcluded ? term : corrected(term, chosen))))
    if (meant.length <= longestQ && (await finds(meant))) return meant
  }
  return undefined
}

const mostWords = 8
const mostTried = 12
const longestQ = 200
/** What no more items than these have may be misspelt in them. */
const fewItems = 5

const wordsOf = ({ text }: SearchTerm) => analyse(text, "").map(({ from, to }) => text.slice(from, to))

/** The words that may have been meant by one, the likeliest first: itself too, unless no item has it. */
async function choicesFor(db: Db, search: SearchIndex, word: string): Promise<string[]> {
  if (!canBeGuessed(word)) return [word]
  const items = await countItems(db, search, word)
  const itself = items === 0 ? [] : [word]
  if (items > fewItems) return itself
  const others = await wordsNear(db, word, 4)
  return [...itself, ...others.filter((other) => languages.some((one) => !isSame(other, word, one)))]
}

const isSame = (word: string, other: string, language: string) =>
  tokensIn(word, language).join() === tokensIn(other, language).join()

async function countItems(db: Db, search: SearchIndex, word: string): Promise<number> {
  const { prelude, condition } = search.found(wantedBy(readQuestion(`"${word}"`)))
  const { rows } = await sql<{ count: number | string }>`
    ${prelude} select count(*) as count from (
      select 1 as one from search where ${condition} limit ${fewItems + 1}
    ) as hits`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** All ways to choose a word for each, those with the likeliest first; the first choice of each by itself is not meant. */
function combinations(choices: ReadonlyMap<string, readonly string[]>): Map<string, string>[] {
  let chosen: { rank: number; words: Map<string, string> }[] = [{ rank: 0, words: new Map() }]
  for (const [asked, words] of choices)
    chosen = chosen
      .flatMap(({ rank, words: before }) =>
        words.map((word, index) => ({ rank: rank + index, words: new Map(before).set(asked, word) })),
      )
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, mostTried + 1)
  return chosen.map(({ words }) => words).filter((words) => [...words].some(([asked, word]) => asked !== word))
}

/** A term with its words as they were chosen, and all between them as it was. */
function corrected(term: SearchTerm, chosen: ReadonlyMap<string, string>): SearchTerm {
  let text = ""
  let end = 0
  for (const { from, to } of analyse(term.text, "")) {
    const word = term.text.slice(from, to)
    text += term.text.slice(end, from) + (chosen.get(word) ?? word)
    end = to
  }
  return { ...term, text: text + term.text.slice(end) }
}
