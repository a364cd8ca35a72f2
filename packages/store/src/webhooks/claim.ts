import type { WebhookEvent } from "@pg/domain"
import { sql } from "kysely"
import { readEntries } from "../public-lines.js"
import type { Db, DeliveryRow } from "../schema.js"
import { lockWebhook } from "./lock-webhook.js"
import { secretsOf } from "./webhook.js"

/** What is to be sent now, by whom it was claimed; `attempts` is how many were made before. */
export type Claimed = {
  webhookId: string
  name: string
  url: string
  secrets: string[]
  seq: number
  itemId: string
  attempts: number
  claim: string
  event: WebhookEvent
}

/** `claim` is a name that nobody else uses and that was never used; it holds until `until`. */
export type ClaimOptions = { claim: string; now: Date; until: Date; most: number }

/**
 * Claims deliveries of a webhook that are due, of each item its earliest, so that an item's events come in their order. Of
 * several that claim, one gets each; what was claimed and not answered for is free again when the claim ends.
 */
export async function claimDeliveries(reader: Db, writer: Db, id: string, options: ClaimOptions): Promise<Claimed[]> {
  const { claim, now, until, most } = options
  // Nothing is written while nothing is due.
  if ((await dueNow(reader, id, now, 1)).length === 0) return []
  return writer.transaction().execute(async (trx) => {
    const webhook = await lockWebhook(trx, id)
    if (!webhook || webhook.disabled_at !== null || (webhook.not_before ?? "") > now.toISOString()) return []
    const due = await dueNow(trx, id, now, most)
    const seqs = due.map(({ seq }) => seq)
    if (seqs.length === 0) return []
    await trx
      .updateTable("deliveries")
      .set({ claim, claimed_until: until.toISOString() })
      .where("webhook_id", "=", id)
      // Known already, but it keeps whichever index is used from what is over.
      .where("status", "=", "pending")
      .where("seq", "in", seqs)
      .execute()
    const entries = new Map((await readEntries(trx, seqs)).map((entry) => [entry.seq, entry]))
    const secrets = secretsOf(webhook, now)
    return due.map(({ seq, item_id: itemId, type, attempts }) => {
      const data = entries.get(seq)
      if (!data) throw new Error(`the public log has no line ${seq}, which is to be told`)
      const event = { type, timestamp: data.at, data }
      return { webhookId: id, name: webhook.name, url: webhook.url, secrets, seq, itemId, attempts, claim, event }
    })
  })
}

type Due = Pick<DeliveryRow, "seq" | "item_id" | "type" | "attempts">

/**
 * By one walk along an index, whatever a database believes of the table: a condition that there be no earlier one would be
 * tried by PostgreSQL on each pair, until it has counted the rows.
 */
async function dueNow(db: Db, webhookId: string, now: Date, most: number): Promise<Due[]> {
  const at = now.toISOString()
  const { rows } = await sql<Due>`
    select seq, item_id, type, attempts from (
      select seq, item_id, type, attempts, next_at, claimed_until,
        row_number() over (partition by item_id order by seq) as place
      from deliveries where webhook_id = ${webhookId} and status = 'pending'
    ) as waiting
    where place = 1 and next_at <= ${at} and (claimed_until is null or claimed_until <= ${at})
    order by seq limit ${most}`.execute(db)
  return rows
}
