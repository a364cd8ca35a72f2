import { sql } from "kysely"
import type { Db } from "../schema.js"
import { documentOf } from "../search/document.js"
import { parseTerms } from "../terms.js"
import { compareRows, type Difference } from "./compare-rows.js"
import { listedItems } from "./listed-items.js"
import { type Row, rowsOf } from "./rows-of.js"

/** Where an index of searches differs from what the items of a scratch database give. Rows have the `number` of an item. */
export const compareSearch = {
  sqlite: (scratch: Db, db: Db) => compareRows(sqliteIndex(scratch), sqliteIndex(db), ["term", "doc", "offset"]),
  postgres: (scratch: Db, db: Db) =>
    compareRows(documents(scratch), rowsOf(db, { table: "search", keys: ["number"] }), ["number"]),
} satisfies Record<string, (scratch: Db, db: Db) => AsyncIterable<Difference>>

/** Every word of the index, with each place where it stands. FTS5 itself lists them, in this order. */
async function* sqliteIndex(db: Db): AsyncGenerator<Row, void, undefined> {
  await sql`create virtual table if not exists temp.search_words using fts5vocab(main, search, instance)`.execute(db)
  const words = db
    .selectFrom(sql<{ term: string; doc: number; offset: number }>`temp.search_words`.as("words"))
    .select(["term", "doc", "offset"])
  for await (const { term, doc, offset } of words.stream()) yield { number: doc & 536_870_911, term, doc, offset }
}

/** What the index should hold of each listed item. */
async function* documents(scratch: Db): AsyncGenerator<Row, void, undefined> {
  for await (const { number, place, terms, item } of listedItems(scratch)) {
    const { title, tokens } = documentOf(item, parseTerms(terms))
    yield { number, place, title: ` ${title} `, tokens: ` ${tokens} ` }
  }
}
