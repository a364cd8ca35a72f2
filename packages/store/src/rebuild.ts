import { setImmediate } from "node:timers/promises"
import type { Engine } from "./engine.js"
import { changes, lastSeq } from "./log.js"
import { project } from "./projection.js"
import { type Projected, toRow } from "./row.js"
import type { Db, ItemRow } from "./schema.js"
import { StoreError } from "./store-error.js"

/**
 * How this program makes everything else from the log. It is raised whenever that changes: terms, days, tokens, sort keys, texts,
 * bodies, slugs; a database that was made another way is then made anew when it is opened.
 */
export const projectionVersion = 11

/** Told how far the rebuilding has come, in lines of the log. */
export type OnRebuild = (done: number, of: number) => void

/**
 * Makes everything but the log anew from the log where another version of this program made it, in portions, each a
 * transaction that also says how far it came: who is interrupted goes on there at the next opening, and several that open
 * a database at once take turns.
 */
export async function rebuild(db: Db, engine: Engine, onRebuild?: OnRebuild): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    const step = await db.transaction().execute((trx) => rebuildNext(trx, engine))
    if (step === "done") return isFirst ? undefined : engine.search.tidy(db)
    onRebuild?.(step.done, step.of)
    // SQLite answers at once: without this, nothing else would run until all is rebuilt.
    await setImmediate()
  }
}

/** One portion of it, so many lines of the log, in the transaction given. */
export async function rebuildNext(
  trx: Db,
  engine: Engine,
  portion = 500,
): Promise<"done" | { done: number; of: number }> {
  await engine.lock(trx)
  const state = await readState(trx)
  refuseNewerProjection(state.version, engine)
  const of = await lastSeq(trx)
  if (state.version === projectionVersion && state.rebuilt_until === null) return "done"
  if (state.version < projectionVersion && of > 0) await forgetAll(trx, engine)
  const since = state.version === projectionVersion ? (state.rebuilt_until ?? 0) : 0
  const done = since < of ? await projectAfter(trx, engine, since, portion) : of
  await trx
    .updateTable("projection")
    .set({ version: projectionVersion, rebuilt_until: done === of ? null : done })
    .execute()
  return done === of ? "done" : { done, of }
}

/** Refuses to write into a database of which everything but the log is made another way, or is being made anew. */
export async function refuseOtherProjection(trx: Db): Promise<void> {
  const state = await readState(trx)
  if (state.version === projectionVersion && state.rebuilt_until === null) return
  throw new StoreError(
    "Another version of this program has brought the database up to date meanwhile: start this one again, in the same version.",
  )
}

async function projectAfter(trx: Db, engine: Engine, since: number, portion: number): Promise<number> {
  const revisions = await changes(trx, since, portion)
  const rows = await readRows(
    trx,
    revisions.map(({ itemId }) => itemId),
  )
  const lines = revisions.map((revision): Projected => {
    const row = toRow(revision, rows.get(revision.itemId))
    rows.set(row.id, row)
    return { revision, row }
  })
  await project(trx, engine.search, lines)
  return lines.at(-1)?.row.seq ?? since
}

async function readRows(trx: Db, ids: readonly string[]): Promise<Map<string, ItemRow>> {
  const rows = await trx.selectFrom("items").selectAll().where("id", "in", ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Takes out all that is made from the log. The items last, because the others refer to them. */
export async function forgetAll(trx: Db, engine: Engine): Promise<void> {
  await engine.search.clear(trx)
  for (const table of made) await trx.deleteFrom(table).execute()
}

const made = ["terms", "occurrences", "slugs", "harvest", "public_lines", "texts", "bodies", "words", "items"] as const

const readState = (trx: Db) => trx.selectFrom("projection").selectAll().executeTakeFirstOrThrow()

/** Throws StoreError where a newer version of this program has made everything but the log. */
export function refuseNewerProjection(found: number, engine: Engine): void {
  if (found > projectionVersion)
    throw new StoreError(
      `${engine.name} was brought up to date by a newer version of this program: update the program, or name another database.`,
    )
}
