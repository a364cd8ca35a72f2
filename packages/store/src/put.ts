import { setImmediate } from "node:timers/promises"
import { type Action, InvalidInput, type Item, Revision, stateAfter } from "@pg/domain"
import { canonical } from "./canonical.js"
import type { Engine } from "./engine.js"
import { append, lastLine } from "./log.js"
import { project } from "./projection.js"
import { refuseOtherProjection } from "./rebuild.js"
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
  updateType?: "major" | "minor"
  changeNote?: string
}

/** What came of putting an item; `item` as it is stored, its slug made unique. */
export type PutResult = { outcome: "created" | "changed" | "unchanged"; item: Item }

/** Makes one item of the stored and the given one. */
export type Merge = (stored: Item, given: Item) => Item

/**
 * Puts items in the order given, in the transaction given: lines of the log for what is new, and the projection of them.
 * Where there are new ones `seq` is that of the log's last line, and `words` are to be remembered when it is committed.
 */
export async function putBatch(
  trx: Db,
  engine: Engine,
  items: readonly Item[],
  change: Change,
  merge: Merge = asGiven,
): Promise<{ results: PutResult[]; seq?: number; words?: Set<string> }> {
  checkChange(change)
  await engine.lock(trx)
  await refuseOtherProjection(trx)
  const archive = await openArchive(trx)
  const { projected, results } = await revise(trx, archive, items, notBefore(change, archive.at), merge)
  const seq = projected.at(-1)?.row.seq
  if (seq === undefined) return { results }
  await append(
    trx,
    projected.map(({ revision }) => revision),
  )
  const words = await project(trx, engine.search, projected)
  await engine.announce(trx, seq)
  return { results, seq, words }
}

/** What putting portions of items one after the other would come to, with nothing written and no writer held up. */
export async function rehearse(
  db: Db,
  portions: Iterable<readonly Item[]>,
  change: Change,
  merge: Merge = asGiven,
): Promise<PutResult[]> {
  checkChange(change)
  const archive = await openArchive(db)
  const all: PutResult[] = []
  for (const items of portions) {
    const { results } = await revise(db, archive, items, change, merge)
    all.push(...results)
    // SQLite answers at once: without this, nothing else would run until all are rehearsed.
    await setImmediate()
  }
  return all
}

const asGiven: Merge = (_, given) => given

/**
 * Instants in the log never go back, though clocks do: who has read all changes up to an instant, as harvesters do, would
 * never be told of what is written after that under an earlier one.
 */
const notBefore = (change: Change, at: string | undefined): Change =>
  at !== undefined && Date.parse(change.at) < Date.parse(at) ? { ...change, at } : change

/**
 * What items are held against: what is stored of them and has been put since, whose slugs are whose, where the log ends and
 * at which instant.
 */
type Archive = { known: Map<string, Current | undefined>; slugs: Slugs; seq: number; at: string | undefined }
type Current = { row: ItemRow; item: Item }

async function openArchive(db: Db): Promise<Archive> {
  const last = await lastLine(db)
  return { known: new Map(), slugs: openSlugs(db), seq: last?.seq ?? 0, at: last?.at }
}

/** The lines that putting items would add to the log, and what came of each. */
async function revise(db: Db, archive: Archive, items: readonly Item[], change: Change, merge: Merge) {
  const { known, slugs } = archive
  await readCurrent(db, known, items)
  await slugs.foresee(items)
  const projected: Projected[] = []
  const results: PutResult[] = []
  for (const given of items) {
    const before = known.get(given.id)
    const asked = before ? merge(before.item, given) : given
    const item = { ...stripped(asked), slug: await slugs.claim(asked, slugIn(before, asked)) }
    const revision = nextRevision(before, item, change, archive.seq + 1)
    if (!revision) {
      results.push({ outcome: "unchanged", item: before ? withHistory(before.item, before.row) : item })
      continue
    }
    archive.seq++
    const row = toRow(revision, before?.row)
    projected.push({ revision, row })
    known.set(item.id, { row, item })
    results.push({ outcome: before ? "changed" : "created", item: withHistory(item, row) })
  }
  return { projected, results }
}

/** The item's next revision; `undefined` where it would say nothing new. */
function nextRevision(before: Current | undefined, item: Item, change: Change, seq: number): Revision | undefined {
  const from = before?.row.state ?? "draft"
  const action = change.action ?? (before ? "edit" : "publish")
  const state = stateAfter(from, action)
  // What was removed or merged is not brought back by being put again without a word.
  if (state === undefined && change.action === undefined) return undefined
  if (state === undefined)
    throw new InvalidInput([{ path: "action", message: `a ${from} item has no "${action}" (item ${item.id})` }])
  if (before && state === from && canonical(before.item) === canonical(item)) return undefined
  const isNew = !before || (state === "published" && before.row.first_published_at === null)
  return {
    seq,
    itemId: item.id,
    revision: (before?.row.revision ?? 0) + 1,
    at: change.at,
    by: change.by,
    action,
    state,
    updateType: isNew ? "major" : (change.updateType ?? "major"),
    ...(change.changeNote !== undefined && { changeNote: change.changeNote }),
    item,
  }
}

function stripped(asked: Item): Item {
  const { revision: _, firstPublishedAt: _first, updatedAt: _updated, ...item } = asked
  return item
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

const Change = Revision.pick({ at: true, by: true, action: true, updateType: true, changeNote: true }).partial({
  action: true,
  updateType: true,
})

function checkChange(change: Change): void {
  const result = Change.safeParse(change)
  if (!result.success)
    throw new InvalidInput(result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })))
}
