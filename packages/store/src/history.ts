import { Id, type ItemChange } from "@pg/domain"
import { sql } from "kysely"
import { tombstoneOf } from "./public-lines.js"
import { prepared } from "./prepared.js"
import type { Db, ItemRow, PublicLineRow, RevisionRow } from "./schema.js"

/**
 * What the public is told of an item that it can see: its major changes and those with a note, newest first, at most
 * `limit`; that it was away for a time, too. Nothing of one that is away now, or that there is not.
 */
export async function history(db: Db, id: string, limit: number): Promise<ItemChange[]> {
  if (!Id.safeParse(id).success) return []
  return (await linesOf(db, id, limit)).map((row) => toChange(row, id))
}

type Row = Pick<PublicLineRow, "seq" | "state"> &
  Pick<RevisionRow, "revision" | "at" | "action" | "update_type" | "change_note"> &
  Pick<ItemRow, "kind"> & { logged_state: RevisionRow["state"] }

/** The lines of one item stand together in an index, and are few. */
const linesOf = prepared(
  (id: string, limit: number) => sql<Row>`
    select line.seq, line.state, logged.revision, logged.at, logged.action, logged.update_type, logged.change_note,
      logged.state as logged_state, items.kind
    from items inner join public_lines as line on line.number = items.number
      inner join revisions as logged on logged.seq = line.seq
    where items.id = ${id} and items.listed = 1 and line.noted = 1
    order by line.seq desc limit ${limit}`,
)

function toChange(row: Row, id: string): ItemChange {
  const { seq, at, revision, action, update_type: updateType, change_note: note } = row
  return row.state === "published"
    ? { type: "put", seq, at, revision, action, updateType, ...(note !== null && { changeNote: note }) }
    : { type: "delete", seq, at, tombstone: tombstoneOf(row, id) }
}
