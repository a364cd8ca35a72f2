import type { Item } from "@pg/domain"
import { sql } from "kysely"
import { partsOf, secondOf } from "./harvest.js"
import { inChunks } from "./in-chunks.js"
import { insertRows } from "./insert-rows.js"
import { publicLines } from "./public-lines.js"
import { type Projected, toPublicLine } from "./row.js"
import type { Db, PublicLineRow } from "./schema.js"

/** Brings the public log, and the order in which it is harvested, up to date with new lines of the log. */
export async function projectPublicLines(trx: Db, lines: readonly Projected[]): Promise<void> {
  const changed = lines.flatMap(({ revision, row }): Changed[] => {
    const line = toPublicLine(revision, row)
    return line ? [{ line, item: revision.item, at: revision.at }] : []
  })
  await projectHarvest(trx, changed)
  await insertRows(
    trx,
    "public_lines",
    changed.map(({ line }) => line),
  )
}

type Changed = { line: PublicLineRow; item: Item; at: string }

/** An item as it stands in the harvest: `item` as it was last published, `at` its last public change. */
type Entry = { number: number; item: Item; at: string }

/** Moves each item to the instant of its last change; what is taken away stays in the parts where it last was. */
async function projectHarvest(trx: Db, changed: readonly Changed[]): Promise<void> {
  const before = await readBefore(trx, changed)
  const after = new Map<number, Entry>()
  for (const { line, item, at } of changed) {
    const { number } = line
    const shown = line.state === "published" ? item : (after.get(number) ?? before.get(number))?.item
    if (shown) after.set(number, { number, item: shown, at })
  }
  for (const chunk of inChunks([...before.values()].flatMap(rowsOf)))
    await sql`delete from harvest where (part, changed_key, number) in (values ${sql.join(
      chunk.map(({ part, changed_key, number }) => sql`(${part}, ${changed_key}, cast(${number} as integer))`),
    )})`.execute(trx)
  await insertRows(trx, "harvest", [...after.values()].flatMap(rowsOf))
}

function rowsOf({ number, item, at }: Entry) {
  const changedKey = secondOf(at)
  return partsOf(item).map((part) => ({ part, changed_key: changedKey, number }))
}

/** The entries that items have until now: they are found by what the log says, and need no index to be taken out. */
async function readBefore(trx: Db, changed: readonly Changed[]): Promise<Map<number, Entry>> {
  const known = changed.filter(({ line }) => line.number !== line.seq)
  const entries = new Map<number, Entry>()
  for (const chunk of inChunks([...new Set(known.map(({ line }) => line.number))])) {
    const last = trx
      .selectFrom("public_lines")
      .select(({ fn }) => fn.max("seq").as("seq"))
      .where("number", "in", chunk)
      .groupBy("number")
    const rows = await publicLines(trx).where("line.seq", "in", last).execute()
    for (const { number, item, at } of rows) entries.set(number, { number, item: JSON.parse(item) as Item, at })
  }
  return entries
}
