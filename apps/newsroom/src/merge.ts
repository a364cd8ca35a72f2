import { isDeepStrictEqual } from "node:util"
import { type Item, kindsByName, parseItem, type Relation } from "@pg/domain"
import type { z } from "zod"

/**
 * What an import makes of a stored item: what the listing says now, and what was added to the item here (a body,
 * attachments, an event's cancellation …). What an earlier listing said and this one no longer says is dropped. Where
 * nothing is new the stored item itself is given back, so that no revision is written because the listing was
 * retrieved at another time or the item stands on another line of it.
 */
export function merge(stored: Item, imported: Item): Item {
  const shape: Readonly<Record<string, z.ZodType>> = kindsByName[imported.kind].schema.shape
  const merged = parseItem({
    ...pick(stored, (field) => Object.hasOwn(shape, field) && !isFromListing(stored, field)),
    ...pick(imported, (field, value) => !isDeepStrictEqual(value, shape[field]?.safeParse(undefined).data)),
    summaryTruncated: imported.summaryTruncated,
    slug: stored.slug, // addresses stay; the store alone makes them unique
    relations: union(stored.relations, imported.relations),
  })
  return saysTheSame(merged, stored) ? stored : merged
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

function saysTheSame(merged: Item, stored: Item): boolean {
  const [{ source: after, ...now }, { source: before, ...then }] = [merged, stored]
  return isDeepStrictEqual(now, then) && after?.name === before?.name && words(after?.text) === words(before?.text)
}

/** The white space around an item's text belongs to its place in the listing. */
const words = (text = "") => text.replace(/\s+/g, " ").trim()
