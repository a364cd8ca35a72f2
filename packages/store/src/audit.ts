import type { Insertable } from "kysely"
import { keepable } from "./keepable.js"
import type { AuditRow, Db } from "./schema.js"

/**
 * Who tried to write, and what came of it: `by` the token's name, or how somebody without one is known; `operation` what was
 * asked, `status` the HTTP status it was answered with. Of a command, which changed something and was sent by no request, `by` is
 * `newsroom (command)`, `requestId` `command` and `status` 200. No address and nothing else of a person is kept.
 */
export type Audited = { at: string; by: string; requestId: string; operation: string; status: number; reason?: string }

/** The same as it is kept, numbered in the order in which it came. */
export type AuditEntry = Audited & { number: number; itemId?: string; seq?: number }

/** Adds an entry; a write's own in the transaction that writes. */
export async function addToAudit(
  db: Db,
  { at, by, requestId, operation, status, reason, itemId, seq }: Audited & { itemId?: string; seq?: number },
): Promise<void> {
  const row: Insertable<AuditRow> = {
    at,
    by,
    request_id: requestId,
    operation,
    item_id: itemId ?? null,
    status,
    // It may quote what was sent.
    reason: reason === undefined ? null : keepable(reason.slice(0, 500)),
    seq: seq ?? null,
  }
  await db.insertInto("audit").values(row).execute()
}

/** Forgets the entries from before an instant; how many there were. */
export async function pruneAudit(db: Db, before: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("audit").where("at", "<", before).executeTakeFirst()
  return Number(numDeletedRows)
}

/** The last entries before a number, newest first; those about one item where it is named. */
export async function readAudit(
  db: Db,
  { itemId, before, limit }: { itemId?: string; before?: number; limit: number },
): Promise<AuditEntry[]> {
  let query = db.selectFrom("audit").selectAll()
  if (itemId !== undefined) query = query.where("item_id", "=", itemId)
  if (before !== undefined) query = query.where("number", "<", before)
  const rows = await query.orderBy("number", "desc").limit(limit).execute()
  return rows.map(({ number, at, by, request_id: requestId, operation, item_id, status, reason, seq }) => ({
    number,
    at,
    by,
    requestId,
    operation,
    status,
    ...(reason !== null && { reason }),
    ...(item_id !== null && { itemId: item_id }),
    ...(seq !== null && { seq }),
  }))
}
