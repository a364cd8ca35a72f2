import type { Engine } from "../engine.js"
import { explained } from "../explained.js"
import type { Db } from "../schema.js"
import { disableWebhook, enableWebhook, removeWebhook, rotateSecret } from "./change-webhook.js"
import { type Claimed, claimDeliveries, type ClaimOptions } from "./claim.js"
import {
  countDeliveries,
  type Delivery,
  type DeliveryQuery,
  listDeliveries,
  pruneDeliveries,
  replayDelivery,
  replaySince,
} from "./deliveries.js"
import { handOver } from "./hand-over.js"
import { type ClaimedHub, claimHub, recordHub } from "./hub.js"
import { type Attempt, type Claim, type Patience, recordAttempt, releaseClaim } from "./record.js"
import { createWebhook, findWebhook, listWebhooks, type NewWebhook, readSecrets, type Webhook } from "./webhook.js"

/**
 * Who is told of changes, and what came of it. What is still to be told is the public log after a webhook's cursor; the
 * deliveries are what of it is under way, was told, or was given up. Every function throws StoreError.
 */
export type Webhooks = {
  /** Throws InvalidInput where another has the name, or the filter says more than which items. */
  create(webhook: NewWebhook, now: Date): Promise<Webhook>
  /** By name. */
  list(): Promise<Webhook[]>
  /** The webhook of a name or an id. */
  find(nameOrId: string): Promise<Webhook | undefined>
  /** Takes a webhook and its deliveries away. */
  remove(id: string): Promise<void>
  /** Sends it nothing more, and says why. */
  disable(id: string, now: Date, reason: string): Promise<void>
  /** Goes on where it was left; what failed before is due now. */
  enable(id: string, now: Date): Promise<void>
  /** Signs with a new secret from now on, with the one before too until an instant. */
  rotate(id: string, secret: string, previousUntil: Date): Promise<void>
  /** The secrets that sign at an instant, the present one first. */
  secrets(id: string, now: Date): Promise<string[]>
  /** The deliveries of a webhook, the newest line of the log first. */
  deliveries(id: string, query: DeliveryQuery): Promise<Delivery[]>
  /** How many of them there are in each status. */
  counts(id: string): Promise<Record<Delivery["status"], number>>
  /** Tells a line of the log once more. Throws InvalidInput for one that the webhook is not told. */
  replay(webhook: Webhook, seq: number, now: Date): Promise<void>
  /** Tells all after a line of the log once more. */
  replaySince(id: string, since: number): Promise<void>
  /** Turns the next lines of the log into deliveries; gives back whether there is more. Of several that try, one does it. */
  handOver(webhook: Webhook, now: Date): Promise<boolean>
  /** Claims deliveries that are due, of each item its earliest. Of several that claim, one gets each. */
  claim(id: string, options: ClaimOptions): Promise<Claimed[]>
  /** Notes what came of one; `isLost` where the claim had ended and another has it, `disabled` why it ended the webhook. */
  record(claimed: Claim, attempt: Attempt, patience: Patience): Promise<{ isLost?: true; disabled?: string }>
  /** Gives a claim back without a word on what came of it, for others to claim at once. */
  release(claimed: Claim): Promise<void>
  /** Forgets the deliveries that were over before an instant; gives their number. */
  prune(before: Date): Promise<number>
  /** Claims the telling of a WebSub hub, where the log has moved on since it was told. */
  claimHub(url: string, options: Omit<ClaimOptions, "most">): Promise<ClaimedHub | undefined>
  /** Notes that a hub was told, or is to be tried again; not before `nextAt` in either case. */
  recordHub(hub: ClaimedHub, outcome: "told" | "failed", nextAt: Date): Promise<void>
}

/** The webhooks of a database. */
export function webhooksOf(engine: Engine, writer: Db, reader: Db): Webhooks {
  const does =
    <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    (...given: Given) =>
      explained(engine, () => act(...given))
  // Who waits for another writer holds up this process, but for one that begins a transaction.
  const writes = <Given extends unknown[], Result>(act: (trx: Db, ...given: Given) => Promise<Result>) =>
    does((...given: Given) => writer.transaction().execute((trx) => act(trx, ...given)))
  return {
    create: writes(createWebhook),
    list: does(() => listWebhooks(reader)),
    find: does((nameOrId) => findWebhook(reader, nameOrId)),
    remove: writes(removeWebhook),
    disable: writes(disableWebhook),
    enable: writes(enableWebhook),
    rotate: writes(rotateSecret),
    secrets: does((id, now) => readSecrets(reader, id, now)),
    deliveries: does((id, query) => listDeliveries(reader, id, query)),
    counts: does((id) => countDeliveries(reader, id)),
    replay: writes(replayDelivery),
    replaySince: writes(replaySince),
    handOver: does((webhook, now) => handOver(reader, writer, webhook, now)),
    claim: does((id, options) => claimDeliveries(reader, writer, id, options)),
    record: writes(recordAttempt),
    release: writes(releaseClaim),
    prune: writes(pruneDeliveries),
    claimHub: does((url, options) => claimHub(reader, writer, url, options)),
    recordHub: writes(recordHub),
  }
}
