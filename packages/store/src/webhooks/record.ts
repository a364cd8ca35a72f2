import type { Db, WebhookRow } from "../schema.js"
import { disableWebhook, hasten } from "./change-webhook.js"
import type { Claimed } from "./claim.js"
import { lockWebhook } from "./lock-webhook.js"

/**
 * What came of an attempt: `status` is the answer's, where there was one, `duration` in milliseconds, `reason` why it counts
 * as failed. What failed is tried again at `nextAt`, or given up where that is absent.
 */
export type Attempt = {
  outcome: "delivered" | "failed"
  at: Date
  status?: number
  duration: number
  reason?: string
  nextAt?: Date
  /** The receiver wants nothing at all before this. */
  notBefore?: Date
  /** The receiver wants nothing more. */
  isGone?: boolean
}

/** For how long nothing but failures may come, in milliseconds; and from how long on a success means that it is over. */
export type Patience = { disableAfter: number; recoveredAfter: number }

/** By what a delivery that was claimed is known. */
export type Claim = Pick<Claimed, "webhookId" | "seq" | "attempts" | "claim">

/**
 * Notes what came of a delivery. `isLost` where the claim had ended and another has taken it: then nothing is noted.
 * `disabled` is why the webhook was disabled by this.
 */
export async function recordAttempt(
  trx: Db,
  claimed: Claim,
  attempt: Attempt,
  patience: Patience,
): Promise<{ isLost?: true; disabled?: string }> {
  const { webhookId, seq, attempts, claim } = claimed
  const { outcome, at, nextAt } = attempt
  const webhook = await lockWebhook(trx, webhookId)
  const isOver = outcome === "delivered" || nextAt === undefined
  const { numUpdatedRows } = await trx
    .updateTable("deliveries")
    .set({
      status: isOver ? outcome : "pending",
      attempts: attempts + 1,
      attempted_at: at.toISOString(),
      response_status: attempt.status ?? null,
      duration: Math.round(attempt.duration),
      reason: attempt.reason ?? null,
      claim: null,
      claimed_until: null,
      ...(isOver ? { finished_at: at.toISOString() } : { next_at: nextAt.toISOString() }),
    })
    .where("webhook_id", "=", webhookId)
    .where("seq", "=", seq)
    .where("claim", "=", claim)
    .executeTakeFirst()
  if (!webhook || numUpdatedRows === 0n) return { isLost: true }
  const disabled = await (outcome === "delivered" ? succeeded : failed)(trx, webhook, attempt, patience)
  return disabled === undefined ? {} : { disabled }
}

/** Gives a claim back without a word on what came of it, for others to claim at once. */
export async function releaseClaim(trx: Db, { webhookId, seq, claim }: Claim): Promise<void> {
  await trx
    .updateTable("deliveries")
    .set({ claim: null, claimed_until: null })
    .where("webhook_id", "=", webhookId)
    .where("seq", "=", seq)
    .where("claim", "=", claim)
    .execute()
}

/** A receiver that was away for long has missed much, which waits for times that are far off. */
async function succeeded(trx: Db, webhook: WebhookRow, attempt: Attempt, patience: Patience): Promise<undefined> {
  const { id, failing_since: since } = webhook
  const { at } = attempt
  await trx
    .updateTable("webhooks")
    .set({ delivered_at: at.toISOString(), failing_since: null })
    .where("id", "=", id)
    .execute()
  if (since !== null && Date.parse(since) <= at.getTime() - patience.recoveredAfter) await hasten(trx, id, at)
}

async function failed(
  trx: Db,
  { id, failing_since: since }: WebhookRow,
  attempt: Attempt,
  { disableAfter }: Patience,
): Promise<string | undefined> {
  const { at, isGone, notBefore, reason } = attempt
  const failingSince = since ?? at.toISOString()
  await trx
    .updateTable("webhooks")
    .set({ failing_since: failingSince, ...(notBefore && { not_before: notBefore.toISOString() }) })
    .where("id", "=", id)
    .execute()
  const isTooLong = Date.parse(failingSince) <= at.getTime() - disableAfter
  if (!isGone && !isTooLong) return undefined
  const why = isGone ? `${reason}` : `Nothing but failures since ${failingSince}; the last: ${reason}`
  await disableWebhook(trx, id, at, why)
  return why
}
