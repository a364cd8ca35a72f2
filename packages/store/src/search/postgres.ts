import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Rows, SearchIndex } from "../engine.js"
import { insertValues } from "../insert-rows.js"
import type { Db } from "../schema.js"
import type { Expression } from "./expression.js"

/**
 * A text of our own tokens, those of the title by themselves because they are looked at most, under a GIN index of them
 * all. Not a tsvector: that would have to quote them, ends at 1 MB, and forgets positions beyond the 16,383rd.
 */
export const postgresSearch: SearchIndex = {
  place: sql`search.place`,
  number: sql`search.number`,
  found,
  inOrder: async (db, asked) => ((await hasFew(db, asked)) ? found(asked) : { prelude: sql``, condition: says(asked) }),
  itemMeets: (asked) =>
    sql`exists (select 1 from search where search.number = i.number and ${says(asked)} limit 1 offset 0)`,
  clear: async (trx) => {
    await sql`truncate search`.execute(trx)
  },
  // The server sees to its index by itself.
  tidy: async () => {},
  remove: async (trx, numbers) => {
    await sql`delete from search where number = any(${numbers}::integer[])`.execute(trx)
  },
  add: async (trx, entries) => {
    await insertValues(
      trx,
      { table: "search", columns: ["number", "place", "title", "tokens"] },
      entries.map(({ number, place, title, tokens }) => [number, BigInt(place), ` ${title} `, ` ${tokens} `]),
    )
  },
}

/** What is read until there are enough would else be read without the index, which gives the first hit after all others. */
function found(asked: Expression): Rows {
  return {
    prelude: sql`with search as materialized (select number, place from search where ${meets(asked)})`,
    condition: sql`true`,
  }
}

/** Up to how many hits it is cheaper to look at all of them than to walk the items in their order. */
const few = 10_000

async function hasFew(db: Db, asked: Expression): Promise<boolean> {
  const { rows } = await sql<{ count: string }>`
    with search as materialized (select number from search where ${has(asked)})
    select count(*) as count from (select 1 from search limit ${few}) as hits`.execute(db)
  return Number(rows[0]?.count) < few
}

/**
 * What the index has found is looked at in the rows where it says too much. It is asked for the whole at once: its
 * conditions among others would be tried on each row again, which costs ten times as much.
 */
const meets = (asked: Expression): RawBuilder<SqlBool> =>
  isSaidByIndex(asked) ? has(asked) : sql`(${has(asked)} and ${says(asked)})`

/** The index knows neither what stands side by side nor what is not there. */
function isSaidByIndex(asked: Expression): boolean {
  if ("is" in asked) return asked.is.length === 1
  if ("all" in asked) return asked.all.every(isSaidByIndex)
  return "any" in asked && asked.any.every(isSaidByIndex)
}

/** What the index alone says: all that meets an expression, and perhaps more. */
function has(asked: Expression): RawBuilder<SqlBool> {
  if ("is" in asked) return sql`string_to_array(search.title || search.tokens, ' ') @> ${asked.is}::text[]`
  if ("all" in asked) return sql`(${sql.join(asked.all.map(has), sql` and `)})`
  if ("any" in asked) return sql`(${sql.join(asked.any.map(has), sql` or `)})`
  return has(asked.some)
}

/** What a row says, without the index. */
function says(asked: Expression): RawBuilder<SqlBool> {
  if ("is" in asked) {
    const column = sql.ref(asked.is.every(isOfTitle) ? "search.title" : "search.tokens")
    return sql`position(${` ${asked.is.join(" ")} `} in ${column}) > 0`
  }
  if ("all" in asked) return sql`(${sql.join(asked.all.map(says), sql` and `)})`
  if ("any" in asked) return sql`(${sql.join(asked.any.map(says), sql` or `)})`
  return sql`(${says(asked.some)} and not ${says(asked.not)})`
}

const isOfTitle = (token: string) => token.includes(":")
