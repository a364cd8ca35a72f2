import { isPicture } from "@pg/files"
import { create as dispositionOf } from "content-disposition"
import type { Context } from "hono"
import { conditions, weigh } from "../conditional.js"
import { openHeadersWith } from "../open-headers.js"
import { conditionFailed, notFound } from "../problem.js"
import type { Filing } from "./filing.js"
import { readRange } from "./range.js"

/** What is served: where it is kept, how many bytes it has, under which tag, as what and by which name. */
export type Served = { key: string; size: number; etag: string; mediaType: string; name: string; varies: boolean }

/** Answers with what is kept under a key, in whole or in part, or that the client has it. */
export async function serve(c: Context, { files }: Filing, served: Served): Promise<Response> {
  const { key, size, etag } = served
  const headers = { ...headersOf(served), etag }
  const verdict = weigh(Object.fromEntries(conditions.map((name) => [name, c.req.header(name)])), { etags: [etag] })
  if ("failed" in verdict) return conditionFailed(c)
  if ("unmodified" in verdict) return c.body(null, 304, headers)
  const isHead = c.req.method === "HEAD"
  const asked = { range: isHead ? undefined : c.req.header("Range"), ifRange: c.req.header("If-Range") }
  const range = readRange(asked, { size, etag })
  if (range === "none") return c.body(null, 416, { ...open, "content-range": `bytes */${size}` })
  const length = range ? range.end - range.start + 1 : size
  const sized = { ...headers, "content-length": String(length) }
  if (isHead) return c.body(null, 200, sized)
  const kept = await files.get(key, range)
  if (!kept) return notFound(c, "The file that was here is not kept any more.")
  if (!range) return c.body(kept.body, 200, sized)
  return c.body(kept.body, 206, { ...sized, "content-range": `bytes ${range.start}-${range.end}/${size}` })
}

const open = openHeadersWith("Accept-Ranges", "Content-Range")

/** An address has its bytes' hash in it: what is there once is there for ever. */
const headersOf = ({ mediaType, name, varies }: Served) => ({
  ...open,
  "content-type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
  "content-disposition": dispositionOf(name, { type: isShown(mediaType) ? "inline" : "attachment" }),
  "cache-control": "public, max-age=31536000, immutable",
  "accept-ranges": "bytes",
  "cross-origin-resource-policy": "cross-origin",
  "content-security-policy": isDocument(mediaType) ? policyOfDocuments : policy,
  ...(varies && { vary: "Accept" }),
})

const isDocument = (mediaType: string) => mediaType === "application/pdf"
const isShown = (mediaType: string) => isDocument(mediaType) || isPicture(mediaType)

/** Whatever it is, and whatever a browser takes it for: it runs nothing, loads nothing, and is of no site. */
const policy = "default-src 'none'; sandbox"
/**
 * Chromium shows no PDF in a sandbox. What browsers show them with is a page of their own making, of another origin than this
 * site, so that a script in a PDF reaches nothing here: the page around it needs these two, and nothing else is allowed.
 */
const policyOfDocuments =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
