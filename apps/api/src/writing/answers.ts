import type { Revision } from "@pg/domain"
import type { Revised } from "@pg/store"
import type { Context } from "hono"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { openHeaders } from "../open-headers.js"
import { apiPath } from "../site.js"
import { tagOf } from "./precondition.js"

/** What an editor sees of a write: the item's revision after it, and what came of it. */
type Written = Revision & { outcome: Revised["outcome"] }

/** Answers whoever has a token: for nobody else to keep. */
export function answerPrivately(
  c: Context,
  value: unknown,
  { status = 200, headers = {} }: { status?: ContentfulStatusCode; headers?: Record<string, string> } = {},
): Response {
  return c.body(`${JSON.stringify(value)}\n`, status, {
    ...openHeaders,
    "content-type": "application/json",
    "cache-control": "private, no-store",
    ...headers,
  })
}

/** Where a revision is. */
export const revisionPath = ({ itemId, revision }: Pick<Revision, "itemId" | "revision">): string =>
  `${apiPath}/items/${itemId}/revisions/${revision}`

/** Answers a write: 201 with its address for what is new. The tag is that of the revision, for the next If-Match. */
export function answerWritten(c: Context, { outcome, revision, isRepeat }: Revised, isTrial: boolean): Response {
  const written: Written = { outcome, ...revision }
  const isNew = outcome === "created" && !isTrial
  return answerPrivately(c, written, {
    status: isNew ? 201 : 200,
    headers: {
      ...(!isTrial && { etag: tagOf(revision), "content-location": revisionPath(revision) }),
      ...(isNew && { location: `${apiPath}/items/${revision.itemId}` }),
      ...(isRepeat && { "idempotency-replayed": "true" }),
    },
  })
}
