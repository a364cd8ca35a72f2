import { type Kysely, sql } from "kysely"

/**
 * With the texts that lists show all else that a list wants of its items, and in the table of terms the number by which that is
 * found: so that a page is one read of an index and one row an item.
 */
export async function shownWithTexts(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")
  await db.schema.dropTable("texts").execute()
  await db.schema
    .createTable("texts")
    .addColumn("number", "integer", (column) => column.primaryKey().references("items.number"))
    .addColumn("locale", text, (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("updated_at", text)
    .addColumn("hash", text, (column) => column.notNull())
    .addColumn("list", text, (column) => column.notNull())
    .execute()
  await db.schema
    .alterTable("terms")
    .addColumn("number", "integer", (column) => column.notNull().defaultTo(0))
    .execute()
}
