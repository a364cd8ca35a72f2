import { type CreateTableBuilder, type Kysely, sql } from "kysely"

/** The log, and what is made from it. */
export async function logAndProjection(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const table = (name: string) => db.schema.createTable(name)
  // Byte order, so that both databases and the program agree on what comes first.
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")
  const asIndex = <Table extends string, Column extends string>(builder: CreateTableBuilder<Table, Column>) =>
    database === "sqlite" ? builder.modifyEnd(sql`without rowid`) : builder

  await table("revisions")
    .addColumn("seq", "integer", (column) => column.primaryKey())
    .addColumn("item_id", text, (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("by", text, (column) => column.notNull())
    .addColumn("action", text, (column) => column.notNull())
    .addColumn("state", text, (column) => column.notNull())
    .addColumn("update_type", text, (column) => column.notNull())
    .addColumn("change_note", text)
    .addColumn("item", text, (column) => column.notNull())
    .addUniqueConstraint("revisions_of_item", ["item_id", "revision"])
    .execute()
  await forbidChange(db, database)

  await table("items")
    .addColumn("number", "integer", (column) => column.primaryKey())
    .addColumn("id", text, (column) => column.notNull().unique())
    .addColumn("seq", "integer", (column) => column.notNull().references("revisions.seq"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("kind", text, (column) => column.notNull())
    .addColumn("locale", text, (column) => column.notNull())
    .addColumn("slug", text, (column) => column.notNull())
    .addColumn("state", text, (column) => column.notNull())
    .addColumn("listed", "integer", (column) => column.notNull())
    .addColumn("issued_key", text, (column) => column.notNull())
    .addColumn("issued_low", text)
    .addColumn("issued_high", text)
    .addColumn("when_key", text, (column) => column.notNull())
    .addColumn("updated_key", text, (column) => column.notNull())
    .addColumn("first_published_at", text)
    .addColumn("updated_at", text)
    .execute()
  for (const key of ["issued_key", "when_key", "updated_key"])
    await db.schema.createIndex(`items_by_${key}`).on("items").columns(["listed", key, "id"]).execute()

  await asIndex(
    table("terms")
      .addColumn("field", text, (column) => column.notNull())
      .addColumn("value", text, (column) => column.notNull())
      .addColumn("issued_key", text, (column) => column.notNull())
      .addColumn("item_id", text, (column) => column.notNull().references("items.id"))
      .addPrimaryKeyConstraint("terms_in_order", ["field", "value", "issued_key", "item_id"]),
  ).execute()
  await db.schema.createIndex("terms_of_item").on("terms").columns(["item_id", "field", "value"]).execute()

  await asIndex(
    table("occurrences")
      .addColumn("last_day", text, (column) => column.notNull())
      .addColumn("first_day", text, (column) => column.notNull())
      .addColumn("item_id", text, (column) => column.notNull().references("items.id"))
      .addPrimaryKeyConstraint("occurrences_in_order", ["last_day", "first_day", "item_id"]),
  ).execute()
  await db.schema.createIndex("occurrences_of_item").on("occurrences").columns(["item_id"]).execute()

  await asIndex(
    table("slugs")
      .addColumn("kind", text, (column) => column.notNull())
      .addColumn("slug", text, (column) => column.notNull())
      .addColumn("locale", text, (column) => column.notNull())
      .addColumn("item_id", text, (column) => column.notNull().references("items.id"))
      .addPrimaryKeyConstraint("slugs_lead_to_one", ["kind", "slug", "locale"]),
  ).execute()
  await db.schema.createIndex("slugs_of_item").on("slugs").columns(["item_id"]).execute()

  await (database === "sqlite" ? createSqliteSearch(db) : createPostgresSearch(db))
}

/** The log is append-only for every program that opens the database, not by this one's good manners. */
async function forbidChange(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  if (database === "sqlite") {
    for (const change of ["update", "delete"])
      await sql
        .raw(
          `create trigger revisions_stay_on_${change} before ${change} on revisions
           begin select raise(abort, 'revisions is append-only'); end`,
        )
        .execute(db)
    return
  }
  await sql`create function revisions_stay() returns trigger language plpgsql as
    $$ begin raise exception 'revisions is append-only'; end $$`.execute(db)
  await sql`create trigger revisions_stay before update or delete or truncate on revisions
    for each statement execute function revisions_stay()`.execute(db)
}

/** Words only, no positions or columns: the rows stay small, and highlights are found in the text of the page. */
const createSqliteSearch = (db: Kysely<unknown>) =>
  sql`create virtual table search using fts5(
    tokens, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '.'"
  )`.execute(db)

async function createPostgresSearch(db: Kysely<unknown>): Promise<void> {
  await sql`create table search (
    number integer primary key references items (number), tokens text[] collate "C" not null
  )`.execute(db)
  await sql`create index search_tokens on search using gin (tokens)`.execute(db)
}
