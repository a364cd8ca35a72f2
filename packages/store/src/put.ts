import { type Action, InvalidInput, type Item, Revision, stateAfter } from "@pg/domain"
import { canonical } from "./canonical.js"
import type { Engine } from "./engine.js"
import { append, lastSeq } from "./log.js"
import { type Projected, project } from "./projection.js"
import { toRow, withHistory } from "./row.js"
import type { Db, ItemRow } from "./schema.js"
import { openSlugs } from "./slugs.js"

/**
 * Who changes items, and when. `action` is a step of the lifecycle; where it is absent a new item is published and a
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
 * Puts items in the order given, in the transaction given: lines of the log for what is new, and the projection of them,
 * which `write` makes.
 */
export async function putBatch(
  trx: Db,
  engine: Engine,
  items: readonly Item[],
  change: Change,
  { merge = (_, given) => given, write = project }: { merge?: Merge | undefined; write?: typeof project } = {},
): Promise<PutResult[]> {
  checkChange(change)
  await engine.lock(trx)
  const known = await readCurrent(trx, items)
  const slugs = await openSlugs(trx, items)
  let seq = await lastSeq(trx)
  const projected: Projected[] = []
  const results: PutResult[] = []
  for (const given of items) {
    const before = known.get(given.id)
    const asked = before ? merge(before.item, given) : given
    const item = { ...stripped(asked), slug: await slugs.claim(asked, slugIn(before, asked)) }
    const revision = revise(before, item, change, seq + 1)
    if (!revision) {
      results.push({ outcome: "unchanged", item: before ? withHistory(before.item, before.row) : item })
      continue
    }
    seq++
    const row = toRow(revision, before?.row)
    projected.push({ revision, row })
    known.set(item.id, { row, item })
    results.push({ outcome: before ? "changed" : "created", item: withHistory(item, row) })
  }
  await append(
    trx,
    projected.map(({ revision }) => revision),
  )
  await write(trx, engine.search, projected)
  return results
}

type Current = { row: ItemRow; item: Item }

/** The item's next revision; `undefined` where it would say nothing new. */
function revise(before: Current | undefined, item: Item, change: Change, seq: number): Revision | undefined {
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

async function readCurrent(trx: Db, items: readonly Item[]): Promise<Map<string, Current>> {
  if (items.length === 0) return new Map()
  const rows = await trx
    .selectFrom("items")
    .innerJoin("revisions", "revisions.seq", "items.seq")
    .selectAll("items")
    .select("revisions.item")
    .where("items.id", "in", [...new Set(items.map(({ id }) => id))])
    .execute()
  return new Map(rows.map(({ item, ...row }) => [row.id, { row, item: JSON.parse(item) as Item }]))
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
