import type { Revision } from "@pg/domain"
import type { Context } from "hono"
import { apiPath } from "../site.js"
import { Refused } from "./refused.js"

/** The entity tag of a revision of an item, which never changes. */
export const tagOf = ({ revision }: Pick<Revision, "revision">): string => `"r${revision}"`

/** What a writer knows of what it changes. */
export type Known = {
  /** Refuses where `current` is not what the writer knows. Throws Refused. */
  check: (current: Revision | undefined) => void
  /** The revision that the writer has read, as far as it says so. */
  read?: number
}

/** Asks the API itself, in process, what entity tag the public has of an item. */
export type PublicTag = (id: string) => Promise<string | undefined>

/**
 * Reads If-Match and If-None-Match (RFC 9110 section 13.1). An item is known by the tag of its revision, or by the one that
 * `GET /items/{id}` gives as JSON. A change takes one of the two fields (428, RFC 6585), so that none is made of what the
 * writer has not seen. Throws Refused.
 */
export async function readPrecondition(
  c: Context,
  current: Revision | undefined,
  publicTag: PublicTag,
  said?: number,
): Promise<Known> {
  const ifMatch = c.req.header("If-Match")
  const ifNoneMatch = c.req.header("If-None-Match")
  if (ifNoneMatch !== undefined && ifNoneMatch.trim() !== "*")
    throw new Refused("malformed", "If-None-Match can only be * here: it says that there is to be no such item yet.")
  if (ifNoneMatch !== undefined) return { check: refuseExisting }
  if (ifMatch === undefined) return { check: refuseUnknown, ...(said !== undefined && { read: said }) }
  if (ifMatch.trim() === "*") return { check: refuseAbsent }
  if (ifMatch.trim() === "")
    throw new Refused(
      "malformed",
      'If-Match is empty: say in it which revision you change, by the ETag that you were given, as in If-Match: "r3".',
    )
  if (!ifMatch.includes('"'))
    throw new Refused(
      "malformed",
      `If-Match has tags between quotation marks, as in If-Match: "${ifMatch.trim().slice(0, 40)}".`,
    )
  const tags = tagsIn(ifMatch)
  const named = tags.map((tag) => /^"r(\d{1,9})"$/.exec(tag)?.[1]).find((number) => number !== undefined)
  const read = named === undefined ? said : Number(named)
  const isPublic =
    current?.state === "published" && tags.includes(withoutCoding((await publicTag(current.itemId)) ?? ""))
  const revision = current?.revision
  return {
    ...(read !== undefined && { read }),
    check: (latest) => {
      refuseAbsent(latest)
      const isKnown = latest && (tags.includes(tagOf(latest)) || (isPublic && latest.revision === revision))
      if (!isKnown) throw new Refused("stale", "The item has changed since it was read.")
    },
  }
}

/** Strong tags alone count, whichever coding the content came in. */
const tagsIn = (field: string) =>
  (field.match(/(?:W\/)?"[^"]*"/g) ?? []).filter((tag) => !tag.startsWith("W/")).map(withoutCoding)

const withoutCoding = (tag: string) => tag.replace(/-(?:br|gzip|zstd|deflate)"$/, '"')

function refuseUnknown(current: Revision | undefined): void {
  if (current)
    throw new Refused(
      "required",
      `The item is there already: say with If-Match which revision of it you change. It is at ${tagOf(current)}, ${apiPath}/items/${current.itemId}/revisions/${current.revision}.`,
      { members: { current: { revision: current.revision, etag: tagOf(current) } } },
    )
}

function refuseAbsent(current: Revision | undefined): asserts current {
  if (!current) throw new Refused("stale", "There is no item of this id to be changed.")
}

function refuseExisting(current: Revision | undefined): void {
  if (current)
    throw new Refused(
      "taken",
      "There is an item of this id already, and If-None-Match: * says that there is to be none.",
      {
        members: { current: { revision: current.revision, etag: tagOf(current) } },
      },
    )
}
