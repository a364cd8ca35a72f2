import { InvalidInput } from "@pg/domain"
import type { PutResult } from "./revise.js"
import type { Db } from "./schema.js"

/**
 * A key by which a writer says that a write is one and the same, however often it is sent: Idempotency-Key. `fingerprint` is
 * that of all that was asked; `at` the instant of asking. A key is remembered for 24 hours.
 */
export type Once = { tokenId: string; key: string; fingerprint: string; at: string }

type Done = { outcome: PutResult["outcome"]; seq: number }

/** What came of the write when it was sent before. Throws InvalidInput where something else was sent with the same key. */
export async function readOnce(trx: Db, { tokenId, key, fingerprint, at }: Once): Promise<Done | undefined> {
  await trx.deleteFrom("written_once").where("at", "<", hoursBefore(at, 24)).execute()
  const row = await trx
    .selectFrom("written_once")
    .selectAll()
    .where("token_id", "=", tokenId)
    .where("key", "=", key)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.fingerprint !== fingerprint)
    throw new InvalidInput([
      { path: "Idempotency-Key", message: "was sent with another request less than 24 hours ago: send a new key" },
    ])
  return { outcome: row.outcome as Done["outcome"], seq: row.seq }
}

/** Remembers what came of a write, in its own transaction: it is done and remembered, or neither. */
export async function rememberOnce(
  trx: Db,
  { tokenId, key, fingerprint, at }: Once,
  { outcome, seq }: Done,
): Promise<void> {
  await trx
    .insertInto("written_once")
    .values({ token_id: tokenId, key, fingerprint, at: new Date(at).toISOString(), outcome, seq })
    .execute()
}

const hoursBefore = (at: string, hours: number) => new Date(Date.parse(at) - hours * 3_600_000).toISOString()
