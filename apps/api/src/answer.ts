import { hash } from "node:crypto"
import type { Context } from "hono"
import { cacheControl } from "./cache-control.js"
import { conditions, weigh } from "./conditional.js"
import type { Told } from "./front/exchange.js"
import { conditionFailed } from "./problem.js"
import { surrogateKeys } from "./surrogate-keys.js"

/**
 * What an answer consists of. `headers` tell of the content and go only where the content goes. `keys` are by what caches
 * in front can be told to forget it: an item's id; for lists `list`, and the kind that they are of.
 */
type Content = {
  text: string
  mediaType: string
  keys?: readonly string[]
  headers?: Record<string, string | undefined>
}

/**
 * Gives a content, whole, with a strong ETag made from its bytes alone; 304 where the client has it already, 412 where it
 * insists on another (RFC 9110 section 13).
 */
export function answer(c: Context, { text, mediaType, keys = [], headers = {} }: Content): Response {
  const bytes = encoder.encode(text)
  const etag = `"${hash("sha256", bytes, "base64url").slice(0, 27)}"`
  const changedAt = headers["Last-Modified"] === undefined ? undefined : Date.parse(headers["Last-Modified"])
  const asked = Object.fromEntries(conditions.map((name) => [name, c.req.header(name)]))
  const verdict = weigh(asked, { etags: [etag], changedAt })
  if ("failed" in verdict) return conditionFailed(c)
  c.header("ETag", etag)
  c.header("Cache-Control", cacheControl)
  if ("unmodified" in verdict) return c.body(null, 304)
  const told: Partial<Told> | undefined = c.env
  if (told) told.bytes = bytes
  return c.body(bytes, 200, {
    "Content-Type": /json$|charset=/.test(mediaType) ? mediaType : `${mediaType}; charset=utf-8`,
    "Content-Length": String(bytes.length),
    ...surrogateKeys(keys),
    ...Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
  })
}

const encoder = new TextEncoder()
