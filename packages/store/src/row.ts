import { type Item, kindOf, type Revision, sortKey, type When } from "@pg/domain"
import { issuedRange } from "./issued-range.js"
import type { ItemRow } from "./schema.js"

/** What of an item's row counts when its next revision is made. */
export type Before = Pick<ItemRow, "number" | "first_published_at" | "updated_at">

/** The row of an item after a revision; `before` is its row until then. */
export function toRow(revision: Revision, before: Before | undefined): ItemRow {
  const { item, state, at } = revision
  const listed = state === "published"
  const isFirstPublic = listed && (before?.first_published_at ?? null) === null
  const updatedAt = isFirstPublic || revision.updateType === "major" ? at : (before?.updated_at ?? null)
  const issued = issuedRange(item)
  return {
    number: before?.number ?? revision.seq,
    id: item.id,
    seq: revision.seq,
    revision: revision.revision,
    kind: item.kind,
    locale: item.locale,
    slug: item.slug,
    state,
    listed: listed ? 1 : 0,
    issued_key: sortKey(item),
    issued_low: issued?.low ?? null,
    issued_high: issued?.high ?? null,
    when_key:
      kindOf(item)
        .whens(item)
        .map(whenKey)
        .filter((key) => key !== "")[0] ?? "",
    updated_key: updatedAt === null ? "" : new Date(updatedAt).toISOString(),
    first_published_at: isFirstPublic ? at : (before?.first_published_at ?? null),
    updated_at: updatedAt,
  }
}

/** What is read to give an item back: its JSON in the log, and what the store adds to it. */
export type StoredItem = Pick<ItemRow, "revision" | "first_published_at" | "updated_at"> & { item: string }

/** The item as it is handed out, with revision, firstPublishedAt and updatedAt. */
export const fromRow = ({ item, revision, first_published_at, updated_at }: StoredItem): Item =>
  withHistory(JSON.parse(item) as Item, { revision, first_published_at, updated_at })

/** An item with the fields that the store sets on reading. */
export const withHistory = (item: Item, row: Omit<StoredItem, "item">): Item => ({
  ...item,
  revision: row.revision,
  ...(row.first_published_at !== null && { firstPublishedAt: row.first_published_at }),
  ...(row.updated_at !== null && { updatedAt: row.updated_at }),
})

/** By its first day as `sortKey` has it, then by the time of day. */
function whenKey({ start }: When): string {
  const key = sortKey({ issued: start })
  return key && key + (/T[\d:]+/.exec(start)?.[0] ?? "")
}
