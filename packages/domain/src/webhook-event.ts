import { z } from "zod"
import { ChangeEntry } from "./change.js"
import { Instant } from "./values/instant.js"

/**
 * What a webhook can be told of an item. `item.left`: it is still public, but no longer what the webhook asks for. `withdrawn`,
 * `gone` and `merged` are the states of a tombstone.
 */
export const webhookEventTypes = [
  "item.published",
  "item.updated",
  "item.left",
  "item.withdrawn",
  "item.gone",
  "item.merged",
] as const

/** One of `webhookEventTypes`. */
export type WebhookEventType = (typeof webhookEventTypes)[number]

/**
 * What a webhook is sent, as Standard Webhooks 1.0 has it: `data` is the line of the public log, as `/changes` gives it, and
 * `timestamp` its instant.
 */
export const WebhookEvent = z.strictObject({
  type: z.enum(webhookEventTypes),
  timestamp: Instant,
  data: ChangeEntry,
})
export type WebhookEvent = z.infer<typeof WebhookEvent>
