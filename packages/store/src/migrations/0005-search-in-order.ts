import { type Kysely, sql } from "kysely"

/** A search index whose hits come in the order of lists, which knows what stands side by side; empty until it is made. */
export async function searchInOrder(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  await db.schema.dropTable("search").execute()
  await db.schema
    .alterTable("items")
    .addColumn("place", "bigint", (column) => column.notNull().defaultTo(0))
    .execute()
  await (database === "sqlite" ? createSqliteSearch(db) : createPostgresSearch(db))
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")
  await db.schema
    .createTable("words")
    .addColumn("length", "integer", (column) => column.notNull())
    .addColumn("folded", text, (column) => column.notNull())
    .addColumn("word", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("words_by_length", ["length", "folded", "word"])
    .modifyEnd(database === "sqlite" ? sql`without rowid` : sql``)
    .execute()
}

/**
 * Contentless: the text is in the log. `detail` is full for phrases. The signs are those of our tokens. FTS5 holds back up to
 * 8 MiB of a transaction's words, so that a batch of an import is one piece of the index, and joins pieces by eights: both
 * save writing the same words again and again.
 */
async function createSqliteSearch(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search using fts5(
    tokens, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars '.:!=_+-'"
  )`.execute(db)
  await sql`insert into search (search, rank) values ('hashsize', 8388608)`.execute(db)
  await sql`insert into search (search, rank) values ('automerge', 8)`.execute(db)
}

/** Tokens are not compressed: most of what a phrase or a word that is not wanted costs would be to unpack them. */
async function createPostgresSearch(db: Kysely<unknown>): Promise<void> {
  await sql`create table search (
    number integer primary key references items (number), place bigint not null,
    title text collate "C" not null, tokens text collate "C" not null
  )`.execute(db)
  await sql`alter table search alter column tokens set storage external`.execute(db)
  await sql`create index search_places on search (place)`.execute(db)
  await sql`create index search_tokens on search using gin (string_to_array(title || tokens, ' '))`.execute(db)
}
