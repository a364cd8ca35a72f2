import { InvalidInput, type Revision } from "@pg/domain"
import { takeOverFiles } from "../files.js"
import { append, changes, lastSeq } from "../log.js"
import { rebuild, projectionVersion } from "../rebuild.js"
import type { Db } from "../schema.js"
import { openStore } from "../store.js"
import { StoreError } from "../store-error.js"
import { checkLives } from "./check-log.js"
import { type Opened, type Waiting, withDatabase } from "./database.js"
import type { ExportSummary } from "./export.js"
import { openFindings } from "./findings.js"
import { writeRevision } from "./log-format.js"
import { readArchive, type Reading } from "./read-archive.js"
import type { OnStep } from "./step.js"

/** What an import found; `isNew` where it wrote the log, and not where all of it was there already. */
export type ImportSummary = ExportSummary & { isNew: boolean }

/** `mediaTypes` are those of the files that may be listed. */
type ImportOptions = Waiting & { mediaTypes: readonly string[]; onStep?: OnStep }

/**
 * Puts the log of a `newsroom-log` text, given line by line, into an empty database, and makes all else from it. Every
 * revision keeps its number, its instant and its author; the files that are listed are noted as they were. The log is written
 * in one transaction, which is committed when count, digest and every item's life have been found right: else nothing was
 * written. Where the database's log begins with this very text, nothing is written but what was not noted of files, so that
 * whoever takes over their bytes may begin anew; others write meanwhile, however slowly the text comes. Throws InvalidInput, the path being the line, for a text that is not whole, and
 * StoreError for a database that has another archive in it.
 */
export async function importLog(
  url: string,
  lines: AsyncIterable<string>,
  { onStep, mediaTypes, ...waiting }: ImportOptions,
): Promise<ImportSummary> {
  await (await openStore(url, waiting)).close()
  return withDatabase(
    url,
    async (opened) => {
      const isNew = (await lastSeq(opened.reader)) === 0
      const read = await (isNew ? writeAll : compare)(opened, lines, { mediaTypes, onStep })
      await rebuild(opened.writer, opened.engine, (done, of) => onStep?.("lines of the log projected", done, of))
      return { ...read, isNew }
    },
    waiting,
  )
}

type Step = (opened: Opened, lines: AsyncIterable<string>, reading: Omit<Reading, "take">) => Promise<ExportSummary>

/** Writes the log and what is known of files, where there is still none. */
const writeAll: Step = ({ writer, engine }, lines, reading) =>
  writer.transaction().execute(async (trx) => {
    await engine.lock(trx)
    if ((await lastSeq(trx)) > 0) throw taken(engine.name)
    const read = await readArchive(lines, { ...reading, take: (batch) => append(trx, batch) })
    await refuseWrongLives(trx)
    await trx.updateTable("projection").set({ version: projectionVersion, rebuilt_until: 0 }).execute()
    await takeOverFiles(trx, read.files)
    return read
  })

/** Writes only what is not known of files, once the log has been found to begin with the text: no line of it ever changes. */
const compare: Step = async ({ writer, reader, engine }, lines, reading) => {
  const read = await readArchive(lines, { ...reading, take: (batch) => refuseOthers(reader, batch, engine.name) })
  if (read.lines === 0) throw taken(engine.name)
  await writer.transaction().execute((trx) => takeOverFiles(trx, read.files))
  return read
}

/** Throws StoreError where lines of a text are not those of the log. */
async function refuseOthers(db: Db, batch: readonly Revision[], name: string): Promise<void> {
  const first = batch[0]
  const there = first ? await changes(db, first.seq - 1, batch.length) : []
  if (batch.some((revision, index) => !there[index] || writeRevision(revision) !== writeRevision(there[index])))
    throw taken(name)
}

const taken = (name: string) =>
  new StoreError(`${name} has an archive in it already: name an empty one, or a new file.`)

async function refuseWrongLives(trx: Db): Promise<void> {
  const findings = openFindings()
  await checkLives(trx, findings)
  if (findings.all.length > 0)
    throw new InvalidInput(findings.all.map(({ subject, message }) => ({ path: subject, message })))
}
