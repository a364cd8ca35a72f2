import type { Log } from "@pg/api"
import type { Claimed, Store, Webhook } from "@pg/store"
import { messageOf, type Send } from "@pg/webhooks"
import { attemptOf, patience } from "./attempt.js"

/** What a deliverer works with. `timeout` in milliseconds is how long sending takes at most; `random` is from 0 to 1. */
export type Means = {
  store: Pick<Store, "webhooks">
  send: Send
  now: () => Date
  random: () => number
  /** A name that no other process uses, nor this one when it is started again. */
  claimant: string
  timeout: number
  log: Log
  /** Called whenever a delivery is over, and there may be more to do. */
  onDone?: () => void
}

/** What takes to webhooks what they are to be told. */
export type Deliverer = {
  /** Begins all that can be begun now, without waiting for it; gives back whether the log has more to be handed over. */
  pass: () => Promise<boolean>
  /** Waits until nothing is under way. */
  settle: () => Promise<void>
  /** Breaks off what is under way; it is free for others then, and will be sent again. */
  abort: () => void
}

/** At most so many at once to one webhook, and to all; one that fails gets one at a time. */
const mostOfWebhook = 4
const most = 64

/** How much longer a claim holds than sending can take, in milliseconds: for what is noted before and after. */
const margin = 5000

/** A deliverer; of several on one database each delivery is taken by one. */
export function createDeliverer(means: Means): Deliverer {
  const { store, now, claimant, timeout, log, onDone = () => {} } = means
  const stopping = new AbortController()
  const underWay = new Map<Promise<void>, string>()
  let claims = 0

  const countOf = (id: string) => [...underWay.values()].filter((one) => one === id).length
  const roomFor = ({ id, failingSince }: Webhook) =>
    Math.min((failingSince === undefined ? mostOfWebhook : 1) - countOf(id), most - underWay.size)

  async function begin(webhook: Webhook): Promise<void> {
    const room = roomFor(webhook)
    if (room <= 0) return
    const at = now()
    const until = new Date(at.getTime() + timeout + margin)
    const claim = `${claimant} ${++claims}`
    for (const claimed of await store.webhooks.claim(webhook.id, { claim, now: at, until, most: room })) {
      const delivery = deliver(claimed, means, stopping.signal)
        .catch((error: unknown) =>
          log.error({ err: error, ...named(claimed) }, "a delivery was broken off here, and will be made again"),
        )
        .finally(() => {
          underWay.delete(delivery)
          onDone()
        })
      underWay.set(delivery, webhook.id)
    }
  }

  return {
    pass: async () => {
      let hasMore = false
      for (const webhook of await store.webhooks.list()) {
        if (webhook.disabledAt !== undefined || stopping.signal.aborted) continue
        hasMore = (await store.webhooks.handOver(webhook, now())) || hasMore
        await begin(webhook)
      }
      return hasMore
    },
    settle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.keys())
    },
    abort: () => stopping.abort(new Error("the newsroom is stopping")),
  }
}

/** Sends one, and notes what came of it. Between the two it may be killed: then it is sent again when the claim has ended. */
async function deliver(
  claimed: Claimed,
  { store, send, now, random, log }: Means,
  stopping: AbortSignal,
): Promise<void> {
  const message = messageOf(claimed, now())
  const sent = await send(message, stopping).catch(async (error: unknown) => {
    if (!stopping.aborted) throw error
    await store.webhooks.release(claimed)
  })
  if (!sent) return
  const attempt = attemptOf(sent, claimed.attempts, now(), random())
  const { isLost, disabled } = await store.webhooks.record(claimed, attempt, patience)
  const { outcome, status, reason, nextAt } = attempt
  const about = { ...named(claimed), attempt: claimed.attempts + 1, status, duration: Math.round(attempt.duration) }
  if (isLost)
    log.warn(about, "what was answered was no longer ours to note: its claim had ended, or its webhook is gone")
  else if (outcome === "delivered") log.debug(about, "webhook told")
  else log.warn({ ...about, reason, nextAt }, nextAt ? "webhook not told" : "webhook not told, given up")
  if (disabled !== undefined)
    log.error({ event: "webhook.disabled", webhook: claimed.name, reason: disabled }, "webhook disabled")
}

const named = ({ name, seq, itemId }: Claimed) => ({ webhook: name, seq, item: itemId })
