import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import SqliteFile from "better-sqlite3"
import { sqlitePath } from "../dialect.js"
import { explainSqlite } from "../sqlite.js"
import { StoreError } from "../store-error.js"

/**
 * Makes this process the only one that serves an SQLite file, until it calls what it is given or ends, however that
 * comes about: the system itself then lets go of the lock, which is on an empty file beside the archive. Throws StoreError
 * where another process has it. Nothing is claimed of PostgreSQL, which any number of processes may serve.
 */
export function claimServing(url: string): () => void {
  const path = sqlitePath(url)
  if (path === undefined) return () => {}
  let lock: SqliteFile.Database | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    lock = new SqliteFile(`${path}-serving`, { timeout: 0 })
    lock.exec("begin exclusive")
  } catch (cause) {
    lock?.close()
    const name = `The database file ${path}`
    const isTaken = (cause as { code?: unknown }).code === "SQLITE_BUSY"
    const message = isTaken ? `${name} ${taken}` : explainSqlite(cause, name)
    throw message === undefined ? cause : new StoreError(message, { cause })
  }
  return () => void lock.close()
}

const taken =
  "is served by another process already: stop that one, or move the archive to PostgreSQL, which several processes may serve."
