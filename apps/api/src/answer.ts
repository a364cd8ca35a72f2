import { hash } from "node:crypto"
import type { Context } from "hono"
import { cacheControl } from "./cache-control.js"
import { conditions, weigh, withoutContent } from "./conditional.js"
import type { Told } from "./front/exchange.js"
import { openHeaders } from "./open-headers.js"
import { conditionFailed } from "./problem.js"
import { surrogateKeys } from "./surrogate-keys.js"

/**
 * What an answer consists of. `headers` are its own header fields, by names in lower case. `keys` are by what caches in
 * front can be told to forget it: an item's id; for lists `list`, and the kind that they are of.
 */
export type Content = {
  text: string | Uint8Array<ArrayBuffer>
  mediaType: string
  /** Short texts that are the same where the text is and others where it is not: they are hashed in its place, being quicker to hash. */
  parts?: readonly string[] | undefined
  keys?: readonly string[]
  /** A function where they take some making: not everybody looks at them. */
  headers?: Fields | (() => Fields)
}

type Fields = { readonly [Name in Field]?: string | undefined }

type Field =
  | "cache-control"
  | "content-language"
  | "content-security-policy"
  | "content-type"
  | "last-modified"
  | "link"
  | "vary"

/**
 * What an answer is sent as, with a strong ETag made from what it says alone: its header fields, by names in lower case, and
 * its bytes.
 */
export type Whole = { fields: Readonly<Record<string, string>>; bytes: Uint8Array<ArrayBuffer> }

/** A content as it is sent. */
export function wholeOf({ text, mediaType, parts, keys = [], headers = {} }: Content): Whole {
  const bytes = typeof text === "string" ? encoder.encode(text) : text
  const fields: Record<string, string> = {
    ...openHeaders,
    etag: `"${hash("sha256", parts?.join("\n") ?? bytes, "base64url").slice(0, 27)}"`,
    "cache-control": cacheControl,
    "content-type": /json$|charset=/.test(mediaType) ? mediaType : `${mediaType}; charset=utf-8`,
    "content-length": String(bytes.length),
    ...surrogateKeys(keys),
  }
  for (const [name, value] of Object.entries(typeof headers === "function" ? headers() : headers))
    if (value !== undefined) fields[name] = value
  return { fields, bytes }
}

/**
 * Gives a content, whole; 304 where the client has it already, 412 where it insists on another (RFC 9110 section 13).
 */
export function answer(c: Context, content: Content): Response {
  const told: Partial<Told> | undefined = c.env
  if (told?.wantsText && typeof content.text === "string") {
    const response = new Response()
    told.text = { response, text: content.text }
    return response
  }
  const { fields, bytes } = wholeOf(content)
  if (!told?.weighs) return weighed(c, bytes, fields)
  const response = new Response(bytes, { headers: fields })
  told.whole = { response, fields, bytes }
  return response
}

/** The answer by the request's conditions, where nobody in front weighs them. */
function weighed(c: Context, bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string>): Response {
  const { etag = "", "last-modified": changed } = fields
  const asked = Object.fromEntries(conditions.map((name) => [name, c.req.header(name)]))
  const changedAt = changed === undefined ? undefined : Date.parse(changed)
  const verdict = weigh(asked, { etags: [etag], changedAt })
  if ("failed" in verdict) return conditionFailed(c)
  if ("send" in verdict) return new Response(bytes, { headers: fields })
  return new Response(null, { status: 304, headers: withoutContent(fields) })
}

const encoder = new TextEncoder()
