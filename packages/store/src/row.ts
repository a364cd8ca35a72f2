import { type Conflict, type Item, kindOf, type Revision, sortKey, type State, type When } from "@pg/domain"
import { issuedRange } from "./issued-range.js"
import type { ItemRow, PublicLineRow, ShownState } from "./schema.js"
import { placeOf } from "./search/place.js"
import { storedTermsOf, writeTerms } from "./terms.js"

/** What of an item's row counts when its next revision is made. */
export type Before = Pick<
  ItemRow,
  "number" | "state" | "first_published_at" | "updated_at" | "changed_seq" | "public_seq" | "imported_seq" | "conflicts"
>

/** A line of the log and the row that its item has after it. */
export type Projected = { revision: Revision; row: ItemRow }

/** The row of an item after a revision; `before` is its row until then. */
export function toRow(revision: Revision, before: Before | undefined): ItemRow {
  const { item, state, at } = revision
  const listed = state === "published"
  const isFirstPublic = listed && (before?.first_published_at ?? null) === null
  const updatedAt = isFirstPublic || revision.updateType === "major" ? at : (before?.updated_at ?? null)
  const firstPublishedAt = isFirstPublic ? at : (before?.first_published_at ?? null)
  const shownBefore = before && shownAs(before.state, before.first_published_at !== null)
  const isPublicChange = listed || shownAs(state, firstPublishedAt !== null) !== shownBefore
  const issued = issuedRange(item)
  const issuedKey = sortKey(item)
  const number = before?.number ?? revision.seq
  return {
    number,
    id: item.id,
    seq: revision.seq,
    revision: revision.revision,
    kind: item.kind,
    locale: item.locale,
    slug: item.slug,
    state,
    listed: listed ? 1 : 0,
    issued_key: issuedKey,
    place: placeOf(issuedKey, number),
    issued_low: issued?.low ?? null,
    issued_high: issued?.high ?? null,
    when_key:
      kindOf(item)
        .whens(item)
        .map(whenKey)
        .filter((key) => key !== "")[0] ?? "",
    updated_key: updatedAt === null ? "" : new Date(updatedAt).toISOString(),
    terms: listed ? writeTerms(storedTermsOf(item)) : "",
    first_published_at: firstPublishedAt,
    updated_at: updatedAt,
    changed_seq: isPublicChange ? revision.seq : (before?.changed_seq ?? null),
    public_seq: listed ? revision.seq : (before?.public_seq ?? null),
    publish_at: revision.publishAt === undefined ? null : new Date(revision.publishAt).toISOString(),
    imported_seq: isImport(revision, before) ? revision.seq : (before?.imported_seq ?? null),
    conflicts: writeConflicts(openConflicts(revision, before)),
  }
}

/**
 * Whether a revision says what its item's source says: the first of an item that has a source, and each that says so.
 * Before lines said so, what imported again was known by its name.
 */
const isImport = ({ imported, item, by }: Revision, before: Before | undefined): boolean =>
  imported !== undefined || (item.source !== undefined && (before === undefined || by === "newsroom import"))

/** What imports have left open: of a field that a later one speaks of too, what that says. */
function openConflicts({ conflicts = [], resolves = [] }: Revision, before: Before | undefined): Conflict[] {
  const decided = new Set([...resolves, ...conflicts.map(({ field }) => field)])
  return [...readConflicts(before?.conflicts ?? null).filter(({ field }) => !decided.has(field)), ...conflicts]
}

/** Conflicts as the column has them. */
export const readConflicts = (column: string | null): Conflict[] =>
  column === null ? [] : (JSON.parse(column) as Conflict[])

const writeConflicts = (conflicts: readonly Conflict[]) => (conflicts.length === 0 ? null : JSON.stringify(conflicts))

/** What the public log has of a revision, `row` being the item's after it; `undefined` where the public sees no change. */
export function toPublicLine(revision: Revision, row: ItemRow): PublicLineRow | undefined {
  const state = shownAs(row.state, row.first_published_at !== null)
  if (row.changed_seq !== row.seq || state === undefined) return undefined
  const noted = state !== "published" || revision.updateType === "major" || revision.changeNote !== undefined
  return {
    seq: row.seq,
    number: row.number,
    state,
    public_seq: row.public_seq ?? row.seq,
    noted: noted ? 1 : 0,
    first_published_at: row.first_published_at ?? revision.at,
    updated_at: row.updated_at ?? revision.at,
  }
}

/**
 * How the public sees an item in a state; `undefined` where it never saw it. What it saw and sees no more, for whatever
 * reason inside the house, is withdrawn.
 */
function shownAs(state: State, wasPublic: boolean): ShownState | undefined {
  if (state === "published") return state
  if (!wasPublic) return undefined
  return state === "gone" || state === "merged" ? state : "withdrawn"
}

/** What is read to give an item back: its JSON in the log, and what the store adds to it. */
export type StoredItem = Pick<ItemRow, "revision" | "first_published_at" | "updated_at"> & { item: string }

/** The item as it is handed out, with revision, firstPublishedAt and updatedAt. */
export function fromRow({ item: text, revision, first_published_at, updated_at }: StoredItem): Item {
  const item = JSON.parse(text) as Item
  item.revision = revision
  if (first_published_at !== null) item.firstPublishedAt = first_published_at
  if (updated_at !== null) item.updatedAt = updated_at
  return item
}

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
