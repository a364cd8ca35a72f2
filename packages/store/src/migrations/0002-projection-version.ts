import { type Kysely, sql } from "kysely"

/** How what is made from the log was made, and up to which line it is made anew; see `rebuild`. */
export async function projectionVersion(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("projection")
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("rebuilt_until", "integer")
    .execute()
  await sql`insert into projection (version) values (0)`.execute(db)
}
