import { isDeepStrictEqual } from "node:util"
import { boundsOf, type Item, kindsByName, parseItem, type Relation } from "@pg/domain"
import type { z } from "zod"

/**
 * What an import makes of a stored item. Where the listing says the same of it as before, the stored item is kept as it
 * is, with all that was corrected here, but for what else is new: a body, relations, its neighbours' dates. Otherwise
 * it is what the listing says now, and what was added to the item here (a body, attachments, an event's cancellation …);
 * what the listing said and no longer says is dropped, save relations.
 */
export function merge(stored: Item, imported: Item): Item {
  const relations = union(stored.relations, imported.relations)
  const { body } = imported.body === undefined ? stored : imported
  if (saysTheSame(imported, stored)) {
    const { issuedBounds: _, ...kept } = stored
    const issuedBounds = stored.issued === undefined ? boundsNow(stored, imported) : stored.issuedBounds
    return {
      ...kept,
      relations,
      ...(body !== undefined && { body }),
      ...(issuedBounds !== undefined && { issuedBounds }),
    }
  }
  const shape: Readonly<Record<string, z.ZodType>> = kindsByName[imported.kind].schema.shape
  return parseItem({
    ...pick(stored, (field) => Object.hasOwn(shape, field) && !isFromListing(stored, field)),
    ...pick(imported, (field, value) => !isDeepStrictEqual(value, shape[field]?.safeParse(undefined).data)),
    summaryTruncated: imported.summaryTruncated,
    slug: stored.slug, // addresses stay; the store alone makes them unique
    relations,
  })
}

/**
 * What the item's neighbours say now of when it was issued. It was there when it was first read: a neighbour of a later day
 * says nothing, for that day was then still to come.
 */
function boundsNow(stored: Item, { issued, issuedBounds }: Item): string | undefined {
  if (issued !== undefined) return stored.issuedBounds
  if (issuedBounds === undefined) return undefined
  const readAt = stored.source?.retrievedAt ?? "~"
  const { earliest = "", latest = "~" } = boundsOf(issuedBounds)
  const [start = ".."] = issuedBounds.split("/")
  if (earliest > readAt || (latest > readAt && start === "..")) return stored.issuedBounds
  return latest > readAt ? `${start}/..` : issuedBounds
}

const pick = (item: Item, isWanted: (field: string, value: unknown) => boolean) =>
  Object.fromEntries(Object.entries(item).filter(([field, value]) => isWanted(field, value)))

/** Whether a field's value was read from a listing, or concluded from one, rather than added here. */
function isFromListing({ source }: Item, field: string): boolean {
  if (field === "source" || field === "issuedBounds") return true
  const paths = [...Object.keys(source?.spans ?? {}), ...(source?.reasons ?? []).map((reason) => reason.field)]
  return paths.some((path) => path === field || path.startsWith(`${field}.`))
}

function union(stored: readonly Relation[], imported: readonly Relation[]): Relation[] {
  const isNew = (relation: Relation) => !stored.some((known) => isDeepStrictEqual(known, relation))
  return [...stored, ...imported.filter(isNew)]
}

const saysTheSame = ({ source: after }: Item, { source: before }: Item) =>
  after?.name === before?.name && words(after?.text) === words(before?.text)

/** The white space around an item's text belongs to its place in the listing. */
const words = (text = "") => text.replace(/\s+/g, " ").trim()
