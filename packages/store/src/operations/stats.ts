import { statSync } from "node:fs"
import { type Expression, sql } from "kysely"
import { sqlitePath } from "../dialect.js"
import type { Db } from "../schema.js"
import { atOneMoment, type Waiting, withDatabase } from "./database.js"
import { exportLog, type LogSummary } from "./export.js"
import { refuseOutdated } from "./migration-status.js"
import type { OnStep } from "./step.js"

/**
 * What is in a database. `items` counts all of them, whatever their state; `locales` and `dates` only those that are
 * published. `dates`: how many say when they were issued, of how many that is only inferred from their neighbours, and
 * how many have no date at all. `bytes` is the room on the disk. `digest` is that of the log, as an export has it. `files`: how
 * many were handed in, and how many bytes they have, which are kept elsewhere.
 */
export type Stats = LogSummary & {
  files: { count: number; bytes: number }
  database: "sqlite" | "postgres"
  bytes: number
  states: { kind: string; state: string; items: number }[]
  locales: { locale: string; items: number }[]
  dates: { stated: number; inferred: number; undated: number }
  lastChange?: { seq: number; at: string; by: string }
}

/** Counts what is in a database; reads the whole log once. Throws StoreError where it is not there or not of this version. */
export async function statsOf(url: string, options: Waiting & { onStep?: OnStep } = {}): Promise<Stats> {
  const counted = await withDatabase(
    url,
    async (opened) => {
      await refuseOutdated(opened)
      const { database } = opened.engine
      const counts = await atOneMoment(opened.reader, async (db) => ({
        states: await countStates(db),
        locales: await countLocales(db),
        dates: await countDates(db),
        ...(await lastChangeOf(db)),
        bytes: database === "postgres" ? await bytesOfServer(db) : bytesOfFiles(sqlitePath(url) ?? ""),
      }))
      return { database, ...counts }
    },
    options,
  )
  return { ...counted, ...(await summaryOf(url, options)) }
}

/** The digest of a log and how much is in it, as an export would have it. */
async function summaryOf(url: string, options: Waiting & { onStep?: OnStep } = {}) {
  const log = exportLog(url, options)
  for (;;) {
    const { done, value } = await log.next()
    if (!done) continue
    const { files, unlisted: _, ...summary } = value
    return { ...summary, files: { count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) } }
  }
}

const count = sql<number | string>`count(*)`

async function countStates(db: Db) {
  const rows = await db
    .selectFrom("items")
    .select(["kind", "state", count.as("items")])
    .groupBy(["kind", "state"])
    .orderBy("kind")
    .orderBy("state")
    .execute()
  return rows.map(({ items, ...row }) => ({ ...row, items: Number(items) }))
}

async function countLocales(db: Db) {
  const rows = await db
    .selectFrom("items")
    .select(["locale", count.as("items")])
    .where("listed", "=", 1)
    .groupBy("locale")
    .orderBy("locale")
    .execute()
  return rows.map(({ items, ...row }) => ({ ...row, items: Number(items) }))
}

async function countDates(db: Db): Promise<Stats["dates"]> {
  const listed = db.selectFrom("items").select(count.as("items")).where("listed", "=", 1)
  const read = async (query: { executeTakeFirst: () => Promise<{ items: number | string } | undefined> }) =>
    Number((await query.executeTakeFirst())?.items ?? 0)
  const all = await read(listed)
  const undated = await read(listed.where("issued_key", "=", ""))
  const unstated = await read(
    db
      .selectFrom("terms")
      .select(count.as("items"))
      .where("field", "=", "missing")
      .where((eb): Expression<boolean> => sql`'+' || ${eb.ref("value")} || '+' like '%+issued+%'`),
  )
  return { stated: all - unstated, inferred: unstated - undated, undated }
}

async function lastChangeOf(db: Db): Promise<Pick<Stats, "lastChange">> {
  const lastChange = await db
    .selectFrom("revisions")
    .select(["seq", "at", "by"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst()
  return lastChange ? { lastChange } : {}
}

async function bytesOfServer(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(db)
  return Number(rows[0]?.bytes ?? 0)
}

/** With what is written and not yet in the file itself. */
const bytesOfFiles = (path: string) =>
  [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
