import type { Db, WebhookRow } from "../schema.js"

/**
 * The row of a webhook, which no other transaction changes before this one ends. Whoever changes several of its deliveries
 * begins with this, so that no two wait for each other.
 */
export const lockWebhook = (trx: Db, id: string): Promise<WebhookRow | undefined> =>
  trx
    .updateTable("webhooks")
    .set((is) => ({ cursor: is.ref("cursor") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst()
