import { type ChangeEntry, Id, type Item, type Tombstone } from "@pg/domain"
import type { ItemKey } from "./get.js"
import { inChunks } from "./in-chunks.js"
import { fromRow } from "./row.js"
import type { Db, PublicLineRow, RevisionRow, ShownState } from "./schema.js"
import { ownersOfSlug } from "./slugs.js"

/**
 * What of the log the public may see after `since`, oldest first, at most `limit`; `seq` is where to read on from: the last
 * public change's, so that nobody sees from it that something was written that is not public. Writers write one after the
 * other, up to the commit: nothing appears later before either.
 */
export async function publicChanges(
  db: Db,
  since: number,
  limit: number,
): Promise<{ changes: ChangeEntry[]; seq: number }> {
  const lines = await db
    .selectFrom("public_lines")
    .select("seq")
    .where("seq", ">", since)
    .orderBy("seq")
    .limit(limit)
    .execute()
  const changes = await readEntries(
    db,
    lines.map(({ seq }) => seq),
  )
  return { changes, seq: lines.at(-1)?.seq ?? since }
}

/** The seq of the last line that the public may see of the log up to `end`; 0 when it has none. */
export async function lastPublicSeq(db: Db, end: number): Promise<number> {
  const last = db.selectFrom("public_lines").select("seq").where("seq", "<=", end).orderBy("seq", "desc").limit(1)
  return (await last.executeTakeFirst())?.seq ?? 0
}

/** Changes by their seqs, in the order of these. */
export async function readEntries(db: Db, seqs: readonly number[]): Promise<ChangeEntry[]> {
  const rowsBySeq = new Map<number, LineRow>()
  for (const chunk of inChunks(seqs))
    for (const row of await publicLines(db).where("line.seq", "in", chunk).execute()) rowsBySeq.set(row.seq, row)
  return seqs.flatMap((seq) => {
    const row = rowsBySeq.get(seq)
    return row ? [toEntry(row)] : []
  })
}

/** What is left of an item that was public and is no more, and the item that it is part of where its merging said that. */
type Removed = { tombstone: Tombstone; mergedInto?: string }

/** What is left of the item of a key; of a slug that several had, of the first that is no more, by language. */
export async function removed(db: Db, key: ItemKey): Promise<Removed | undefined> {
  for (const id of typeof key === "string" ? [key] : await ownersOfSlug(db, key)) {
    const left = await removedById(db, id)
    if (left) return left
  }
  return undefined
}

async function removedById(db: Db, id: string): Promise<Removed | undefined> {
  if (!Id.safeParse(id).success) return undefined
  const row = await publicLines(db)
    .innerJoin("items", "items.changed_seq", "line.seq")
    .where("items.id", "=", id)
    .where("line.state", "!=", "published")
    .executeTakeFirst()
  if (!row) return undefined
  const { relations } = JSON.parse(row.logged_item) as Item
  const target = row.state === "merged" ? relations.find(({ rel }) => rel === "mergedInto") : undefined
  return { tombstone: toTombstone(row), ...(target && { mergedInto: target.id }) }
}

/** A public line with the item as it was after it, or as it was when it was last published. */
export type LineRow = Pick<PublicLineRow, "seq" | "number" | "state" | "first_published_at" | "updated_at"> &
  Pick<RevisionRow, "item_id" | "at" | "update_type" | "change_note" | "revision" | "item"> & {
    logged_state: RevisionRow["state"]
    logged_item: string
  }

/** The public lines, each read with its item; `shown` is the line after which that was last published. */
export const publicLines = (db: Db) =>
  db
    .selectFrom("public_lines as line")
    .innerJoin("public_lines as shown", "shown.seq", "line.public_seq")
    .innerJoin("revisions as logged", "logged.seq", "line.seq")
    .innerJoin("revisions as public", "public.seq", "line.public_seq")
    .select([
      "line.seq",
      "line.number",
      "line.state",
      "logged.item_id",
      "logged.at",
      "logged.update_type",
      "logged.change_note",
      "logged.state as logged_state",
      "logged.item as logged_item",
      "public.revision",
      "public.item",
      "shown.first_published_at",
      "shown.updated_at",
    ])

/** A change as the public sees it; its item with the history that it had then. */
function toEntry(row: LineRow): ChangeEntry {
  const { seq, at, update_type: updateType, change_note } = row
  if (row.state !== "published") return { type: "delete", seq, at, tombstone: toTombstone(row) }
  return {
    type: "put",
    seq,
    at,
    updateType,
    ...(change_note !== null && { changeNote: change_note }),
    item: fromRow(row),
  }
}

/** What a line that takes an item away says of it; a step inside the house gives the public no reason. */
export const toTombstone = (row: LineRow): Tombstone =>
  tombstoneOf({ ...row, kind: (JSON.parse(row.item) as Item).kind }, row.item_id)

type Taken = Pick<LineRow, "at" | "state" | "logged_state" | "change_note"> & { kind: string }

/** The same where the item's kind is known. */
export function tombstoneOf({ kind, at, state, logged_state, change_note }: Taken, id: string): Tombstone {
  const isSaid = change_note !== null && logged_state === state
  return { id, kind, at, state: goneAs(state), ...(isSaid && { reason: change_note }) }
}

/** The same state of an item that is not shown. */
function goneAs(state: ShownState): Tombstone["state"] {
  if (state === "published") throw new Error("an item that is published has no tombstone")
  return state
}
