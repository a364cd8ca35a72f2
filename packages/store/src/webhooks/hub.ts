import { lastSeq } from "../log.js"
import type { Db } from "../schema.js"
import type { ClaimOptions } from "./claim.js"

/** That a WebSub hub has to be told of what the log says after `cursor`, up to `seq`. */
export type ClaimedHub = { url: string; cursor: number; seq: number; attempts: number; claim: string }

/**
 * Claims the telling of a hub, where the log has moved on since it was last told and it is time to; a hub that is new has been
 * told all. Of several that claim, one gets it.
 */
export async function claimHub(
  reader: Db,
  writer: Db,
  url: string,
  { claim, now, until }: Omit<ClaimOptions, "most">,
): Promise<ClaimedHub | undefined> {
  const seq = await lastSeq(reader)
  const at = now.toISOString()
  const known = await reader.selectFrom("hubs").selectAll().where("url", "=", url).executeTakeFirst()
  if (known && (known.cursor >= seq || known.next_at > at || (known.claimed_until ?? "") > at)) return undefined
  const row = await writer.transaction().execute((trx) =>
    known
      ? trx
          .updateTable("hubs")
          .set({ claim, claimed_until: until.toISOString() })
          .where("url", "=", url)
          .where("cursor", "=", known.cursor)
          .where("next_at", "<=", at)
          .where((is) => is.or([is("claimed_until", "is", null), is("claimed_until", "<=", at)]))
          .returning(["cursor", "attempts"])
          .executeTakeFirst()
      : trx
          .insertInto("hubs")
          .values({ url, cursor: seq, attempts: 0, next_at: at })
          .onConflict((conflict) => conflict.column("url").doNothing())
          .execute()
          .then(() => undefined),
  )
  return row && { url, seq, claim, ...row }
}

/** Notes that a hub was told up to a line of the log, or that it is to be tried again; not before `nextAt` in either case. */
export async function recordHub(trx: Db, hub: ClaimedHub, outcome: "told" | "failed", nextAt: Date): Promise<void> {
  await trx
    .updateTable("hubs")
    .set({
      ...(outcome === "told" ? { cursor: hub.seq, attempts: 0 } : { attempts: hub.attempts + 1 }),
      next_at: nextAt.toISOString(),
      claim: null,
      claimed_until: null,
    })
    .where("url", "=", hub.url)
    .where("claim", "=", hub.claim)
    .execute()
}
