import { type Kysely, sql } from "kysely"

/** What others than the store read of the log, and the secret by which they are given places in it. */
export async function publicLog(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")

  await db.schema
    .createTable("secrets")
    .addColumn("name", text, (column) => column.primaryKey())
    .addColumn("value", text, (column) => column.notNull())
    .execute()
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex")
  await sql`insert into secrets (name, value) values ('tokens', ${secret})`.execute(db)
}
