import type { Db } from "../schema.js"

/** Takes a webhook and its deliveries away. */
export async function removeWebhook(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom("webhooks").where("id", "=", id).execute()
}

/** Sends it nothing more until it is enabled; what is to be told stays in the log. */
export async function disableWebhook(trx: Db, id: string, now: Date, reason: string): Promise<void> {
  await trx
    .updateTable("webhooks")
    .set({ disabled_at: now.toISOString(), disabled_reason: reason })
    .where("id", "=", id)
    .execute()
}

/** Goes on where it was left: what failed before is due now, and failures count anew. */
export async function enableWebhook(trx: Db, id: string, now: Date): Promise<void> {
  await trx
    .updateTable("webhooks")
    .set({ disabled_at: null, disabled_reason: null, failing_since: null, not_before: null })
    .where("id", "=", id)
    .execute()
  await hasten(trx, id, now)
}

/** Signs with a new secret; with the one before too until an instant, so that a receiver can change at its own time. */
export async function rotateSecret(trx: Db, id: string, secret: string, previousUntil: Date): Promise<void> {
  await trx
    .updateTable("webhooks")
    .set((is) => ({ previous_secret: is.ref("secret"), previous_until: previousUntil.toISOString(), secret }))
    .where("id", "=", id)
    .execute()
}

/** Makes all that waits for its next attempt due now. */
export async function hasten(trx: Db, id: string, now: Date): Promise<void> {
  await trx
    .updateTable("deliveries")
    .set({ next_at: now.toISOString() })
    .where("webhook_id", "=", id)
    .where("status", "=", "pending")
    .where("next_at", ">", now.toISOString())
    .execute()
}
