import { sql } from "kysely"
import type { Engine } from "../engine.js"
import type { Db } from "../schema.js"
import { StoreError } from "../store-error.js"
import { stateOf } from "./migration-status.js"

/**
 * Throws StoreError where items do not stand where the log leaves them: in seconds, where a replay takes minutes. What an
 * older version has made is not looked at, because it is made anew anyway.
 */
export async function refuseUnlikeLog(db: Db, engine: Engine): Promise<void> {
  const { linesToRebuild } = await stateOf(db, engine)
  if (linesToRebuild > 0) return
  const { rows } = await sql<{ wrong: number | string }>`
    select count(*) as wrong from (
      select item_id, max(seq) as seq, max(revision) as revision, count(*) as lines from revisions group by item_id
    ) as logged
    left join items on items.id = logged.item_id
    where items.seq is null or items.seq <> logged.seq or items.revision <> logged.revision or logged.lines <> logged.revision
    union all select count(*) as wrong from items where seq not in (select seq from revisions)
    union all select count(*) as wrong from items
      where (listed = 1) <> exists (select 1 from texts where texts.number = items.number)`.execute(db)
  const wrong = rows.reduce((sum, row) => sum + Number(row.wrong), 0)
  if (wrong > 0)
    throw new StoreError(
      `${engine.name} has ${wrong} items that are not as its log makes them: take another backup, or make it whole first (NEWSROOM_DATABASE, newsroom check --repair).`,
    )
}
