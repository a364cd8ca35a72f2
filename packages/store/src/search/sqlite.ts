import { sql } from "kysely"
import type { Groups, SearchIndex } from "../engine.js"

/** FTS5 over our own tokens: its tokenizer only cuts at the spaces. */
export const sqliteSearch: SearchIndex = {
  matching: (groups) => sql<number>`(select rowid from search where search match ${matchOf(groups)})`,
  matches: (groups, number) =>
    sql`exists (select 1 from search where search match ${matchOf(groups)} and rowid = ${number})`,
  clear: async (trx) => {
    await sql`insert into search (search) values ('delete-all')`.execute(trx)
  },
  remove: async (trx, numbers) => {
    await sql`delete from search where rowid in (${sql.join(numbers)})`.execute(trx)
  },
  add: async (trx, entries) => {
    for (const { number, tokens } of entries)
      await sql`insert into search (rowid, tokens) values (${number}, ${tokens.join(" ")})`.execute(trx)
  },
}

/** Tokens are letters, digits and dots alone, so that within quotes nothing of them is an operator. */
const matchOf = (groups: Groups) =>
  groups.map((tokens) => `(${tokens.map((token) => `"${token}"`).join(" AND ")})`).join(" OR ")
