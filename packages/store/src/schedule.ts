import type { Engine } from "./engine.js"
import { beginToWrite, write, type Wrote } from "./put.js"
import { openArchive, revise } from "./revise.js"
import { currentRevision } from "./revisions.js"
import type { Db } from "./schema.js"

/** When the next scheduled item is due, in UTC; `undefined` where none is scheduled. */
export async function nextDue(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom("items")
    .select("publish_at")
    .where("publish_at", "is not", null)
    .orderBy("publish_at")
    .limit(1)
    .executeTakeFirst()
  return row?.publish_at ?? undefined
}

/**
 * Publishes what is due at an instant, at most so many, the earliest first, each with a line of the log. Of several processes
 * one does it, since only one writes at a time, and what it has published is scheduled no more.
 */
export async function publishDue(
  trx: Db,
  engine: Engine,
  { at, by, most = 100 }: { at: string; by: string; most?: number },
): Promise<{ ids: string[] } & Wrote> {
  await beginToWrite(trx, engine)
  const due = await trx
    .selectFrom("items")
    .select("id")
    .where("publish_at", "is not", null)
    .where("publish_at", "<=", new Date(at).toISOString())
    .orderBy("publish_at")
    .limit(most)
    .execute()
  const archive = await openArchive(trx)
  const projected = []
  for (const { id } of due) {
    const current = await currentRevision(trx, id)
    if (!current) throw new Error(`${id} is scheduled, and is not there`)
    const { changeNote } = current
    const change = { at, by, action: "publish" as const, ...(changeNote !== undefined && { changeNote }) }
    projected.push(...(await revise(trx, archive, [current.item], change)).projected)
  }
  return { ids: due.map(({ id }) => id), ...(await write(trx, engine, projected)) }
}
