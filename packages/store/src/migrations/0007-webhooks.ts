import { type Kysely, sql } from "kysely"

/**
 * Who is told of changes, and up to where of the log; and what of that is under way, was told or given up. What is still to
 * be told is in no table: the log has it. Instants are UTC in milliseconds, so that their texts sort.
 */
export async function webhooks(db: Kysely<unknown>, database: "sqlite" | "postgres"): Promise<void> {
  const text = sql.raw<string>(database === "postgres" ? 'text collate "C"' : "text")

  await db.schema
    .createTable("webhooks")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("name", text, (column) => column.notNull().unique())
    .addColumn("url", text, (column) => column.notNull())
    .addColumn("filter", text, (column) => column.notNull())
    .addColumn("secret", text, (column) => column.notNull())
    .addColumn("previous_secret", text)
    .addColumn("previous_until", text)
    .addColumn("created_at", text, (column) => column.notNull())
    .addColumn("disabled_at", text)
    .addColumn("disabled_reason", text)
    .addColumn("cursor", "integer", (column) => column.notNull())
    .addColumn("delivered_at", text)
    .addColumn("failing_since", text)
    .addColumn("not_before", text)
    .execute()

  await db.schema
    .createTable("deliveries")
    .addColumn("webhook_id", text, (column) => column.notNull().references("webhooks.id").onDelete("cascade"))
    .addColumn("seq", "integer", (column) => column.notNull())
    .addColumn("item_id", text, (column) => column.notNull())
    .addColumn("type", text, (column) => column.notNull())
    .addColumn("status", text, (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("next_at", text, (column) => column.notNull())
    .addColumn("claim", text)
    .addColumn("claimed_until", text)
    .addColumn("attempted_at", text)
    .addColumn("response_status", "integer")
    .addColumn("duration", "integer")
    .addColumn("reason", text)
    .addColumn("finished_at", text)
    .addPrimaryKeyConstraint("deliveries_in_order", ["webhook_id", "seq"])
    .execute()
  await db.schema
    .createIndex("deliveries_of_item")
    .on("deliveries")
    .columns(["webhook_id", "status", "item_id", "seq"])
    .execute()
  await db.schema.createIndex("deliveries_by_end").on("deliveries").columns(["finished_at"]).execute()

  await db.schema
    .createTable("hubs")
    .addColumn("url", text, (column) => column.primaryKey())
    .addColumn("cursor", "integer", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("next_at", text, (column) => column.notNull())
    .addColumn("claim", text)
    .addColumn("claimed_until", text)
    .execute()
}
