import { InvalidInput, type Revision } from "@pg/domain"
import { takeOverFiles } from "../files.js"
import { append, changes, lastSeq } from "../log.js"
import { rebuild, projectionVersion } from "../rebuild.js"
import type { Db } from "../schema.js"
import { openStore } from "../store.js"
import { StoreError } from "../store-error.js"
import { checkLives } from "./check-log.js"
import { type Waiting, withDatabase } from "./database.js"
import type { ExportSummary } from "./export.js"
import { openFindings } from "./findings.js"
import { writeRevision } from "./log-format.js"
import { readArchive } from "./read-archive.js"
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
 * whoever takes over their bytes may begin anew. Throws InvalidInput, the path being the line, for a text that is not whole, and
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
    async ({ writer, engine }) => {
      const summary = await writer.transaction().execute(async (trx) => {
        await engine.lock(trx)
        const isNew = (await lastSeq(trx)) === 0
        const take = isNew ? append : (trx: Db, batch: Revision[]) => refuseOthers(trx, batch, engine.name)
        const read = await readArchive(lines, { take: (batch) => take(trx, batch), mediaTypes, onStep })
        if (!isNew && read.lines === 0) throw taken(engine.name)
        if (isNew) {
          await refuseWrongLives(trx)
          await trx.updateTable("projection").set({ version: projectionVersion, rebuilt_until: 0 }).execute()
        }
        await takeOverFiles(trx, read.files)
        return { ...read, isNew }
      })
      await rebuild(writer, engine, (done, of) => onStep?.("lines of the log projected", done, of))
      return summary
    },
    waiting,
  )
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
