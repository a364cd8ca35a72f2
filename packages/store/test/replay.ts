import type { Revision } from "@pg/domain"
import { Kysely } from "kysely"
import { engineOf } from "../src/dialect.js"
import { append } from "../src/log.js"
import { project } from "../src/projection.js"
import { toRow } from "../src/row.js"
import type { Database, ItemRow } from "../src/schema.js"

/** Writes lines of a log into a database that has none of their items, each in a transaction, and what is made from them. */
export async function replay(url: string, log: readonly Revision[]): Promise<void> {
  const engine = await engineOf(url, 1000)
  const db = new Kysely<Database>({ dialect: engine.dialects.write })
  const rows = new Map<string, ItemRow>()
  for (const revision of log) {
    const row = toRow(revision, rows.get(revision.itemId))
    rows.set(revision.itemId, row)
    await db.transaction().execute(async (trx) => {
      await append(trx, [revision])
      await project(trx, engine.search, [{ revision, row }])
    })
  }
  await db.destroy()
}
