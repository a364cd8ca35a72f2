import { type Kysely, sql } from "kysely"

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
  await createHarvestAndWords(db, database)
  await (database === "sqlite" ? createSqliteSearch(db) : createPostgresSearch(db))
  await sql`update projection set version = 0, rebuilt_until = null`.execute(db)
}

/** As 0003 and 0005 make them now. */
async function createHarvestAndWords(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")
  const end = database === "sqlite" ? sql`without rowid` : sql``
  await db.schema
    .createTable("harvest")
    .addColumn("part", text, (column) => column.notNull())
    .addColumn("changed_key", text, (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull().references("items.number"))
    .addPrimaryKeyConstraint("harvest_in_order", ["part", "changed_key", "number"])
    .modifyEnd(end)
    .execute()
  await db.schema
    .createTable("words")
    .addColumn("length", "integer", (column) => column.notNull())
    .addColumn("folded", text, (column) => column.notNull())
    .addColumn("word", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("words_by_length", ["length", "folded", "word"])
    .modifyEnd(end)
    .execute()
}

async function createSqliteSearch(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search using fts5(
    tokens, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars '.:!=_+-'"
  )`.execute(db)
  await sql`insert into search (search, rank) values ('hashsize', 8388608)`.execute(db)
  await sql`insert into search (search, rank) values ('automerge', 8)`.execute(db)
}

async function createPostgresSearch(db: Kysely<unknown>): Promise<void> {
  await sql`create table search (
    number integer primary key references items (number), place bigint not null,
    title text collate "C" not null, tokens text collate "C" not null
  )`.execute(db)
  await sql`alter table search alter column tokens set storage external`.execute(db)
  await sql`create index search_places on search (place)`.execute(db)
  await sql`create index search_tokens on search using gin (string_to_array(title || tokens, ' '))`.execute(db)
}
