import { createHmac } from "node:crypto"

/** A secret as Standard Webhooks 1.0 writes it, of random bytes, of which it wants 24 to 64. */
export const writeSecret = (bytes: Uint8Array): string => `${prefix}${Buffer.from(bytes).toString("base64")}`

/**
 * The headers of a message by Standard Webhooks 1.0. `id` is that of the message, the same each time that it is sent; `at` is
 * when it is sent. There is a signature (HMAC-SHA256) for each secret, so that a receiver may know the old or the new one.
 */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000)
  const signed = `${id}.${timestamp}.${body}`
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": secrets.map((secret) => `v1,${signatureOf(secret, signed)}`).join(" "),
  }
}

const prefix = "whsec_"

function signatureOf(secret: string, text: string): string {
  if (!secret.startsWith(prefix)) throw new TypeError(`a secret begins with ${prefix}`)
  return createHmac("sha256", Buffer.from(secret.slice(prefix.length), "base64"))
    .update(text)
    .digest("base64")
}
