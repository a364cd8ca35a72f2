import { createHash } from "node:crypto"
import { InvalidInput } from "@pg/domain"
import type { Once, WriteOptions } from "@pg/store"
import type { Context } from "hono"
import { routeOf } from "../route-of.js"
import { tokenIn } from "./caller.js"

/**
 * What is written beside an item: who did it, by which request; and where it comes with an Idempotency-Key
 * (draft-ietf-httpapi-idempotency-key-header-07), that it is done once. `body` is all that was sent, `part` which of several
 * writes of one request it is. Throws InvalidInput for a key that is none.
 */
export function writeOptions(c: Context, now: Date, body: string, isTrial: boolean, part = ""): WriteOptions {
  const at = now.toISOString()
  const once = onceOf(c, at, body, part)
  return {
    isTrial,
    ...(once && !isTrial && { once }),
    audited: { at, by: tokenIn(c).name, requestId: c.get("requestId") as string, operation: operationOf(c) },
  }
}

/** The request by its method and the pattern of its address. */
export const operationOf = (c: Context): string => `${c.req.method} ${routeOf(c)}`

function onceOf(c: Context, at: string, body: string, part: string): Once | undefined {
  const key = c.req.header("Idempotency-Key")
  if (key === undefined) return undefined
  // The draft has a string of structured fields, in quotation marks; most clients send it without.
  const text = /^"(.*)"$/.exec(key)?.[1] ?? key
  if (!/^[\x21-\x7e]{1,255}$/.test(text))
    throw new InvalidInput([
      { path: "Idempotency-Key", message: "must be 1 to 255 characters of ASCII without spaces" },
    ])
  const { method, url } = c.req
  const hash = createHash("sha256").update(
    `${method}\n${url.slice(url.indexOf("/", 8))}\n${c.req.header("If-Match") ?? ""}\n`,
  )
  return { tokenId: tokenIn(c).id, key: `${text}${part}`, fingerprint: hash.update(body).digest("base64url"), at }
}
