import type { Conflict, Item, Revision } from "@pg/domain"
import { addToAudit, type Audited } from "./audit.js"
import type { Engine } from "./engine.js"
import { beginToWrite, write, type Wrote } from "./put.js"
import { type Change, checkChange, openArchive, readBase, revise } from "./revise.js"
import { conflictsOf, currentRevision, revisionAt } from "./revisions.js"
import type { Db } from "./schema.js"
import { type Once, readOnce, rememberOnce } from "./written-once.js"

/** What an item is to be, and by which change; of an import what it said, and what it leaves to be decided. */
export type Revising = { item: Item; change: Change } & Pick<Revision, "imported" | "conflicts">

/**
 * What else can be read in the transaction that changes an item, so that what is decided by it is so when it is written: `base`
 * is what the item's source last said of it, `conflicts` what imports of it have left to be decided, `current` the last revision
 * of another item.
 */
export type Beside = {
  base: () => Promise<Item>
  conflicts: () => Promise<Conflict[]>
  current: (id: string) => Promise<Revision | undefined>
}

/**
 * Says what is to become of an item of which `current` is the last revision, whatever its state; `undefined` where there is
 * none. What it throws ends the transaction, and comes out of `reviseOne`.
 */
export type Revise = (current: Revision | undefined, beside: Beside) => Revising | Promise<Revising>

/** The item's last revision after it. `isRepeat` where the write had been done before, by its key. */
export type Revised = { outcome: "created" | "changed" | "unchanged"; revision: Revision; isRepeat: boolean }

/**
 * What is written beside: `once` with a key by which it is done only once, `audited` who did it. `isTrial` writes nothing, and
 * says what would come of it.
 */
export type WriteOptions = { once?: Once; audited?: Omit<Audited, "status" | "reason">; isTrial?: boolean }

/** Changes one item, in the transaction given, between whose reading and writing nobody else writes. */
export async function reviseOne(
  trx: Db,
  engine: Engine,
  id: string,
  make: Revise,
  { once, audited, isTrial = false }: WriteOptions,
): Promise<Revised & Wrote> {
  await beginToWrite(trx, engine)
  const done = once && (await readOnce(trx, once))
  if (done) {
    const revision = await revisionAt(trx, done.seq)
    if (revision) return { outcome: done.outcome, revision, isRepeat: true }
  }
  const current = await currentRevision(trx, id)
  const { item, change, ...said } = await make(current, {
    base: () => readBase(trx, id),
    conflicts: () => conflictsOf(trx, id),
    current: (other) => currentRevision(trx, other),
  })
  checkChange(change)
  const { projected, results } = await revise(trx, await openArchive(trx), [item], { ...change, ...said })
  const revision = projected[0]?.revision ?? current
  const outcome = results[0]?.outcome
  if (!revision || !outcome) throw new Error(`changing ${id} gave no result`)
  if (isTrial) return { outcome, revision, isRepeat: false }
  const wrote = await write(trx, engine, projected)
  if (once) await rememberOnce(trx, once, { outcome, seq: revision.seq })
  if (audited)
    await addToAudit(trx, { ...audited, itemId: id, seq: revision.seq, status: outcome === "created" ? 201 : 200 })
  return { outcome, revision, isRepeat: false, ...wrote }
}
