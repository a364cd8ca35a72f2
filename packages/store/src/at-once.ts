import type { CompiledQuery } from "kysely"
import type { Db } from "./schema.js"

/**
 * Reads rows with no waiting, on the connection that a database is read through; `undefined` while that is not open. Only
 * SQLite can: there most questions take less time than Kysely's way to a connection and back.
 */
export type ReadAtOnce = (text: string, parameters: readonly unknown[]) => unknown[] | undefined

const readers = new WeakMap<Db, ReadAtOnce>()

/** Lets what is asked of a database by `rowsOf` be read at once. */
export const readAtOnce = (db: Db, read: ReadAtOnce): void => void readers.set(db, read)

/** The rows of a question that only reads. */
export async function rowsOf<Row>(db: Db, query: CompiledQuery<Row>, parameters = query.parameters): Promise<Row[]> {
  const rows = readers.get(db)?.(query.sql, parameters) as Row[] | undefined
  return rows ?? (await db.executeQuery<Row>({ ...query, parameters })).rows
}
