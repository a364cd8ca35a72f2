import type { Engine } from "../engine.js"
import { lastSeq } from "../log.js"
import { migrationNames, readVersions } from "../migrate.js"
import { projectionVersion, refuseNewerProjection } from "../rebuild.js"
import type { Db } from "../schema.js"
import { StoreError } from "../store-error.js"
import { type Opened, type Waiting, withDatabase } from "./database.js"

/**
 * How a database stands to this program. `had` are the migrations that it has had, `pending` those that are to be run;
 * `projection` in which version everything but the log was made, 0 for never, and in which it would be; `linesToRebuild`
 * how many lines of the log are to be read for that.
 */
export type MigrationStatus = {
  had: string[]
  pending: string[]
  projection: { found: number; known: number }
  lines: number
  linesToRebuild: number
}

/** Says so, and writes nothing. Throws StoreError where there is no such database, or another program's or a newer one. */
export const migrationStatus = (url: string, waiting?: Waiting): Promise<MigrationStatus> =>
  withDatabase(url, ({ reader, engine }) => stateOf(reader, engine), waiting)

/** The same of a database that is open. */
export async function stateOf(db: Db, engine: Engine): Promise<MigrationStatus> {
  const tables = await engine.tables(db)
  const had = tables.includes("store_version") ? (await readVersions(db)).map(({ name }) => name) : []
  const pending = migrationNames.filter((name) => !had.includes(name))
  const lines = tables.includes("revisions") ? await lastSeq(db) : 0
  const made = tables.includes("projection")
    ? await db.selectFrom("projection").selectAll().executeTakeFirst()
    : undefined
  const found = made?.version ?? 0
  refuseNewerProjection(found, engine)
  const done = found === projectionVersion ? (made?.rebuilt_until ?? lines) : 0
  return { had, pending, projection: { found, known: projectionVersion }, lines, linesToRebuild: lines - done }
}

/** Throws StoreError where a database is not as this version leaves it. */
export async function refuseOutdated({ reader, engine }: Opened): Promise<void> {
  const { pending } = await stateOf(reader, engine)
  const states = pending.length > 0 ? [] : await reader.selectFrom("projection").selectAll().execute()
  const isMade = states.every(({ version, rebuilt_until }) => version === projectionVersion && rebuilt_until === null)
  if (pending.length > 0 || !isMade)
    throw new StoreError(
      `${engine.name} is not as this version of the program has it: bring it up to date first (newsroom migrate).`,
    )
}
