import { lastSeq } from "../log.js"
import { refuseOtherProjection } from "../rebuild.js"
import type { Db, DeliveryRow } from "../schema.js"
import { readTellingLines, type Told, toldOf } from "./telling.js"
import type { Webhook } from "./webhook.js"

/** How many deliveries of a webhook wait at most: what is beyond stays in the log until there is room. */
const mostPending = 1000
const portion = 100

/**
 * Turns the next lines of the log after a webhook's cursor into deliveries and moves the cursor, both in one transaction, so
 * that nothing is lost or handed over twice whoever is killed in between. Of several that try, one does it. Gives back whether
 * there is more to hand over.
 */
export async function handOver(reader: Db, writer: Db, { id, filter, cursor }: Webhook, now: Date): Promise<boolean> {
  const end = await lastSeq(reader)
  if (end <= cursor) return false
  // By whole portions, not a few each time that a few were told.
  if ((await countPending(reader, id)) > mostPending - portion) return false
  const lines = await reader
    .selectFrom("public_lines")
    .select("seq")
    .where("seq", ">", cursor)
    .where("seq", "<=", end)
    .orderBy("seq")
    .limit(portion)
    .execute()
  const seqs = lines.map(({ seq }) => seq)
  const isAll = lines.length < portion
  const next = isAll ? end : (seqs.at(-1) ?? end)
  const told = await toldOf(reader, filter, await readTellingLines(reader, seqs))
  await writer.transaction().execute(async (trx) => {
    // What is made from the log is not whole while another version makes it anew.
    await refuseOtherProjection(trx)
    const moved = await trx
      .updateTable("webhooks")
      .set({ cursor: next })
      .where("id", "=", id)
      .where("cursor", "=", cursor)
      .where("disabled_at", "is", null)
      .executeTakeFirst()
    if (moved.numUpdatedRows > 0n) await addDeliveries(trx, id, told, now)
  })
  return !isAll
}

/** Makes deliveries due now; one that was told or given up before is to be told again. */
export async function addDeliveries(trx: Db, webhookId: string, told: readonly Told[], now: Date): Promise<void> {
  if (told.length === 0) return
  const fresh = { status: "pending", attempts: 0, next_at: now.toISOString(), finished_at: null } as const
  await trx
    .insertInto("deliveries")
    .values(told.map(({ seq, itemId, type }) => ({ webhook_id: webhookId, seq, item_id: itemId, type, ...fresh })))
    .onConflict((conflict) =>
      conflict
        .columns(["webhook_id", "seq"])
        .doUpdateSet({ ...fresh, claim: null, claimed_until: null } satisfies Partial<DeliveryRow>)
        .where("deliveries.status", "!=", "pending"),
    )
    .execute()
}

async function countPending(db: Db, webhookId: string): Promise<number> {
  const { count } = await db
    .selectFrom("deliveries")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("webhook_id", "=", webhookId)
    .where("status", "=", "pending")
    .executeTakeFirstOrThrow()
  return Number(count)
}
