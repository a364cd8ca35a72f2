import { sql } from "kysely"
import type { Db } from "../schema.js"
import { documentOf } from "../search/document.js"
import { parseTerms } from "../terms.js"
import { compareRows } from "./compare-rows.js"
import { listedItems } from "./listed-items.js"
import { type Row, rowsOf } from "./rows-of.js"

/** The numbers of the items that an index of searches has otherwise than the items of a scratch database give it. */
export const compareSearch = { sqlite: compareSqlite, postgres: comparePostgres }

async function comparePostgres(scratch: Db, db: Db): Promise<Set<number>> {
  const table = rowsOf(db, { table: "search", keys: ["number"] })
  const numbers = new Set<number>()
  for await (const { row } of compareRows(documents(scratch), table, ["number"])) numbers.add(Number(row["number"]))
  return numbers
}

/**
 * First word by word, by sums over the places where each stands, which SQLite makes by itself; then, of words whose sums
 * differ, place by place. To hand over each place of each word costs fifty times as much.
 */
async function compareSqlite(scratch: Db, db: Db): Promise<Set<number>> {
  for (const index of [scratch, db]) await openIndex(index)
  const terms: string[] = []
  for await (const { row } of compareRows(sums(scratch), sums(db), ["term"]))
    if (terms.length < mostLookedInto) terms.push(String(row["term"]))
  const numbers = new Set<number>()
  for (const term of terms)
    for await (const { row } of compareRows(places(scratch, term), places(db, term), ["doc", "offset"]))
      numbers.add(Number(row["number"]))
  return numbers
}

/** An index that was emptied differs in each word: the items of so many are enough to say so. */
const mostLookedInto = 1000

/** FTS5's own lists of what it holds, in the order of words: one of words, one of each place of each word. */
async function openIndex(db: Db): Promise<void> {
  for (const type of ["row", "instance"])
    await sql`create virtual table if not exists ${sql.table(`temp.search_${type}`)} using fts5vocab(main, search, ${sql.lit(type)})`.execute(
      db,
    )
}

const prime = 1_000_000_007

async function* sums(db: Db): AsyncGenerator<Row, void, undefined> {
  const placed = sql<string>`(select count(*) || ' ' || sum(doc % ${sql.lit(prime)} * ("offset" + 1) % ${sql.lit(prime)})
    || ' ' || sum((doc % ${sql.lit(prime)}) * (doc % ${sql.lit(prime)}) % ${sql.lit(prime)} * ("offset" + 7) % ${sql.lit(prime)})
    from temp.search_instance as place where place.term = word.term)`
  const words = db
    .selectFrom(sql<{ term: string }>`temp.search_row`.as("word"))
    .select(["word.term", placed.as("places")])
  yield* words.stream()
}

async function* places(db: Db, term: string): AsyncGenerator<Row, void, undefined> {
  const all = db
    .selectFrom(sql<{ term: string; doc: number; offset: number }>`temp.search_instance`.as("place"))
    .select(["place.doc", "place.offset"])
    .where("place.term", "=", term)
  for await (const { doc, offset } of all.stream()) yield { number: doc & 536_870_911, doc, offset }
}

/** What the index should hold of each listed item. */
async function* documents(scratch: Db): AsyncGenerator<Row, void, undefined> {
  for await (const { number, place, terms, item } of listedItems(scratch)) {
    const { title, tokens } = documentOf(item, parseTerms(terms))
    yield { number, place, title: ` ${title} `, tokens: ` ${tokens} ` }
  }
}
