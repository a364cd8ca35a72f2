import { type Conflict, Id, type KindName, type Revision, type State } from "@pg/domain"
import { fromRevisionRow } from "./log.js"
import { readConflicts } from "./row.js"
import type { Db } from "./schema.js"

/** An item's last revision, whatever its state. */
export async function currentRevision(db: Db, id: string): Promise<Revision | undefined> {
  if (!Id.safeParse(id).success) return undefined
  const row = await db
    .selectFrom("items")
    .innerJoin("revisions", "revisions.seq", "items.seq")
    .selectAll("revisions")
    .where("items.id", "=", id)
    .executeTakeFirst()
  return row && fromRevisionRow(row)
}

/** One revision of an item, by its number. */
export async function revisionOf(db: Db, id: string, revision: number): Promise<Revision | undefined> {
  if (!Id.safeParse(id).success) return undefined
  const row = await db
    .selectFrom("revisions")
    .selectAll()
    .where("item_id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst()
  return row && fromRevisionRow(row)
}

/** A line of the log. */
export async function revisionAt(db: Db, seq: number): Promise<Revision | undefined> {
  const row = await db.selectFrom("revisions").selectAll().where("seq", "=", seq).executeTakeFirst()
  return row && fromRevisionRow(row)
}

/** An item's revisions below a number, newest first, at most `limit`. */
export async function revisionsOf(db: Db, id: string, below: number, limit: number): Promise<Revision[]> {
  if (!Id.safeParse(id).success) return []
  const rows = await db
    .selectFrom("revisions")
    .selectAll()
    .where("item_id", "=", id)
    .where("revision", "<", below)
    .orderBy("revision", "desc")
    .limit(limit)
    .execute()
  return rows.map(fromRevisionRow)
}

/**
 * Which items are asked for: of which states and kinds (all where absent), `inConflict` those of which an import left
 * something to decide; whose last revision stands before the line `before` of the log.
 */
export type Unpublished = {
  states?: readonly State[]
  kinds?: readonly KindName[]
  locales?: readonly string[]
  inConflict?: boolean
  before?: number
  limit: number
}

/** The last revision of an item, and what waits for somebody to decide. */
export type OpenRevision = { revision: Revision; conflicts: Conflict[] }

/** The items that the public does not see, or of which something is to be decided, last changed first. */
export async function unpublished(db: Db, asked: Unpublished): Promise<OpenRevision[]> {
  const { states, kinds, locales, inConflict = false, before, limit } = asked
  let query = db
    .selectFrom("items")
    .innerJoin("revisions", "revisions.seq", "items.seq")
    .selectAll("revisions")
    .select("items.conflicts")
  // The conditions of partial indices, which have to be written out.
  query = inConflict ? query.where("items.conflicts", "is not", null) : query.where("items.listed", "=", 0)
  if (states) query = query.where("items.state", "in", states)
  if (kinds) query = query.where("items.kind", "in", kinds)
  if (locales) query = query.where("items.locale", "in", locales)
  if (before !== undefined) query = query.where("items.seq", "<", before)
  const rows = await query.orderBy("items.seq", "desc").limit(limit).execute()
  return rows.map(({ conflicts, ...row }) => ({ revision: fromRevisionRow(row), conflicts: readConflicts(conflicts) }))
}

/** What waits for somebody to decide about one item. */
export async function conflictsOf(db: Db, id: string): Promise<Conflict[]> {
  if (!Id.safeParse(id).success) return []
  const row = await db.selectFrom("items").select("conflicts").where("id", "=", id).executeTakeFirst()
  return readConflicts(row?.conflicts ?? null)
}
