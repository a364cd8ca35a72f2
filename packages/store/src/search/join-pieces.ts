import { setImmediate } from "node:timers/promises"
import { sql } from "kysely"
import type { Db } from "../schema.js"

/**
 * Joins the pieces of the FTS5 index. Each transaction that writes makes one, a word has to be looked for in each, and
 * FTS5 by itself leaves up to eight of a size. All become one where the smaller ones have come to a tenth of them all, so that
 * to write everything again is rare; else those of a size where there are four. Each step is a transaction of its own, so that
 * other writers wait for none of them long.
 */
export async function joinPieces(db: Db): Promise<void> {
  const { largest, all } = await sizesOf(db)
  if (largest === all) return
  for (let first = true; ; first = false) {
    const isWhole = first && all - largest >= all / 10
    // Below nothing FTS5 marks all pieces to be joined; what is marked is joined by all further steps.
    const written = await db.transaction().execute((trx) => merge(trx, isWhole ? -pagesAtOnce : pagesAtOnce))
    if (written < 2) return
    await setImmediate()
  }
}

/** About 2 MB, a few hundredths of a second. */
const pagesAtOnce = 500

/** About how many pages the largest piece has, and all together. */
async function sizesOf(db: Db): Promise<{ largest: number; all: number }> {
  const { rows } = await sql<{ largest: number | null; all: number | null }>`
    select max(pages) as largest, sum(pages) as "all" from (select count(*) as pages from search_idx group by segid)`.execute(
    db,
  )
  return { largest: rows[0]?.largest ?? 0, all: rows[0]?.all ?? 0 }
}

/** How many rows a step has written: fewer than two when there was nothing to be done, as FTS5's own documentation has it. */
async function merge(trx: Db, pages: number): Promise<number> {
  const before = await changesOf(trx)
  await sql`insert into search (search, rank) values ('merge', ${sql.lit(pages)})`.execute(trx)
  return (await changesOf(trx)) - before
}

async function changesOf(trx: Db): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(trx)
  return rows[0]?.changes ?? 0
}
