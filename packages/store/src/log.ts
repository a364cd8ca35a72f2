import { type Revision, writeItem } from "@pg/domain"
import { sql } from "kysely"
import { insertRows } from "./insert-rows.js"
import { prepared } from "./prepared.js"
import type { Db, RevisionRow } from "./schema.js"

/** Adds lines to the log's end. */
export const append = (trx: Db, revisions: readonly Revision[]): Promise<void> =>
  insertRows(trx, "revisions", revisions.map(toRevisionRow))

/** The log's lines after `since`, oldest first, at most `limit`. */
export async function changes(db: Db, since: number, limit: number): Promise<Revision[]> {
  const rows = await db
    .selectFrom("revisions")
    .selectAll()
    .where("seq", ">", since)
    .orderBy("seq")
    .limit(limit)
    .execute()
  return rows.map(fromRevisionRow)
}

/** The seq of the log's last line; 0 when it has none. */
export const lastSeq = async (db: Db): Promise<number> => (await last(db))[0]?.seq ?? 0

/** The number and the instant of the log's last line; `undefined` when it has none. */
export const lastLine = async (db: Db): Promise<{ seq: number; at: string } | undefined> => (await lastWithAt(db))[0]

const lastWithAt = prepared(
  () => sql<{ seq: number; at: string }>`select seq, at from revisions order by seq desc limit 1`,
)

const last = prepared(() => sql<{ seq: number }>`select seq from revisions order by seq desc limit 1`)

const toRevisionRow = ({ itemId, updateType, changeNote, item, ...rest }: Revision): RevisionRow => ({
  ...rest,
  item_id: itemId,
  update_type: updateType,
  change_note: changeNote ?? null,
  item: writeItem(item),
})

/** A line of the log as it is given back. */
export const fromRevisionRow = ({ item_id, update_type, change_note, item, ...rest }: RevisionRow): Revision => ({
  ...rest,
  itemId: item_id,
  updateType: update_type,
  ...(change_note !== null && { changeNote: change_note }),
  item: JSON.parse(item),
})
