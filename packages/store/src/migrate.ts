import type { Kysely } from "kysely"
import type { Engine } from "./engine.js"
import { logAndProjection } from "./migrations/0001-log-and-projection.js"
import { projectionVersion } from "./migrations/0002-projection-version.js"
import { publicLog } from "./migrations/0003-public-log.js"
import { termsOfItems } from "./migrations/0004-terms-of-items.js"
import { searchInOrder } from "./migrations/0005-search-in-order.js"
import { writers } from "./migrations/0006-writers.js"
import { webhooks } from "./migrations/0007-webhooks.js"
import { shownWithTexts } from "./migrations/0008-shown-with-texts.js"
import { tablesInForm } from "./migrations/0009-tables-in-form.js"
import { files } from "./migrations/0010-files.js"
import { bodies } from "./migrations/0011-bodies.js"
import type { Db } from "./schema.js"
import { StoreError } from "./store-error.js"

/** In the order in which they are run; a database remembers by name which it has had. */
const migrations = [
  { name: "0001-log-and-projection", up: logAndProjection },
  { name: "0002-projection-version", up: projectionVersion },
  { name: "0003-public-log", up: publicLog },
  { name: "0004-terms-of-items", up: termsOfItems },
  { name: "0005-search-in-order", up: searchInOrder },
  { name: "0006-writers", up: writers },
  { name: "0007-webhooks", up: webhooks },
  { name: "0008-shown-with-texts", up: shownWithTexts },
  { name: "0009-tables-in-form", up: tablesInForm },
  { name: "0010-files", up: files },
  { name: "0011-bodies", up: bodies },
]

/** Refuses, before anything is written, a database that a newer version of this program or another program wrote. */
export async function refuseForeign(db: Db, engine: Engine): Promise<void> {
  const tables = await engine.tables(db)
  if (tables.includes("store_version")) return refuseNewer(await readVersions(db), engine)
  if (tables.length > 0)
    throw new StoreError(
      `${engine.name} holds tables of another program (${tables.slice(0, 3).join(", ")}): give the newsroom a database of its own.`,
    )
}

/** Brings the tables up to date in one transaction; of two that open a database at once, one waits and finds it done. */
export async function migrate(db: Db, engine: Engine): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await engine.lock(trx)
    await trx.schema
      .createTable("store_version")
      .ifNotExists()
      .addColumn("version", "integer", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .execute()
    const had = await readVersions(trx)
    refuseNewer(had, engine)
    // By the last that it has had, which need not be the one before: branches were joined in another order than theirs.
    let version = had.at(-1)?.version ?? 0
    for (const { name, up } of migrations) {
      if (had.some((version) => version.name === name)) continue
      // A migration knows the tables as they were, not as this version's types have them.
      await up(trx as unknown as Kysely<unknown>, engine.database)
      await trx.insertInto("store_version").values({ version: ++version, name }).execute()
    }
  })
}

type Version = { version: number; name: string }

/** Which migrations a database has had. */
export const readVersions = (db: Db): Promise<Version[]> =>
  db.selectFrom("store_version").selectAll().orderBy("version").execute()

/** The names of the migrations that this program knows, in their order. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name)

function refuseNewer(had: readonly Version[], engine: Engine): void {
  const newer = had.findLast((version) => !migrations.some(({ name }) => name === version.name))
  if (newer)
    throw new StoreError(
      `${engine.name} was written by a newer version of this program (its version is ${newer.version}, this program knows ${migrations.length}): update the program, or name another database.`,
    )
}
