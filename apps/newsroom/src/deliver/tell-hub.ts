import { feedUrls, type Log } from "@pg/api"
import { type KindName, kinds } from "@pg/domain"
import type { Store } from "@pg/store"
import { nextAttempt, publishOf, type Send } from "@pg/webhooks"

/** `timeout` in milliseconds is how long sending takes at most; `claimant` is no other process's name, nor was it ever. */
type Means = {
  store: Pick<Store, "webhooks" | "publicChanges">
  hub: string
  siteUrl: string
  send: Send
  now: () => Date
  random: () => number
  claimant: string
  timeout: number
  log: Log
  /** Ends what is under way when the newsroom is asked to stop; it is done again when the claim has ended. */
  stopping: AbortSignal
}

/**
 * Tells a WebSub hub of the feeds that have changed since it was last told, at most once in ten seconds. What fails is tried
 * again as webhooks are, without an end: since only the last state of a feed matters, nothing heaps up.
 */
export function tellHub(means: Means): () => Promise<boolean> {
  const { store, hub, send, now, random, claimant, timeout, log, stopping } = means
  let claims = 0
  return async () => {
    const at = now()
    const until = new Date(at.getTime() + timeout + margin)
    const claimed = await store.webhooks.claimHub(hub, { claim: `${claimant} hub ${++claims}`, now: at, until })
    if (!claimed) return false
    const urls = await changedFeeds(means, claimed.cursor)
    const sent = await Promise.all(urls.map((url) => send(publishOf(hub, url), stopping))).catch((error: unknown) => {
      if (!stopping.aborted) throw error
    })
    if (!sent) return false
    const problem = sent.find((one) => one.problem !== undefined)?.problem
    const attempt = Math.min(claimed.attempts + 1, mostPauses)
    const nextAt = problem === undefined ? new Date(now().getTime() + pause) : nextAttempt(attempt, now(), random())
    if (!nextAt) throw new Error(`there is no pause after attempt ${attempt}`)
    await store.webhooks.recordHub(claimed, problem === undefined ? "told" : "failed", nextAt)
    if (problem === undefined) log.debug({ hub, feeds: urls.length }, "hub told")
    else log.warn({ hub, reason: problem, nextAt }, "hub not told")
    return false
  }
}

const pause = 10_000
const margin = 5000
/** The longest of them is five hours: a hub that is back is to learn of it on the same day. */
const mostPauses = 5
const mostRead = 500

/** The feeds of all items, and of the kinds that something was changed in; of all kinds where much was. */
async function changedFeeds({ store, siteUrl }: Means, since: number): Promise<string[]> {
  const { changes } = await store.publicChanges(since, mostRead)
  if (changes.length === 0) return []
  const changed = changes.map((change): string => (change.type === "put" ? change.item.kind : change.tombstone.kind))
  const isMany = changes.length === mostRead
  const names = kinds.map(({ name }): KindName => name).filter((name) => isMany || changed.includes(name))
  return feedUrls(siteUrl, names)
}
