import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setImmediate } from "node:timers/promises"
import { isOfLetters, Revision } from "@pg/domain"
import { Kysely, sql } from "kysely"
import type { Engine } from "../engine.js"
import { explained } from "../explained.js"
import { insertRows } from "../insert-rows.js"
import { fromRevisionRow, lastSeq } from "../log.js"
import { migrate } from "../migrate.js"
import { project } from "../projection.js"
import { type Projected, toRow } from "../row.js"
import type { Database, Db, ItemRow, RevisionRow } from "../schema.js"
import { addWords } from "../search/words.js"
import { sqliteEngine } from "../sqlite.js"
import type { Findings } from "./findings.js"
import type { OnStep } from "./step.js"

/** A database of its own, in a temporary SQLite file, in which a log is replayed. */
export type Scratch = { db: Db; engine: Engine }

/** Runs something with an empty one, which is gone afterwards. */
export async function withScratch<T>(use: (scratch: Scratch) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "newsroom-replay-"))
  try {
    const engine = sqliteEngine(join(folder, "replay.db"), 5000)
    const db = new Kysely<Database>({ dialect: engine.dialects.write })
    try {
      engine.tune()
      await sql`pragma synchronous = off`.execute(db)
      await migrate(db, engine)
      return await use({ db, engine })
    } finally {
      await db.destroy()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const portion = 500

/**
 * Reads each line of a log, and makes from it in a scratch database what stands beside a log. Gives whether every line
 * could be read; where not, nothing can be said of the rest.
 */
export async function replay(log: Db, scratch: Scratch, findings: Findings, onStep?: OnStep): Promise<boolean> {
  const of = await lastSeq(log)
  let isReadable = true
  for (let since = 0; ; ) {
    const rows = await readLines(log, since)
    if (rows.length === 0) return isReadable
    const revisions = rows.flatMap((row, index) => readLine(row, rows[index - 1]?.seq ?? since, findings) ?? [])
    isReadable &&= revisions.length === rows.length
    if (isReadable)
      await explained(scratch.engine, () =>
        scratch.db.transaction().execute((trx) => projectLines(trx, scratch.engine, rows, revisions)),
      )
    since = rows.at(-1)?.seq ?? since
    onStep?.("lines of the log replayed", since, of)
    // SQLite answers at once: without this, nothing else would run until all is replayed.
    await setImmediate()
  }
}

const readLines = (db: Db, since: number) =>
  db.selectFrom("revisions").selectAll().where("seq", ">", since).orderBy("seq").limit(portion).execute()

/** The line, where its item can be made something of; what is wrong with it goes to the findings. */
function readLine(row: RevisionRow, before: number, findings: Findings): Revision | undefined {
  const found = (message: string) =>
    findings.add({ table: "revisions", subject: `line ${row.seq} (item ${row.item_id})`, message })
  if (row.seq !== before + 1) found(`the line before it has the number ${before}: lines are lost`)
  try {
    const revision = fromRevisionRow(row)
    const { error } = Revision.safeParse(revision)
    const issue = error?.issues.find((one) => !isOfLetters(one))
    if (issue) found(`${issue.path.join(".")}: ${issue.message}`)
    if (!issue && revision.item.id !== row.item_id) found(`its item is ${revision.item.id}`)
    return issue || revision.item.id !== row.item_id ? undefined : revision
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    found(`its item is not JSON: ${error.message}`)
    return undefined
  }
}

async function projectLines(trx: Db, engine: Engine, rows: readonly RevisionRow[], revisions: readonly Revision[]) {
  await insertRows(trx, "revisions", rows)
  const known = await readItems(trx, [...new Set(revisions.map(({ itemId }) => itemId))])
  const lines = revisions.map((revision): Projected => {
    const row = toRow(revision, known.get(revision.itemId))
    known.set(row.id, row)
    return { revision, row }
  })
  await project(trx, engine.search, lines)
  // Which words were added on the way depends on what was written together: these are all that can have been.
  await addWords(
    trx,
    lines.filter(({ row }) => row.listed === 1).map(({ revision }) => revision.item),
  )
}

async function readItems(trx: Db, ids: readonly string[]): Promise<Map<string, ItemRow>> {
  const rows = await trx.selectFrom("items").selectAll().where("id", "in", ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}
