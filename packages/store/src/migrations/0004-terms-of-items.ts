import type { Kysely } from "kysely"

/** Keeps each item's terms with it as well, so that the table of terms needs no index by item. */
export async function termsOfItems(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("items")
    .addColumn("terms", "text", (column) => column.notNull().defaultTo(""))
    .execute()
  await db.schema.dropIndex("terms_of_item").execute()
}
