import type { Kysely } from "kysely"
import type { Engine } from "./engine.js"
import { logAndProjection } from "./migrations/0001-log-and-projection.js"
import { publicLog } from "./migrations/0003-public-log.js"
import type { Db } from "./schema.js"
import { StoreError } from "./store-error.js"

/** In the order in which they are run; the version of a database is how many of them it has had. */
const migrations = [
  { name: "0001-log-and-projection", up: logAndProjection },
  { name: "0003-public-log", up: publicLog },
]

/** Refuses, before anything is written, a database that a newer version of this program or another program wrote. */
export async function refuseForeign(db: Db, engine: Engine): Promise<void> {
  const tables = await engine.tables(db)
  if (tables.includes("store_version")) return refuseNewer(await versionOf(db), engine)
  if (tables.length > 0)
    throw new StoreError(
      `${engine.name} holds tables of another program (${tables.slice(0, 3).join(", ")}): give the newsroom a database of its own.`,
    )
}

/** Brings the database up to date in one transaction; of two that open it at once, one waits and finds it done. */
export async function migrate(db: Db, engine: Engine): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await engine.lock(trx)
    await trx.schema
      .createTable("store_version")
      .ifNotExists()
      .addColumn("version", "integer", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .execute()
    const version = await versionOf(trx)
    refuseNewer(version, engine)
    for (const [index, { name, up }] of migrations.entries()) {
      if (index < version) continue
      // A migration knows the tables as they were, not as this version's types have them.
      await up(trx as unknown as Kysely<unknown>, engine.database)
      await trx
        .insertInto("store_version")
        .values({ version: index + 1, name })
        .execute()
    }
  })
}

const versionOf = async (db: Db) =>
  (
    await db
      .selectFrom("store_version")
      .select(({ fn }) => fn.max("version").as("version"))
      .executeTakeFirst()
  )?.version ?? 0

function refuseNewer(version: number, engine: Engine): void {
  if (version > migrations.length)
    throw new StoreError(
      `${engine.name} was written by a newer version of this program (its version is ${version}, this program knows ${migrations.length}): update the program, or name another database.`,
    )
}
