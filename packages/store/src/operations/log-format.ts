import { Instant, type Revision, writeItem } from "@pg/domain"
import { z } from "zod"
import type { FileRecord } from "../files.js"

/**
 * The log as a text: NDJSON, in UTF-8. The first line is a `LogHeader`, then each revision has a line, in the order of the
 * log, then each file a `FileLine`, in the order of their ids, and the last line is a `LogTrailer`. The same log and files give
 * the same bytes, whichever database they are in.
 */
export const formatName = "newsroom-log"

/**
 * `lines` and `items` are how many there are, `files` how many files are listed and how many bytes they have, which come beside
 * the text; absent where there is none. Programs that know nothing of files refuse what has it.
 */
export const LogHeader = z.object({
  format: z.literal(formatName),
  version: z.literal(1),
  lines: z.int().nonnegative(),
  items: z.int().nonnegative(),
  files: z.strictObject({ count: z.int().positive(), bytes: z.int().nonnegative() }).optional(),
})
export type LogHeader = z.infer<typeof LogHeader>

/** What is known of one file; see `FileRecord`. */
export const FileLine = z.strictObject({
  file: z.strictObject({
    id: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string().max(200),
    size: z.int().positive(),
    // As files are named when they are taken in: what it is served by is to hide nothing, and to lead nowhere.
    name: z
      .string()
      .min(1)
      .max(500)
      .regex(/^[^\p{C}/\\]+$/u, "must be the name of a file, without a path and control characters"),
    width: z.int().positive().optional(),
    height: z.int().positive().optional(),
    at: Instant,
    by: z.string().max(500),
  }),
})

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/**
 * `digest` is the SHA-256 of the revisions' lines, each with its line feed, and `filesDigest` that of the files' lines; the header's
 * and this line are in neither.
 */
export const LogTrailer = z.object({
  end: z.literal(formatName),
  lines: z.int().nonnegative(),
  digest,
  filesDigest: digest.optional(),
})
export type LogTrailer = z.infer<typeof LogTrailer>

/** A revision as its line, without the line feed: always the same bytes for the same revision. */
export function writeRevision({ item, ...revision }: Revision): string {
  const { seq, itemId, revision: number, at, by, action, state, updateType, changeNote, ...rest } = revision
  const { publishAt, imported, conflicts, resolves } = rest
  const details = { publishAt, imported, conflicts, resolves } satisfies Record<keyof typeof rest, unknown>
  const said = { seq, itemId, revision: number, at, by, action, state, updateType, changeNote, ...details }
  return `${JSON.stringify(said).slice(0, -1)},"item":${writeItem(item)}}`
}

/** A file as its line, without the line feed. */
export function writeFileLine({ id, mediaType, size, name, width, height, at, by }: FileRecord): string {
  return JSON.stringify({ file: { id, mediaType, size, name, width, height, at, by } })
}
