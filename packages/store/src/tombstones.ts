import type { ItemQuery, Tombstone } from "@pg/domain"
import { matcherOf } from "./matches.js"
import { type LineRow, publicLines, toTombstone } from "./public-lines.js"
import { fromRow } from "./row.js"
import type { Db } from "./schema.js"

/**
 * What is left of the items that a question would have, were they still public, as they were last published; the newest
 * first, at most `limit`. Lists keep no terms of what they do not show, so that the items themselves are looked at: the
 * 500 that were taken away last.
 */
export async function tombstones(
  db: Db,
  query: ItemQuery,
  limit: number,
  today: string | undefined,
): Promise<Tombstone[]> {
  return (await takenAway(db, query, limit, today)).map(toTombstone)
}

/** The lines that took these items away. */
export async function takenAway(
  db: Db,
  query: ItemQuery,
  limit: number,
  today: string | undefined,
): Promise<LineRow[]> {
  const matches = matcherOf(query, today)
  const found: LineRow[] = []
  let looked = 0
  for (let before = 2 ** 31 - 1; looked < mostLooked && found.length < limit; ) {
    const rows = await readLast(db, before)
    found.push(...rows.filter((row) => matches(fromRow(row))))
    const last = rows.at(-1)
    if (last === undefined) break
    before = last.seq
    looked += rows.length
  }
  return found.slice(0, limit)
}

const mostLooked = 500
const together = 50

/** The last of the items that were taken away before a line of the log, newest first. */
async function readLast(db: Db, before: number): Promise<LineRow[]> {
  const last = await db
    .selectFrom("items")
    .select("changed_seq as seq")
    .where("listed", "=", 0)
    .where("changed_seq", "<", before)
    .orderBy("changed_seq", "desc")
    .limit(together)
    .$narrowType<{ seq: number }>()
    .execute()
  if (last.length === 0) return []
  const seqs = last.map(({ seq }) => seq)
  return publicLines(db).where("line.seq", "in", seqs).orderBy("line.seq", "desc").execute()
}
