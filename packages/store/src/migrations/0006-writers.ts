import { type CreateTableBuilder, type Kysely, sql } from "kysely"

/** What writers bring with them: more on a line of the log, who may write, what was written once, and who tried to. */
export async function writers(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")
  const asIndex = <Table extends string, Column extends string>(builder: CreateTableBuilder<Table, Column>) =>
    database === "sqlite" ? builder.modifyEnd(sql`without rowid`) : builder

  await db.schema.alterTable("revisions").addColumn("details", text).execute()
  for (const column of ["publish_at", "conflicts"])
    await db.schema.alterTable("items").addColumn(column, text).execute()
  await db.schema.alterTable("items").addColumn("imported_seq", "integer").execute()
  await sql`create index items_to_publish on items (publish_at) where publish_at is not null`.execute(db)
  await sql`create index items_in_conflict on items (seq) where conflicts is not null`.execute(db)
  await sql`create index items_not_shown on items (seq) where listed = 0`.execute(db)

  await db.schema
    .createTable("tokens")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("name", text, (column) => column.notNull().unique())
    .addColumn("hash", text, (column) => column.notNull())
    .addColumn("scopes", text, (column) => column.notNull())
    .addColumn("kinds", text, (column) => column.notNull())
    .addColumn("locales", text, (column) => column.notNull())
    .addColumn("created_at", text, (column) => column.notNull())
    .addColumn("expires_at", text)
    .addColumn("revoked_at", text)
    .addColumn("last_used_at", text)
    .execute()

  await asIndex(
    db.schema
      .createTable("written_once")
      .addColumn("token_id", text, (column) => column.notNull())
      .addColumn("key", text, (column) => column.notNull())
      .addColumn("fingerprint", text, (column) => column.notNull())
      .addColumn("at", text, (column) => column.notNull())
      .addColumn("outcome", text, (column) => column.notNull())
      .addColumn("seq", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("written_once_by_key", ["token_id", "key"]),
  ).execute()
  await db.schema.createIndex("written_once_by_age").on("written_once").columns(["at"]).execute()

  await db.schema
    .createTable("audit")
    .addColumn("number", database === "postgres" ? "serial" : "integer", (column) => column.primaryKey())
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("by", text, (column) => column.notNull())
    .addColumn("request_id", text, (column) => column.notNull())
    .addColumn("operation", text, (column) => column.notNull())
    .addColumn("item_id", text)
    .addColumn("status", "integer", (column) => column.notNull())
    .addColumn("reason", text)
    .addColumn("seq", "integer")
    .execute()
  await db.schema.createIndex("audit_of_item").on("audit").columns(["item_id", "number"]).execute()
}
