import { type CreateTableBuilder, type Kysely, sql } from "kysely"

/** What others than the store read of the log, the texts that they are given, and the secret by which these are signed. */
export async function publicLog(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")
  const asIndex = <Table extends string, Column extends string>(builder: CreateTableBuilder<Table, Column>) =>
    database === "sqlite" ? builder.modifyEnd(sql`without rowid`) : builder

  await db.schema
    .createTable("settings")
    .addColumn("name", text, (column) => column.primaryKey())
    .addColumn("value", text, (column) => column.notNull())
    .execute()
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex")
  await sql`insert into settings (name, value) values ('secret', ${secret})`.execute(db)
  // Until here the log's texts were written as they came, from here on as writeItem writes them.
  await sql`insert into settings (name, value)
    select 'canonical_after', cast(coalesce(max(seq), 0) as text) from revisions`.execute(db)

  for (const column of ["changed_seq", "public_seq"])
    await db.schema.alterTable("items").addColumn(column, "integer").execute()
  await db.schema.createIndex("items_by_changed_seq").on("items").columns(["listed", "changed_seq"]).execute()

  await db.schema
    .createTable("public_lines")
    .addColumn("seq", "integer", (column) => column.primaryKey().references("revisions.seq"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("state", text, (column) => column.notNull())
    .addColumn("public_seq", "integer", (column) => column.notNull())
    .addColumn("noted", "integer", (column) => column.notNull())
    .addColumn("first_published_at", text, (column) => column.notNull())
    .addColumn("updated_at", text, (column) => column.notNull())
    .execute()
  await db.schema.createIndex("public_lines_of_item").on("public_lines").columns(["number", "seq"]).execute()
  // The condition of a partial index has to be written out in the question too, not bound to it.
  await sql`create index public_lines_noted on public_lines (seq) where noted = 1`.execute(db)

  await asIndex(
    db.schema
      .createTable("harvest")
      .addColumn("part", text, (column) => column.notNull())
      .addColumn("changed_key", text, (column) => column.notNull())
      // By the item's number and not by its id: what comes in together is then written side by side.
      .addColumn("number", "integer", (column) => column.notNull().references("items.number"))
      .addPrimaryKeyConstraint("harvest_in_order", ["part", "changed_key", "number"]),
  ).execute()

  await db.schema
    .createTable("texts")
    .addColumn("number", "integer", (column) => column.primaryKey().references("items.number"))
    .addColumn("list", text, (column) => column.notNull())
    .execute()
}
