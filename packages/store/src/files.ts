import { keepable } from "./keepable.js"
import type { Db, FileRow } from "./schema.js"

/**
 * What is known of a file that was handed in. `id` is the SHA-256 of its bytes in hexadecimal, `size` their number, `name` how it
 * was called; `width` and `height` in pixels where it is a picture. `at` is when it was last handed in, `by` who did so first.
 */
export type FileRecord = {
  id: string
  mediaType: string
  size: number
  name: string
  width?: number
  height?: number
  at: string
  by: string
}

/** Notes that a file was handed in; whether it was for the first time. */
export async function noteFile(db: Db, { mediaType, width, height, ...file }: FileRecord): Promise<boolean> {
  const known = await getFile(db, file.id)
  const row: FileRow = { ...file, media_type: mediaType, width: width ?? null, height: height ?? null }
  await db
    .insertInto("files")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ at: file.at }))
    .execute()
  return known === undefined
}

/** What is known of a file by its id. */
export async function getFile(db: Db, id: string): Promise<FileRecord | undefined> {
  if (keepable(id) !== id) return undefined
  const row = await db.selectFrom("files").selectAll().where("id", "=", id).executeTakeFirst()
  return row && fromFileRow(row)
}

/** All files that were handed in, by their ids. */
export async function allFiles(db: Db): Promise<FileRecord[]> {
  return (await db.selectFrom("files").selectAll().orderBy("id").execute()).map(fromFileRow)
}

/** Notes files that come from another archive as they were noted there; what is known of one here already stays. */
export async function takeOverFiles(db: Db, files: readonly FileRecord[]): Promise<void> {
  for (const { mediaType, width, height, ...file } of files)
    await db
      .insertInto("files")
      .values({ ...file, media_type: mediaType, width: width ?? null, height: height ?? null })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute()
}

/** The files that no revision of any item names, and that nobody has handed in since an instant; the oldest first. */
export async function unnamedFiles(db: Db, before: string): Promise<FileRecord[]> {
  const rows = await db.selectFrom("files").selectAll().where("at", "<", before).orderBy("at").orderBy("id").execute()
  if (rows.length === 0) return []
  const named = await namedFiles(db)
  return rows.filter(({ id }) => !named.has(id)).map(fromFileRow)
}

/** Forgets a file, unless somebody has handed it in since an instant; whether it is forgotten. */
export async function forgetFile(db: Db, id: string, before: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("files")
    .where("id", "=", id)
    .where("at", "<", before)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * Every address of a file that the log has, whether as an attachment, a picture, or within a text: its id, and the name that it was
 * last given there.
 */
export async function namedFiles(db: Db): Promise<Map<string, string>> {
  const named = new Map<string, string>()
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: { seq: number; item: string; details: string | null }[] = await db
      .selectFrom("revisions")
      .select(["seq", "item", "details"])
      .where("seq", ">", after)
      .orderBy("seq")
      .limit(1000)
      .execute()
    for (const { item, details } of rows)
      for (const [, id = "", name = ""] of `${item} ${details ?? ""}`.matchAll(address)) named.set(id, decoded(name))
    after = rows.at(-1)?.seq
  }
  return named
}

/** The ids of the files whose addresses a text has. */
export const fileIdsIn = (text: string): string[] => Array.from(text.matchAll(address), ([, id = ""]) => id)

const address = /\/files\/([0-9a-f]{64})(?:\/([\w.~%!'()*-]*))?/g

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name // its percent signs are no encoding: the name as it stands
  }
}

const fromFileRow = ({ media_type: mediaType, width, height, ...row }: FileRow): FileRecord => ({
  ...row,
  mediaType,
  ...(width !== null && { width }),
  ...(height !== null && { height }),
})
