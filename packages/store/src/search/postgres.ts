import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { SearchIndex } from "../engine.js"
import { insertValues } from "../insert-rows.js"
import type { Expression } from "./expression.js"

/**
 * An array of our own tokens, in their order, under a GIN index. Not a tsvector: that would have to quote them, ends at
 * 1 MB, and forgets positions beyond the 16,383rd.
 */
export const postgresSearch: SearchIndex = {
  place: sql`search.place`,
  number: sql`search.number`,
  meets: conditionOf,
  itemMeets: (asked) =>
    sql`exists (select 1 from search where search.number = i.number and ${conditionOf(asked)} limit 1 offset 0)`,
  clear: async (trx) => {
    await sql`truncate search`.execute(trx)
  },
  remove: async (trx, numbers) => {
    await sql`delete from search where number = any(${numbers}::integer[])`.execute(trx)
  },
  add: async (trx, entries) => {
    await insertValues(
      trx,
      { table: "search", columns: ["number", "place", "tokens"] },
      entries.map(({ number, place, tokens }) => [number, BigInt(place), tokens]),
    )
  },
}

/** The index finds rows with all the tokens of a phrase; whether they stand side by side is read in the row. */
function conditionOf(asked: Expression): RawBuilder<SqlBool> {
  if ("is" in asked) {
    const has = sql<SqlBool>`search.tokens @> ${asked.is}::text[]`
    const text = ` ${asked.is.join(" ")} `
    return asked.is.length === 1
      ? has
      : sql`(${has} and position(${text} in ' ' || array_to_string(search.tokens, ' ') || ' ') > 0)`
  }
  if ("all" in asked) return sql`(${sql.join(asked.all.map(conditionOf), sql` and `)})`
  if ("any" in asked) return sql`(${sql.join(asked.any.map(conditionOf), sql` or `)})`
  return sql`(${conditionOf(asked.some)} and not ${conditionOf(asked.not)})`
}
