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

/** Notes that a file is to come. */
export async function beginUpload(
  db: Db,
  { id, tokenId, name, mediaType, size, expiresAt }: Omit<UploadRecord, "received" | "pieces" | "fileId">,
): Promise<void> {
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
  await db.insertInto("uploads").values(row).execute()
}

/** An upload by its id. */
export async function getUpload(db: Db, id: string): Promise<UploadRecord | undefined> {
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
