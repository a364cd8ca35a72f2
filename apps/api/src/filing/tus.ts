import type { Context } from "hono"
import { openHeadersWith } from "../open-headers.js"
import { Refused } from "../writing/refused.js"

/** The version of the protocol, https://tus.io/protocols/resumable-upload, and which of its extensions are there. */
const tusVersion = "1.0.0"
const extensions = "creation,expiration,termination"

/** What goes with every answer about an upload. */
export const tusHeaders = {
  ...openHeadersWith("Tus-Resumable", "Upload-Offset", "Upload-Length", "Upload-Expires"),
  "tus-resumable": tusVersion,
  "cache-control": "no-store",
}

/** What OPTIONS says of it. */
export const tusOptions = (mostBytes: number): Record<string, string> => ({
  ...openHeadersWith("Tus-Resumable", "Tus-Version", "Tus-Extension", "Tus-Max-Size"),
  "tus-resumable": tusVersion,
  "tus-version": tusVersion,
  "tus-extension": extensions,
  "tus-max-size": String(mostBytes),
})

/** Refuses other versions. Throws Refused. */
export function checkVersion(c: Context): void {
  const said = c.req.header("Tus-Resumable")
  if (said === tusVersion) return
  throw new Refused(
    "otherVersion",
    `Uploads in parts are tus ${tusVersion}: send Tus-Resumable: ${tusVersion}. (POST /api/v1/files takes a file whole.)`,
    { headers: { "Tus-Version": tusVersion, "Tus-Resumable": tusVersion } },
  )
}

/** A number of bytes in a header field. Throws Refused where there is none. */
export function readBytes(c: Context, field: "Upload-Length" | "Upload-Offset"): number {
  const said = c.req.header(field) ?? ""
  if (/^\d{1,15}$/.test(said)) return Number(said)
  throw new Refused("malformed", `${field} must be there, as a number of bytes.`)
}

/** Upload-Metadata: what is said of a file, each word with its value in Base64. Throws Refused where it is malformed. */
export function readMetadata(c: Context): Map<string, string> {
  const pairs = (c.req.header("Upload-Metadata") ?? "").split(",").filter((pair) => pair.trim() !== "")
  return new Map(
    pairs.map((pair) => {
      const [, key, value = ""] = /^ *([^ ,]+)(?: +([A-Za-z0-9+/]*={0,2}))? *$/.exec(pair) ?? []
      if (key === undefined)
        throw new Refused("malformed", "Upload-Metadata must be words, each with a value in Base64, between commas.")
      // A database keeps no NUL in a text.
      return [key, Buffer.from(value, "base64").toString("utf8").replaceAll("\0", "")]
    }),
  )
}
