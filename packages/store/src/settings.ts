import type { Db } from "./schema.js"

/**
 * What was settled when the database was made, or brought up to date: the `secret` by which tokens are signed, so that all
 * that use it take each other's; and after which line the log's texts are as `writeItem` writes them.
 */
export type Settings = { secret: Uint8Array; canonicalAfter: number }

/** Reads what holds for as long as the database is open. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom("settings").selectAll().execute()
  const { secret, canonical_after } = Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  if (secret === undefined || canonical_after === undefined) throw new Error("the table settings is not complete")
  return { secret: Buffer.from(secret, "hex"), canonicalAfter: Number(canonical_after) }
}
