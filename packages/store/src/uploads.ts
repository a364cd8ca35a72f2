import { sql } from "kysely"
import { keepable } from "./keepable.js"
import type { Db, UploadRow } from "./schema.js"

/**
 * A file on its way in parts. `size` is how many bytes it will have, `received` how many have come, in `pieces` by their keys, in
 * order; `fileId` the file that has become of it. `name` and `mediaType` are what is said of it.
 */
export type UploadRecord = {
  id: string
  tokenId: string
  name: string
  mediaType?: string
  size: number
  received: number
  pieces: string[]
  fileId?: string
  expiresAt: string
}

/** How many uploads may be unfinished at once, and how many bytes they may have in all when they are whole. */
type UploadBound = { uploads: number; bytes: number }

/** The bounds of one token and of all together. */
export type UploadBounds = { ofToken: UploadBound; inAll: UploadBound }

/** Whose bound an upload would go beyond, what is unfinished of them, and when the first of these is over. */
export type TooMany = UploadBound & { whose: keyof UploadBounds; until: string }

/**
 * Notes that a file is to come; or whose bound would not hold with it, and then nothing is noted. Of the transaction that writes
 * alone: of two that come at once each is counted.
 */
export async function beginUpload(
  trx: Db,
  { id, tokenId, name, mediaType, size, expiresAt }: Omit<UploadRecord, "received" | "pieces" | "fileId">,
  bounds: UploadBounds,
): Promise<TooMany | undefined> {
  for (const whose of ["ofToken", "inAll"] as const) {
    const held = await unfinished(trx, whose === "ofToken" ? tokenId : undefined)
    if (held.uploads + 1 > bounds[whose].uploads || held.bytes + size > bounds[whose].bytes) return { whose, ...held }
  }
  const row: UploadRow = {
    id,
    token_id: tokenId,
    name,
    media_type: mediaType ?? null,
    size,
    received: 0,
    pieces: "",
    file_id: null,
    expires_at: expiresAt,
  }
  await trx.insertInto("uploads").values(row).execute()
  return undefined
}

/** Those that are over too, as long as their pieces are kept. */
async function unfinished(db: Db, tokenId: string | undefined): Promise<Omit<TooMany, "whose">> {
  const { rows } = await sql<{ uploads: number | string; bytes: number | string | null; until: string | null }>`
    select count(*) as uploads, sum(size) as bytes, min(expires_at) as until from uploads
    where file_id is null ${tokenId === undefined ? sql`` : sql`and token_id = ${tokenId}`}`.execute(db)
  return { uploads: Number(rows[0]?.uploads), bytes: Number(rows[0]?.bytes ?? 0), until: rows[0]?.until ?? "" }
}

/** An upload by its id. */
export async function getUpload(db: Db, id: string): Promise<UploadRecord | undefined> {
  if (keepable(id) !== id) return undefined
  const row = await db.selectFrom("uploads").selectAll().where("id", "=", id).executeTakeFirst()
  return row && fromUploadRow(row)
}

/** Notes a piece that begins at a byte; whether that is where the next was to begin: of two that come at once, one is. */
export async function addPiece(
  db: Db,
  id: string,
  { at, size, key }: { at: number; size: number; key: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("uploads")
    .set((row) => ({ received: at + size, pieces: row.fn("trim", [row(row("pieces", "||", " "), "||", key)]) }))
    .where("id", "=", id)
    .where("received", "=", at)
    .where("file_id", "is", null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes what file has become of an upload. */
export async function endUpload(db: Db, id: string, fileId: string): Promise<void> {
  await db.updateTable("uploads").set({ file_id: fileId }).where("id", "=", id).execute()
}

/** Forgets an upload. */
export async function forgetUpload(db: Db, id: string): Promise<void> {
  await db.deleteFrom("uploads").where("id", "=", id).execute()
}

/** The uploads whose time is over at an instant. */
export async function expiredUploads(db: Db, at: string): Promise<UploadRecord[]> {
  const rows = await db.selectFrom("uploads").selectAll().where("expires_at", "<=", at).limit(100).execute()
  return rows.map(fromUploadRow)
}

const fromUploadRow = (row: UploadRow): UploadRecord => ({
  id: row.id,
  tokenId: row.token_id,
  name: row.name,
  ...(row.media_type !== null && { mediaType: row.media_type }),
  size: row.size,
  received: row.received,
  pieces: row.pieces.split(" ").filter(Boolean),
  ...(row.file_id !== null && { fileId: row.file_id }),
  expiresAt: row.expires_at,
})
