import type { Item } from "@pg/domain"
import { partsOf, secondOf } from "./harvest.js"
import { inChunks } from "./in-chunks.js"
import { type Projected, toPublicLine } from "./row.js"
import type { Db, PublicLineRow } from "./schema.js"

/** Brings the public log, and the order in which it is harvested, up to date with new lines of the log. */
export async function projectPublicLines(trx: Db, lines: readonly Projected[]): Promise<void> {
  const changed = lines.flatMap(({ revision, row }): Changed[] => {
    const line = toPublicLine(revision, row)
    return line ? [{ line, item: revision.item, at: revision.at }] : []
  })
  for (const chunk of inChunks(changed.map(({ line }) => line)))
    await trx.insertInto("public_lines").values(chunk).execute()
  await projectHarvest(trx, changed)
}

type Changed = { line: PublicLineRow; item: Item; at: string }

/** Of each item only its last change counts; what is removed stays in the parts where it last was. */
async function projectHarvest(trx: Db, changed: readonly Changed[]): Promise<void> {
  const lastById = new Map(changed.map((change) => [change.item.id, change]))
  const putById = new Map(changed.filter(({ line }) => line.state === "published").map((put) => [put.item.id, put]))
  const known = [...putById.keys()].filter((id) => lastById.get(id)?.line.number !== lastById.get(id)?.line.seq)
  for (const ids of inChunks(known)) await trx.deleteFrom("harvest").where("item_id", "in", ids).execute()
  const rows = [...putById.values()].flatMap(({ item }) =>
    partsOf(item).map((part) => ({ part, changed_key: secondOf(lastById.get(item.id)?.at ?? ""), item_id: item.id })),
  )
  for (const chunk of inChunks(rows)) await trx.insertInto("harvest").values(chunk).execute()
  for (const [id, change] of lastById)
    if (!putById.has(id))
      await trx
        .updateTable("harvest")
        .set({ changed_key: secondOf(change.at) })
        .where("item_id", "=", id)
        .execute()
}
