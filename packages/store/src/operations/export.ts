import { createHash } from "node:crypto"
import { setImmediate } from "node:timers/promises"
import type { Revision } from "@pg/domain"
import { sql } from "kysely"
import type { Engine } from "../engine.js"
import { explained } from "../explained.js"
import { allFiles, fileIdsIn, type FileRecord } from "../files.js"
import { fromRevisionRow, lastSeq } from "../log.js"
import type { Db, RevisionRow } from "../schema.js"
import { StoreError } from "../store-error.js"
import { openDatabase, type Waiting } from "./database.js"
import { formatName, type LogHeader, type LogTrailer, writeFileLine, writeRevision } from "./log-format.js"
import type { OnStep } from "./step.js"

/** What a text of a log holds: how many lines and items, and the digest of the lines. */
export type LogSummary = Pick<LogHeader, "lines" | "items"> & Pick<LogTrailer, "digest">

/**
 * What an export holds besides: the files that it lists, by their ids, whose bytes are kept elsewhere; and the ids of those that
 * its revisions name and that it does not list.
 */
export type ExportSummary = LogSummary & { files: FileRecord[]; unlisted: string[] }

type ExportOptions = Waiting & { onStep?: OnStep; withoutFiles?: boolean }

const portion = 500

/**
 * The whole log of a database as `newsroom-log` text, some hundred lines at a time. It is of the moment when it began: no
 * line that is there is ever changed, so that it holds up nobody who writes, and nobody's writing gets into it. What is known of
 * files is listed with it, named or not, unless it is to be without.
 */
export async function* exportLog(
  url: string,
  { onStep, withoutFiles = false, ...waiting }: ExportOptions = {},
): AsyncGenerator<string, ExportSummary, undefined> {
  const { reader, engine, close } = await openDatabase(url, waiting)
  try {
    const counts = await explained(engine, () => countLines(reader, engine))
    // Whatever one of these lines names was handed in before it was written.
    const files = withoutFiles ? [] : await explained(engine, () => readFiles(reader, engine))
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    const shown = { ...counts.shown, ...(files.length > 0 && { files: { count: files.length, bytes } }) }
    yield `${JSON.stringify({ format: formatName, version: 1, ...shown } satisfies LogHeader)}\n`
    const digest = createHash("sha256")
    const named = new Set<string>()
    let lines = 0
    for (let since = 0; since < counts.end; ) {
      const rows = await explained(engine, () => readLines(reader, since, counts.end))
      if (rows.length === 0) break
      const text = rows.map((row) => `${writeRevision(readLine(row, engine))}\n`).join("")
      digest.update(text)
      for (const id of fileIdsIn(text)) named.add(id)
      yield text
      since = rows.at(-1)?.seq ?? counts.end
      lines += rows.length
      onStep?.("lines of the log", lines, counts.shown.lines)
      // SQLite answers at once: without this, nothing else would run until all is read.
      await setImmediate()
    }
    const summary = { ...counts.shown, digest: `sha256:${digest.digest("hex")}` }
    const filesDigest = createHash("sha256")
    for (const file of files) {
      const line = `${writeFileLine(file)}\n`
      filesDigest.update(line)
      named.delete(file.id)
      yield line
    }
    const listed = files.length > 0 && { filesDigest: `sha256:${filesDigest.digest("hex")}` }
    yield `${JSON.stringify({ end: formatName, lines, digest: summary.digest, ...listed } satisfies LogTrailer)}\n`
    return { ...summary, files, unlisted: [...named].toSorted() }
  } finally {
    await close()
  }
}

/** How much there is up to the log's end, as that is now. A database that nothing was ever opened with has no tables yet. */
async function countLines(db: Db, engine: Engine) {
  if (!(await engine.tables(db)).includes("revisions")) return { end: 0, shown: { lines: 0, items: 0 } }
  const end = await lastSeq(db)
  const { rows } = await sql<{ lines: number | string; items: number | string | null }>`
    select count(*) as lines, sum(case when revision = 1 then 1 else 0 end) as items
    from revisions where seq <= ${end}`.execute(db)
  return { end, shown: { lines: Number(rows[0]?.lines ?? 0), items: Number(rows[0]?.items ?? 0) } }
}

const readFiles = async (db: Db, engine: Engine) => ((await engine.tables(db)).includes("files") ? allFiles(db) : [])

const readLines = (db: Db, since: number, end: number) =>
  db
    .selectFrom("revisions")
    .selectAll()
    .where("seq", ">", since)
    .where("seq", "<=", end)
    .orderBy("seq")
    .limit(portion)
    .execute()

function readLine(row: RevisionRow, engine: Engine): Revision {
  try {
    return fromRevisionRow(row)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new StoreError(`${engine.name} has a damaged line ${row.seq} in its log: see what else (newsroom check).`, {
      cause,
    })
  }
}
