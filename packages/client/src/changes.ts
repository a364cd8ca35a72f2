import type { ChangeEntry } from "@pg/domain"

/**
 * `since` is a cursor that a batch or a snapshot gave as `next`; absent, it is the beginning of the log. `follow`: whether
 * to wait for more when all is told. `limit`: how many changes a batch has at most, 1 to 1000. `signal` ends it.
 */
export type ChangesOptions = { since?: string; follow?: boolean; limit?: number; signal?: AbortSignal }

/** Some of what happened, oldest first, and the cursor to go on from, to be kept once these are dealt with. */
export type ChangeBatch = { changes: ChangeEntry[]; next: string }

/** In seconds: how long the server may hold back an answer until it has something to tell. */
const longPoll = 30

/** Reads the log to its end, or on and on. `ask` gets the query string of an address under /changes. */
export async function* readChanges(
  ask: (search: string) => Promise<unknown>,
  { since, follow = false, limit = 500 }: ChangesOptions,
): AsyncGenerator<ChangeBatch> {
  let cursor = since
  for (;;) {
    const search = new URLSearchParams({
      limit: String(limit),
      ...(cursor !== undefined && { since: cursor }),
      ...(follow && cursor !== undefined && { wait: String(longPoll) }),
    })
    const batch = (await ask(search.toString())) as ChangeBatch
    const isEmpty = batch.changes.length === 0
    if (!isEmpty || cursor === undefined) yield batch
    if (isEmpty && !follow && batch.next === cursor) return
    cursor = batch.next
  }
}
