import { type Revision, writeItem } from "@pg/domain"
import { z } from "zod"

/**
 * The log as a text: NDJSON, in UTF-8. The first line is a `LogHeader`, then each revision has a line, in the order of the
 * log, and the last line is a `LogTrailer`. The same log gives the same bytes, whichever database it is in.
 */
export const formatName = "newsroom-log"

/** `lines` and `items` are how many there are. `files` will list what comes beside the text; absent where there is nothing. */
export const LogHeader = z.object({
  format: z.literal(formatName),
  version: z.literal(1),
  lines: z.int().nonnegative(),
  items: z.int().nonnegative(),
  files: z.array(z.never()).max(0).optional(),
})
export type LogHeader = z.infer<typeof LogHeader>

/** `digest` is the SHA-256 of the revisions' lines, each with its line feed; the header's and this line are not in it. */
export const LogTrailer = z.object({
  end: z.literal(formatName),
  lines: z.int().nonnegative(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
})
export type LogTrailer = z.infer<typeof LogTrailer>

/** A revision as its line, without the line feed: always the same bytes for the same revision. */
export function writeRevision({ item, ...revision }: Revision): string {
  const { seq, itemId, revision: number, at, by, action, state, updateType, changeNote } = revision
  const said = { seq, itemId, revision: number, at, by, action, state, updateType, changeNote }
  return `${JSON.stringify(said).slice(0, -1)},"item":${writeItem(item)}}`
}
