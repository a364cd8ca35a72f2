import { setImmediate } from "node:timers/promises"
import type { Item } from "@pg/domain"
import type { Engine } from "./engine.js"
import { append } from "./log.js"
import { project } from "./projection.js"
import { refuseOtherProjection } from "./rebuild.js"
import { asGiven, type Change, checkChange, type Merge, openArchive, type PutResult, revise } from "./revise.js"
import type { Projected } from "./row.js"
import type { Db } from "./schema.js"

/** What a transaction wrote: `seq` is that of the log's last line, `words` are to be remembered when it is committed. */
export type Wrote = { seq?: number; words?: Set<string> }

/**
 * Puts items in the order given, in the transaction given: lines of the log for what is new, and the projection of them.
 */
export async function putBatch(
  trx: Db,
  engine: Engine,
  items: readonly Item[],
  change: Change,
  merge: Merge = asGiven,
): Promise<{ results: PutResult[] } & Wrote> {
  checkChange(change)
  await beginToWrite(trx, engine)
  const { projected, results } = await revise(trx, await openArchive(trx), items, change, merge)
  return { results, ...(await write(trx, engine, projected)) }
}

/** Makes a transaction the only one that writes, in the one way in which all is made from the log. */
export async function beginToWrite(trx: Db, engine: Engine): Promise<void> {
  await engine.lock(trx)
  await refuseOtherProjection(trx)
}

/** Adds lines to the log's end, and brings up to date all that is made from it. */
export async function write(trx: Db, engine: Engine, projected: readonly Projected[]): Promise<Wrote> {
  const seq = projected.at(-1)?.row.seq
  if (seq === undefined) return {}
  await append(
    trx,
    projected.map(({ revision }) => revision),
  )
  const words = await project(trx, engine.search, projected)
  await engine.announce(trx, seq)
  return { seq, words }
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
