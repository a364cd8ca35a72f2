import { Kysely } from "kysely"
import { engineOf } from "../dialect.js"
import type { Database } from "../schema.js"

/**
 * Lets the webhooks of a copied SQLite archive tell nobody until somebody enables them: the archive that was copied may live on,
 * and whoever is told would be told by both. Gives how many there were.
 */
export async function quietWebhooks(path: string, at: string): Promise<number> {
  const engine = await engineOf(`sqlite:${path}`, 5000)
  const db = new Kysely<Database>({ dialect: engine.dialects.write })
  try {
    if (!(await engine.tables(db)).includes("webhooks")) return 0
    const { numUpdatedRows } = await db
      .updateTable("webhooks")
      .set({
        disabled_at: at,
        disabled_reason: "restored from a backup: enable it where this archive is to tell others",
      })
      .where("disabled_at", "is", null)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  } finally {
    await db.destroy()
  }
}
