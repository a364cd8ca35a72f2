import { InvalidInput, type WebhookEventType } from "@pg/domain"
import type { Db, DeliveryRow, DeliveryStatus } from "../schema.js"
import { addDeliveries } from "./hand-over.js"
import { readTellingLines, toldOf } from "./telling.js"
import type { Webhook } from "./webhook.js"

/**
 * A line of the delivery log: what of the public log a webhook is being told, was told, or was not. `attempts` were made, the
 * last `attemptedAt`; `responseStatus`, `duration` (milliseconds) and `reason` are what came of that. Instants are UTC.
 */
export type Delivery = {
  webhookId: string
  seq: number
  itemId: string
  type: WebhookEventType
  status: DeliveryStatus
  attempts: number
  nextAt?: string
  attemptedAt?: string
  responseStatus?: number
  duration?: number
  reason?: string
  finishedAt?: string
}

/** `before` is the seq from which on none is wanted. */
export type DeliveryQuery = { status?: DeliveryStatus; itemId?: string; before?: number; limit: number }

/** The deliveries of a webhook, the newest line of the log first. */
export async function listDeliveries(db: Db, webhookId: string, query: DeliveryQuery): Promise<Delivery[]> {
  let asked = db.selectFrom("deliveries").selectAll().where("webhook_id", "=", webhookId)
  if (query.status !== undefined) asked = asked.where("status", "=", query.status)
  if (query.itemId !== undefined) asked = asked.where("item_id", "=", query.itemId)
  if (query.before !== undefined) asked = asked.where("seq", "<", query.before)
  return (await asked.orderBy("seq", "desc").limit(query.limit).execute()).map(fromDeliveryRow)
}

/** How many deliveries of a webhook there are in each status. */
export async function countDeliveries(db: Db, webhookId: string): Promise<Record<DeliveryStatus, number>> {
  const rows = await db
    .selectFrom("deliveries")
    .select(["status", ({ fn }) => fn.countAll().as("count")])
    .where("webhook_id", "=", webhookId)
    .groupBy("status")
    .execute()
  const counts = Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
  return { pending: 0, delivered: 0, failed: 0, ...counts }
}

/** Tells a line of the log once more, whether it was told or not. Throws InvalidInput for one that does not concern it. */
export async function replayDelivery(trx: Db, { id, filter }: Webhook, seq: number, now: Date): Promise<void> {
  const told = await toldOf(trx, filter, await readTellingLines(trx, [seq]))
  if (told.length === 0)
    throw new InvalidInput([{ path: "seq", message: `the log's line ${seq} is nothing that this webhook is told` }])
  await addDeliveries(trx, id, told, now)
}

/** Hands the log over once more from after a seq. A cursor that has not come that far stays where it is. */
export async function replaySince(trx: Db, id: string, since: number): Promise<void> {
  await trx.updateTable("webhooks").set({ cursor: since }).where("id", "=", id).where("cursor", ">", since).execute()
}

/** Forgets the deliveries that were over before an instant; gives their number. */
export async function pruneDeliveries(trx: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom("deliveries")
    .where("finished_at", "<", before.toISOString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function fromDeliveryRow(row: DeliveryRow): Delivery {
  const said = {
    nextAt: row.status === "pending" ? row.next_at : null,
    attemptedAt: row.attempted_at,
    responseStatus: row.response_status,
    duration: row.duration,
    reason: row.reason,
    finishedAt: row.finished_at,
  }
  const { webhook_id: webhookId, seq, item_id: itemId, type, status, attempts } = row
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
  return { webhookId, seq, itemId, type, status, attempts, ...known }
}
