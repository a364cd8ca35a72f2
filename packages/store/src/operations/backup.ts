import { statSync } from "node:fs"
import { sql } from "kysely"
import { lastSeq } from "../log.js"
import type { Db } from "../schema.js"
import { explainSqlite } from "../sqlite.js"
import { StoreError } from "../store-error.js"
import { checkFile } from "./check-file.js"
import { type Waiting, withDatabase } from "./database.js"
import { openFindings } from "./findings.js"
import { refuseUnlikeLog } from "./quick-check.js"

/** What a copy of a database holds: lines of the log, and bytes on the disk. */
export type Backup = { lines: number; bytes: number }

/**
 * Copies an SQLite database to a file that is not there yet, as of one moment, while others read and write; then reads the
 * copy as `verifyBackup` does. Throws StoreError where that fails, and for PostgreSQL, which has tools of its own.
 *
 * By VACUUM INTO, which reads in one transaction. SQLite's other way, its backup API, begins anew whenever another process
 * has written, and beside a busy server might never end.
 */
export async function backupDatabase(url: string, path: string, waiting?: Waiting): Promise<Backup> {
  const lines = await withDatabase(
    url,
    async ({ reader, engine }) => {
      if (engine.database !== "sqlite")
        throw new StoreError(
          `${engine.name} is on a server: back it up with pg_dump, or write it out (newsroom export).`,
        )
      const written = (await engine.tables(reader)).includes("revisions") ? await lastSeq(reader) : 0
      await copyTo(path, reader)
      return written
    },
    waiting,
  )
  const backup = await verifyBackup(path)
  if (backup.lines < lines)
    throw new StoreError(`The copy ends at line ${backup.lines} of the log, and not at ${lines}: make it again.`)
  return backup
}

/** What keeps the copy from being written is no fault of the archive. */
async function copyTo(path: string, db: Db): Promise<void> {
  try {
    await sql`vacuum into ${path}`.execute(db)
  } catch (cause) {
    const message = explainSqlite(cause, `The copy ${path}`)
    const isOfCopy = /^SQLITE_(CANTOPEN|FULL|IOERR|READONLY)/.test(String((cause as { code?: unknown }).code))
    throw isOfCopy && message !== undefined ? new StoreError(message, { cause }) : cause
  }
}

/**
 * Whether a file is a whole archive that this program can use: SQLite's own check of it, its version, and that what stands
 * beside its log belongs to it. Throws StoreError where not; changes nothing in it.
 */
export const verifyBackup = (path: string): Promise<Backup> =>
  withDatabase(`sqlite:${path}`, async ({ reader, engine }) => {
    const findings = openFindings()
    await checkFile(reader, engine, findings)
    const [first] = findings.all
    if (first) throw new StoreError(`${engine.name} is damaged (${first.message.split("\n")[0]}): take another backup.`)
    if (!(await engine.tables(reader)).includes("revisions"))
      throw new StoreError(`${engine.name} has no archive in it: name a backup of one.`)
    await refuseUnlikeLog(reader, engine)
    return { lines: await lastSeq(reader), bytes: statSync(path).size }
  })
