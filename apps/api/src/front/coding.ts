import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { COMPRESSIBLE_CONTENT_TYPE_REGEX as compressible } from "hono/utils/compress"
import { remember } from "../remember.js"

/** The content codings that there are, RFC 9110 section 8.4.1; the first makes answers shortest. */
export const codings = ["br", "gzip", "identity"] as const
/** How the bytes of an answer are written. */
export type Coding = (typeof codings)[number]

/**
 * The codings that an Accept-Encoding header takes (RFC 9110 section 12.5.3), the best liked first, of those liked alike
 * the shortest; it may take none. Without the header nothing is compressed.
 */
export const acceptedCodings: (acceptEncoding: string | undefined) => readonly Coding[] = remember((header) =>
  header === undefined ? ["identity"] : choose(header),
)

function choose(acceptEncoding: string): Coding[] {
  const said = new Map(
    acceptEncoding.split(",").map((part) => {
      const [name = "", ...parameters] = part.toLowerCase().split(";")
      return [name.trim().replace(/^x-/, ""), qualityOf(parameters)]
    }),
  )
  // Unless it is forbidden, identity will do where nothing better does (rule 2).
  const liking = (coding: Coding) => said.get(coding) ?? said.get("*") ?? (coding === "identity" ? Number.MIN_VALUE : 0)
  return codings.filter((coding) => liking(coding) > 0).toSorted((a, b) => liking(b) - liking(a))
}

function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="))
  return weight === undefined ? 1 : Number.parseFloat(weight.slice(2)) || 0
}

/** Whether a media type is of text, which becomes shorter, and not of what is compressed already. */
export const isCompressible: (mediaType: string | undefined) => boolean = remember(
  (mediaType = "") => compressible.test(mediaType) || alsoText.test(mediaType),
)

const alsoText = /^application\/(?:x-ndjson|x-bibtex|x-research-info-systems|linkset)\b/

/** Below this, an answer takes one packet in any case. */
export const leastBytes = 1000

/** Bytes in a coding, made in another thread. Levels beyond these take ten times as long for a tenth fewer bytes. */
export function encode(bytes: Uint8Array, coding: Exclude<Coding, "identity">): Promise<Uint8Array<ArrayBuffer>> {
  if (coding === "gzip") return toGzip(bytes)
  return toBrotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

const toGzip = promisify<Uint8Array, Uint8Array<ArrayBuffer>>(gzip)
const toBrotli = promisify(brotliCompress)
