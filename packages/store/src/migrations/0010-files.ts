import { type Kysely, sql } from "kysely"

/** What is known of the files that were handed in, and of those that are on their way. */
export async function files(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")

  await db.schema
    .createTable("files")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("media_type", text, (column) => column.notNull())
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("name", text, (column) => column.notNull())
    .addColumn("width", "integer")
    .addColumn("height", "integer")
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("by", text, (column) => column.notNull())
    .execute()
  await db.schema.createIndex("files_by_age").on("files").columns(["at"]).execute()

  await db.schema
    .createTable("uploads")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("token_id", text, (column) => column.notNull())
    .addColumn("name", text, (column) => column.notNull())
    .addColumn("media_type", text)
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("received", "integer", (column) => column.notNull())
    .addColumn("pieces", text, (column) => column.notNull())
    .addColumn("file_id", text)
    .addColumn("expires_at", text, (column) => column.notNull())
    .execute()
  await db.schema.createIndex("uploads_by_age").on("uploads").columns(["expires_at"]).execute()
}
