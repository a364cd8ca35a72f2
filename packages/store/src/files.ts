import { insertRows } from "./insert-rows.js"
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
export async function noteFile(db: Db, file: FileRecord): Promise<boolean> {
  const known = await getFile(db, file.id)
  await db
    .insertInto("files")
    .values(toFileRow(file))
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
export const takeOverFiles = (db: Db, files: readonly FileRecord[]): Promise<void> =>
  insertRows(db, "files", files.map(toFileRow), "on conflict (id) do nothing")

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
 * How the log names a file: as it did last, and at which addresses, each as far as `/files/`, as in `https://example.org`, and `""`
 * where one is relative.
 */
export type NamedFile = { name: string; houses: Set<string> }

/** The ids of all files whose addresses the log has, whether as an attachment, a picture, or within a text. */
export async function namedFiles(db: Db): Promise<Map<string, NamedFile>> {
  const named = new Map<string, NamedFile>()
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: { seq: number; item: string; details: string | null }[] = await db
      .selectFrom("revisions")
      .select(["seq", "item", "details"])
      .where("seq", ">", after)
      .orderBy("seq")
      .limit(1000)
      .execute()
    for (const { item, details } of rows) {
      const text = `${item} ${details ?? ""}`
      for (const { 1: id = "", 2: name = "", index } of text.matchAll(address)) {
        const houses = named.get(id)?.houses ?? new Set()
        named.set(id, { name: decoded(name), houses: houses.add(houseBefore(text, index)) })
      }
    }
    after = rows.at(-1)?.seq
  }
  return named
}

/** The ids of the files whose addresses a text has. */
export const fileIdsIn = (text: string): string[] => Array.from(text.matchAll(address), ([, id = ""]) => id)

// A bracket that closes what the name does not open is of the Markdown around it.
const address = /\/files\/([0-9a-f]{64})(?:\/((?:[\w.~%!'*-]|\([\w.~%!'*-]*\))*))?/g

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name // its percent signs are no encoding: the name as it stands
  }
}

const houseBefore = (text: string, index: number): string =>
  /https?:\/\/[^\s"'()<>\\]*$/.exec(text.slice(Math.max(0, index - 300), index))?.[0] ?? ""

const toFileRow = ({ mediaType, width, height, ...file }: FileRecord): FileRow => ({
  ...file,
  media_type: mediaType,
  width: width ?? null,
  height: height ?? null,
})

const fromFileRow = ({ media_type: mediaType, width, height, ...row }: FileRow): FileRecord => ({
  ...row,
  mediaType,
  ...(width !== null && { width }),
  ...(height !== null && { height }),
})
