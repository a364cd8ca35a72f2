import { existsSync } from "node:fs"
import SqliteFile from "better-sqlite3"
import { sqlitePath } from "../dialect.js"
import { StoreError } from "../store-error.js"

/**
 * Makes this process the only one that serves an SQLite file, until it calls what it is given or ends, however that
 * comes about: the system itself then lets go of the lock, which is on an empty file beside the archive. Throws StoreError
 * where another process has it. Nothing is claimed of PostgreSQL, which any number of processes may serve.
 */
export function claimServing(url: string): () => void {
  const path = sqlitePath(url)
  if (path === undefined || !existsSync(path)) return () => {}
  const lock = new SqliteFile(`${path}-serving`, { timeout: 0 })
  try {
    lock.exec("begin exclusive")
    return () => void lock.close()
  } catch (cause) {
    lock.close()
    if ((cause as { code?: unknown }).code !== "SQLITE_BUSY") throw cause
    throw new StoreError(
      `The database file ${path} is served by another process already: stop that one, or move the archive to PostgreSQL, which several processes may serve.`,
      { cause },
    )
  }
}
