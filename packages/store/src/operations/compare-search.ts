import { sql } from "kysely"
import type { Item } from "@pg/domain"
import type { Db } from "../schema.js"
import { documentOf } from "../search/document.js"
import { parseTerms } from "../terms.js"
import { compareRows, type Difference } from "./compare-rows.js"
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
  for (let after = 0; ; ) {
    const rows = await scratch
      .selectFrom("items")
      .innerJoin("revisions", "revisions.seq", "items.seq")
      .select(["items.number", "items.place", "items.terms", "revisions.item"])
      .where("items.number", ">", after)
      .where("items.listed", "=", 1)
      .orderBy("items.number")
      .limit(500)
      .execute()
    for (const { number, place, terms, item } of rows) {
      const { title, tokens } = documentOf(JSON.parse(item) as Item, parseTerms(terms))
      yield { number, place, title: ` ${title} `, tokens: ` ${tokens} ` }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.number
  }
}
