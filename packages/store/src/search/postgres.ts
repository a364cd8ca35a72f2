import { sql } from "kysely"
import type { Groups, SearchIndex } from "../engine.js"

/**
 * An array of our own tokens under a GIN index. Not a tsvector: that would have to quote them, ends at 1 MB, and its
 * positions and ranks are not asked for.
 */
export const postgresSearch: SearchIndex = {
  matching: (groups) => sql<number>`(select number from search where ${hasOneOf(groups)})`,
  matches: (groups, number) =>
    sql`exists (select 1 from search where search.number = ${number} and (${hasOneOf(groups)}) limit 1 offset 0)`,
  clear: async (trx) => {
    await sql`truncate search`.execute(trx)
  },
  remove: async (trx, numbers) => {
    await sql`delete from search where number = any(${numbers}::integer[])`.execute(trx)
  },
  add: async (trx, entries) => {
    if (entries.length > 0)
      await sql`insert into search (number, tokens) values ${sql.join(
        entries.map(({ number, tokens }) => sql`(${number}::integer, ${tokens}::text[])`),
      )}`.execute(trx)
  },
}

const hasOneOf = (groups: Groups) =>
  sql.join(
    groups.map((tokens) => sql`tokens @> ${tokens}::text[]`),
    sql` or `,
  )
