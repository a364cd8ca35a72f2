import { type Kysely, sql } from "kysely"

/** The body of each listed item that has one, as the HTML that may be shown. */
export async function bodies(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")
  await db.schema
    .createTable("bodies")
    .addColumn("number", "integer", (column) => column.primaryKey().references("items.number"))
    .addColumn("html", text, (column) => column.notNull())
    .execute()
}
