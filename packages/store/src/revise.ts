import { type Action, type Conflict, InvalidInput, type Item, type Merged, Revision, stateAfter } from "@pg/domain"
import { canonical } from "./canonical.js"
import { lastLine } from "./log.js"
import { type Projected, toRow, withHistory } from "./row.js"
import type { Db, ItemRow } from "./schema.js"
import { openSlugs, type Slugs } from "./slugs.js"

/**
 * Who changes items, and when; where a clock has gone back, at the instant of the log's last line. `action` is a step of the lifecycle; where it is absent a new item is published and a
 * known one edited. `updateType` is `major` where it is absent; an item's first revision always is, and its first public one.
 */
export type Change = {
  at: string
  by: string
  action?: Action
} & Partial<Pick<Revision, "updateType" | "changeNote" | "publishAt" | "resolves">>

/** What came of putting an item; `item` as it is stored, its slug made unique; `conflicts` what was left to be decided. */
export type PutResult = { outcome: "created" | "changed" | "unchanged"; item: Item; conflicts?: Conflict[] }

/**
 * Makes one item of the stored and the given one. `base` reads what the stored item's source last said of it. What is merged
 * with conflicts is the item and what waits for somebody to decide.
 */
export type Merge = (stored: Item, given: Item, base: () => Promise<Item>) => Item | Promise<Item | Merged>

/** The given item as it is. */
export const asGiven: Merge = (_, given) => given

/**
 * What items are held against: what is stored of them and has been put since, whose slugs are whose, where the log ends and
 * at which instant.
 */
export type Archive = { known: Map<string, Current | undefined>; slugs: Slugs; seq: number; at: string | undefined }
type Current = { row: ItemRow; item: Item }

/** The archive as a transaction finds it. */
export async function openArchive(db: Db): Promise<Archive> {
  const last = await lastLine(db)
  return { known: new Map(), slugs: openSlugs(db), seq: last?.seq ?? 0, at: last?.at }
}

/**
 * Instants in the log never go back, though clocks do: who has read all changes up to an instant, as harvesters do, would
 * never be told of what is written after that under an earlier one.
 */
const notBefore = (change: Asking, at: string | undefined): Asking =>
  at !== undefined && Date.parse(change.at) < Date.parse(at) ? { ...change, at } : change

/** The lines that putting items would add to the log, and what came of each. */
export async function revise(
  db: Db,
  archive: Archive,
  items: readonly Item[],
  change: Asking,
  merge: Merge = asGiven,
): Promise<{ projected: Projected[]; results: PutResult[] }> {
  const { known, slugs } = archive
  const now = notBefore(change, archive.at)
  await readCurrent(db, known, items)
  await slugs.foresee(items)
  const projected: Projected[] = []
  const results: PutResult[] = []
  for (const given of items) {
    const before = known.get(given.id)
    const asked = await mergeInto(db, before, given, merge)
    const { slug } = isEverPublic(before, now)
      ? { slug: await slugs.claim(asked.item, slugIn(before, asked.item)) }
      : asked.item
    const item = { ...stripped(asked.item), slug }
    const revision = nextRevision(before, { ...now, ...asked.more }, item, archive.seq + 1)
    if (!revision) {
      results.push({ outcome: "unchanged", item: before ? withHistory(before.item, before.row) : item })
      continue
    }
    archive.seq++
    const row = toRow(revision, before?.row)
    projected.push({ revision, row })
    known.set(item.id, { row, item })
    const { conflicts } = revision
    results.push({
      outcome: before ? "changed" : "created",
      item: withHistory(item, row),
      ...(conflicts && { conflicts }),
    })
  }
  return { projected, results }
}

type Asked = { item: Item; more?: Pick<Revision, "imported" | "conflicts"> }

/** An import that is merged says beside what became of it what it was. */
async function mergeInto(db: Db, before: Current | undefined, given: Item, merge: Merge): Promise<Asked> {
  if (!before || merge === asGiven) return { item: given }
  const merged = await merge(before.item, given, () => readBase(db, given.id))
  if (!("conflicts" in merged)) return { item: merged }
  const { item, conflicts } = merged
  return { item, more: { imported: stripped(given), ...(conflicts.length > 0 && { conflicts }) } }
}

/** What an item's source last said of it. Throws where there is no such item. */
export async function readBase(db: Db, id: string): Promise<Item> {
  const { details, item } = await db
    .selectFrom("items")
    .innerJoin("revisions", (join) =>
      join.on((seq) => seq("revisions.seq", "=", seq.fn.coalesce("items.imported_seq", "items.seq"))),
    )
    .select(["revisions.item", "revisions.details"])
    .where("items.id", "=", id)
    .executeTakeFirstOrThrow()
  return (
    (details === null ? undefined : (JSON.parse(details) as Pick<Revision, "imported">).imported) ?? JSON.parse(item)
  )
}

type Asking = Change & Pick<Revision, "imported" | "conflicts">

/** The item's next revision; `undefined` where it would say nothing new. */
function nextRevision(before: Current | undefined, asking: Asking, item: Item, seq: number): Revision | undefined {
  const { at, by, changeNote, imported, conflicts, resolves } = asking
  const from = before?.row.state ?? "draft"
  const action = asking.action ?? (before ? "edit" : "publish")
  const state = stateAfter(from, action)
  // What was removed or merged is not brought back by being put again without a word.
  if (state === undefined && asking.action === undefined) return undefined
  if (state === undefined)
    throw new InvalidInput([{ path: "action", message: `a ${from} item has no "${action}" (item ${item.id})` }])
  const publishAt = state === "scheduled" ? (asking.publishAt ?? before?.row.publish_at ?? undefined) : undefined
  if (state === "scheduled" && publishAt === undefined)
    throw new InvalidInput([{ path: "publishAt", message: "is missing: say when it is to be published" }])
  const says = conflicts || resolves || (publishAt !== undefined && !isSameInstant(publishAt, before?.row.publish_at))
  if (before && state === from && !says && canonical(before.item) === canonical(item)) return undefined
  const isNew = !before || (state === "published" && before.row.first_published_at === null)
  return {
    seq,
    itemId: item.id,
    revision: (before?.row.revision ?? 0) + 1,
    at,
    by,
    action,
    state,
    updateType: isNew ? "major" : (asking.updateType ?? "major"),
    ...(changeNote !== undefined && { changeNote }),
    ...(publishAt !== undefined && { publishAt }),
    ...(imported && { imported }),
    ...(conflicts && { conflicts }),
    ...(resolves && { resolves }),
    item,
  }
}

const isSameInstant = (one: string, other: string | null | undefined) =>
  other !== null && other !== undefined && Date.parse(one) === Date.parse(other)

function stripped(asked: Item): Item {
  const { revision: _, firstPublishedAt: _first, updatedAt: _updated, ...item } = asked
  return item
}

/**
 * Whether the public sees or has seen an item after a change. Only then has it a slug of its own: were a draft's its own, an item
 * that is published before it would show by its `-2` that there is a draft.
 */
function isEverPublic(before: Current | undefined, { action = before ? "edit" : "publish" }: Asking): boolean {
  const { first_published_at: since = null, state = "draft" } = before?.row ?? {}
  return since !== null || stateAfter(state, action) === "published"
}

const slugIn = (before: Current | undefined, { kind, locale }: Item) =>
  before?.item.kind === kind && before.item.locale === locale ? before.item.slug : undefined

async function readCurrent(db: Db, known: Archive["known"], items: readonly Item[]): Promise<void> {
  const ids = [...new Set(items.map(({ id }) => id))].filter((id) => !known.has(id))
  if (ids.length === 0) return
  const rows = await db
    .selectFrom("items")
    .innerJoin("revisions", "revisions.seq", "items.seq")
    .selectAll("items")
    .select("revisions.item")
    .where("items.id", "in", ids)
    .execute()
  for (const id of ids) known.set(id, undefined)
  for (const { item, ...row } of rows) known.set(row.id, { row, item: JSON.parse(item) as Item })
}

const Change = Revision.pick({
  at: true,
  by: true,
  action: true,
  updateType: true,
  changeNote: true,
  publishAt: true,
  resolves: true,
}).partial({ action: true, updateType: true })

/** Refuses a change that is not one. Throws InvalidInput. */
export function checkChange(change: Change): void {
  const result = Change.safeParse(change)
  if (!result.success)
    throw new InvalidInput(result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })))
}
