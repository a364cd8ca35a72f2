import { setImmediate } from "node:timers/promises"
import type { Item } from "@pg/domain"
import { sql } from "kysely"
import { publicLines } from "./public-lines.js"
import { fromRow } from "./row.js"
import type { Db } from "./schema.js"

/**
 * The items that were published after the log's line `seq`, in order of id, a few hundred in memory at a time. Nothing
 * that the log says is ever changed, so that a moment of it can be read again at leisure: no transaction is held open
 * while it is read, however slowly, and nothing needs to be let go when the reading ends early.
 */
export async function* snapshotAt(db: Db, seq: number): AsyncGenerator<Item, void, undefined> {
  for (let after = ""; ; ) {
    const positions = await readPositions(db, seq, after)
    const last = positions.at(-1)
    if (last === undefined) return
    yield* await readItems(
      db,
      positions.flatMap((position) => position.seq ?? []),
    )
    after = last.id
    // SQLite answers at once: without this, nothing else would run until all is read.
    await setImmediate()
  }
}

const together = 250

/** The next items by id, each with its last public line up to `seq`; `null` where it was not public yet. */
async function readPositions(db: Db, seq: number, after: string): Promise<{ id: string; seq: number | null }[]> {
  const lastUntil = sql<number | null>`
    case when changed_seq <= ${seq} then changed_seq
    else (select max(line.seq) from public_lines as line where line.number = items.number and line.seq <= ${seq}) end`
  return db
    .selectFrom("items")
    .select(["id", lastUntil.as("seq")])
    .where("id", ">", after)
    .where("changed_seq", "is not", null)
    .orderBy("id")
    .limit(together)
    .execute()
}

async function readItems(db: Db, seqs: readonly number[]): Promise<Item[]> {
  if (seqs.length === 0) return []
  const rows = await publicLines(db)
    .where("line.seq", "in", seqs)
    .where("line.state", "=", "published")
    .orderBy("logged.item_id")
    .execute()
  return rows.map(fromRow)
}
