import { type Revision, writeItem } from "@pg/domain"
import { sql } from "kysely"
import { insertRows } from "./insert-rows.js"
import { keepable } from "./keepable.js"
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

function toRevisionRow(revision: Revision): RevisionRow {
  const { itemId, updateType, changeNote, publishAt, imported, conflicts, resolves, item, ...rest } = revision
  const { by } = rest
  const details: Details = {
    // Archives from before texts were held to a rule: JSON keeps what the columns cannot.
    ...(keepable(by) !== by && { by }),
    ...(changeNote !== undefined && keepable(changeNote) !== changeNote && { changeNote }),
    ...(publishAt !== undefined && { publishAt }),
    ...(imported && { imported }),
    ...(conflicts && { conflicts }),
    ...(resolves && { resolves }),
  }
  return {
    ...rest,
    by: keepable(by),
    item_id: itemId,
    update_type: updateType,
    change_note: changeNote === undefined ? null : keepable(changeNote),
    item: writeItem(item),
    details: Object.keys(details).length > 0 ? JSON.stringify(details) : null,
  }
}

/** What few lines have. */
type Details = Pick<Revision, "publishAt" | "imported" | "conflicts" | "resolves" | "changeNote"> & { by?: string }

/** A line of the log from its row. */
export const fromRevisionRow = ({
  item_id,
  update_type,
  change_note,
  item,
  details,
  ...rest
}: RevisionRow): Revision => ({
  ...rest,
  itemId: item_id,
  updateType: update_type,
  ...(change_note !== null && { changeNote: change_note }),
  ...(details !== null && (JSON.parse(details) as Details)),
  item: JSON.parse(item) as Revision["item"],
})
