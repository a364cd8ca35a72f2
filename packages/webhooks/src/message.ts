import { hash } from "node:crypto"
import type { WebhookEvent } from "@pg/domain"
import { signedHeaders } from "./sign.js"

/** A message of a webhook, ready to be sent. */
export type Message = { url: string; headers: Record<string, string>; body: string }

/** An event for a webhook, which says itself what it is to be called; `secrets` are those that sign at the moment. */
type Given = { webhookId: string; url: string; secrets: readonly string[]; seq: number; event: WebhookEvent }

/**
 * The message that tells an event. Its id is made of the webhook's and of the line of the log that it tells, its number and what
 * it says, so that it is the same whenever and by whomever it is sent.
 */
export const messageOf = ({ webhookId, seq, event, ...webhook }: Given, at: Date): Message =>
  write(webhook, `msg_${webhookId}_${seq}_${lineOf(seq, event)}`, event, at)

/** An archive that was restored without its last lines writes others of the same number: these are not the same event. */
const lineOf = (seq: number, { timestamp, type, data }: WebhookEvent): string =>
  hash("sha256", JSON.stringify([seq, timestamp, type, data]), "hex").slice(0, 8)

/** A message that tells nothing, for trying out: the type is `webhook.ping`, its `data` the webhook's id and name. */
export const pingOf = ({ id, name, ...webhook }: { id: string; name: string } & Receiver, at: Date): Message =>
  write(
    webhook,
    `msg_${id}_ping_${at.getTime()}`,
    { type: "webhook.ping", timestamp: at.toISOString(), data: { id, name } },
    at,
  )

type Receiver = Pick<Given, "url" | "secrets">

function write({ url, secrets }: Receiver, id: string, content: object, at: Date): Message {
  const body = JSON.stringify(content)
  return { url, body, headers: { "content-type": "application/json", ...signedHeaders(id, at, body, secrets) } }
}
