import type { Kysely } from "kysely"
import { createHarvest } from "./0003-public-log.js"
import { createSearch } from "./0005-search-in-order.js"

/**
 * Migrations 0003 and 0005 were changed, on their first day, after databases had been made with them. Such a database has
 * the tables of that day, which nothing can be written into any more: they are made again, and what is in them anew.
 */
export async function tablesInForm(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const tables = await db.introspection.getTables()
  const has = (name: string, column: string) =>
    tables.some((table) => table.name === name && table.columns.some((its) => its.name === column))
  const hasSearch = has("words", "folded") && (database === "sqlite" || has("search", "title"))
  if (has("harvest", "number") && hasSearch) return
  for (const name of ["harvest", "search", "words"]) await db.schema.dropTable(name).ifExists().execute()
  await createHarvest(db, database)
  await createSearch(db, database)
  await (db as Kysely<{ projection: { version: number; rebuilt_until: number | null } }>)
    .updateTable("projection")
    .set({ version: 0, rebuilt_until: null })
    .execute()
}
