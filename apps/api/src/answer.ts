import { hash } from "node:crypto"
import type { Context } from "hono"

/** What an answer consists of. `headers` tell of the content and go only where the content goes. */
type Content = { text: string; mediaType: string; headers?: Record<string, string | undefined> }

/**
 * Gives a content, or 304 where the client has it already (RFC 9110 section 13.1.2). The strong ETag is made from the
 * bytes alone. Caches may keep every answer but ask each time, so that a change is seen by the very next reader.
 */
export function answer(c: Context, { text, mediaType, headers = {} }: Content): Response {
  const etag = `"${hash("sha256", text, "base64url").slice(0, 27)}"`
  c.header("ETag", etag)
  c.header("Cache-Control", "public, max-age=0, must-revalidate")
  if (isKnown(etag, c.req.header("If-None-Match"))) return c.body(null, 304)
  c.header("Content-Type", mediaType.endsWith("json") ? mediaType : `${mediaType}; charset=utf-8`)
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) c.header(name, value)
  return c.body(text)
}

/** The comparison is weak, as it must be for If-None-Match: a cache that compressed the content may have marked it. */
const isKnown = (etag: string, ifNoneMatch = ""): boolean =>
  ifNoneMatch.trim() === "*" || (ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false)
