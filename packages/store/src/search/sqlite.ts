import { type RawBuilder, sql } from "kysely"
import type { Position } from "../cursor.js"
import type { Rows, SearchIndex } from "../engine.js"
import { insertValues } from "../insert-rows.js"
import { type Shown, shownColumns } from "../positions.js"
import { prepared } from "../prepared.js"
import type { Expression } from "./expression.js"
import { joinPieces } from "./join-pieces.js"

/** FTS5 over our own tokens, whose tokenizer only cuts at the spaces. It knows an item by its place. */
export const sqliteSearch: SearchIndex = {
  place: sql`search.rowid`,
  number: sql`(search.rowid & 536870911)`,
  found,
  inOrder: (_, asked) => Promise.resolve(found(asked)),
  itemMeets: (asked) => sql`exists (select 1 from search where search match ${matchOf(asked)} and rowid = i.place)`,
  clear: async (trx) => {
    await sql`insert into search (search) values ('delete-all')`.execute(trx)
  },
  tidy: joinPieces,
  remove: async (trx, numbers) => {
    await sql`delete from search where rowid in (
      select place from items where number in (${sql.join(numbers)}))`.execute(trx)
  },
  add: async (trx, entries) => {
    // A row that comes after one with a higher number makes FTS5 write out all that it holds back.
    const inOrder = entries.toSorted((a, b) => a.place - b.place)
    await insertValues(
      trx,
      { table: "search", columns: ["rowid", "tokens"] },
      inOrder.map(({ place, title, tokens }) => [BigInt(place), `${title} ${tokens}`]),
    )
  },
}

function found(asked: Expression): Rows {
  const match = matchOf(asked)
  return {
    prelude: sql``,
    condition: sql`search match ${match}`,
    read: (db, { from, before }, isAscending, limit, what) =>
      firstHits[what ?? "position"][isAscending ? "asc" : "desc"](db, match, BigInt(from), BigInt(before), limit),
  }
}

/** The first hits between two places, as they are asked for most. */
const firstHitsWith = (what: keyof Shown | undefined, direction: RawBuilder<unknown>) =>
  prepared(
    (match: string, from: bigint, before: bigint, limit: number) => sql<Position>`
      select i.issued_key as key, i.id ${what ? shownColumns[what] : sql``} from (
        select (rowid & 536870911) as number from search
        where search match ${match} and rowid >= ${from} and rowid < ${before}
        order by rowid ${direction} limit ${limit}
      ) as hits inner join items as i on i.number = hits.number
      ${what ? sql`inner join texts on texts.number = hits.number` : sql``}`,
  )

const inBothDirections = (what?: keyof Shown) => ({
  asc: firstHitsWith(what, sql`asc`),
  desc: firstHitsWith(what, sql`desc`),
})

const firstHits = { position: inBothDirections(), text: inBothDirections("text"), head: inBothDirections("head") }

/** Tokens have no quotation mark in them, so that within two nothing of them is an operator. */
function matchOf(asked: Expression): string {
  if ("is" in asked) return `"${asked.is.join(" ")}"`
  if ("all" in asked) return `(${asked.all.map(matchOf).join(" AND ")})`
  if ("any" in asked) return `(${asked.any.map(matchOf).join(" OR ")})`
  return `(${matchOf(asked.some)} NOT ${matchOf(asked.not)})`
}
