import { lastSeq } from "../log.js"
import { forgetAll, projectionVersion, rebuild } from "../rebuild.js"
import type { Db } from "../schema.js"
import { compareProjection } from "./compare-projection.js"
import { checkLives } from "./check-log.js"
import { atOneMoment, type Opened, type Waiting, withDatabase } from "./database.js"
import { checkFile } from "./check-file.js"
import { type Finding, type Findings, openFindings } from "./findings.js"
import { replay, withScratch } from "./replay.js"
import { refuseOutdated } from "./migration-status.js"
import type { OnStep } from "./step.js"

/**
 * What a check came to. `lines` is how many lines the log has. `findings` are the first of each table, `hidden` how many
 * more there are. `compared` is false where the file or the log is so damaged that nothing can be said of the rest.
 */
export type CheckReport = { lines: number; findings: Finding[]; hidden: number; compared: boolean }

type CheckOptions = Waiting & { onStep?: OnStep }

/**
 * Holds a database against itself, as of one moment: the file is whole, no line of the log is lost, each step of an item's
 * life is one that the lifecycle allows, each item can be read, and everything else is what a replay of the log makes.
 * Writes nothing into it; the replay takes about as much room in the temporary folder as the database has. Throws
 * StoreError where there is no such database, or it is not of this version.
 */
export const checkDatabase = (url: string, options: CheckOptions = {}): Promise<CheckReport> =>
  withDatabase(url, (opened) => checkOpened(opened, options.onStep), options)

/**
 * Makes everything but the log anew from it, and checks again. Others may read meanwhile, and find less than there is;
 * they cannot write. Where the log itself cannot be read nothing is done.
 */
export async function repairDatabase(url: string, options: CheckOptions = {}): Promise<CheckReport> {
  const found = await checkDatabase(url, options)
  if (found.findings.length === 0 || !found.compared) return found
  await withDatabase(url, (opened) => makeAnew(opened, options.onStep), options)
  // On connections of their own: FTS5 remembers on each how its index was.
  return checkDatabase(url, options)
}

async function checkOpened(opened: Opened, onStep: OnStep | undefined): Promise<CheckReport> {
  await refuseOutdated(opened)
  return atOneMoment(opened.reader, async (db) => {
    const findings = openFindings()
    const lines = await lastSeq(db)
    const isWhole = await checkFile(db, opened.engine, findings)
    const compared = isWhole && (await checkAgainstLog({ db, engine: opened.engine }, findings, onStep))
    return { lines, findings: [...findings.all], hidden: findings.hidden(), compared }
  })
}

async function checkAgainstLog(
  database: Pick<Opened, "engine"> & { db: Db },
  findings: Findings,
  onStep: OnStep | undefined,
): Promise<boolean> {
  await checkLives(database.db, findings)
  await checkProjectionState(database.db, findings)
  return withScratch(async (scratch) => {
    const isReadable = await replay(database.db, scratch, findings, onStep)
    if (isReadable) await compareProjection(scratch, database, findings, onStep)
    return isReadable
  })
}

async function checkProjectionState(db: Db, findings: Findings): Promise<void> {
  const rows = await db.selectFrom("projection").selectAll().execute()
  if (rows.length !== 1)
    findings.add({
      table: "projection",
      subject: "the table",
      message: `has ${rows.length} rows, where there is to be one`,
    })
}

async function makeAnew({ writer, engine }: Opened, onStep: OnStep | undefined): Promise<void> {
  await writer.transaction().execute(async (trx) => {
    await engine.lock(trx)
    await forgetAll(trx, engine)
    await trx.deleteFrom("projection").execute()
    await trx.insertInto("projection").values({ version: projectionVersion, rebuilt_until: 0 }).execute()
  })
  await rebuild(writer, engine, (done, of) => onStep?.("lines of the log made anew", done, of))
}
