import { Id, type Item, type KindName, type Tombstone } from "@pg/domain"
import { sql } from "kysely"
import { publicLines, toTombstone } from "./public-lines.js"
import { fromRow } from "./row.js"
import type { Db } from "./schema.js"

/** Which items are harvested: those whose last public change is not before `from` and not after `until`, both instants. */
export type Selection = { from?: string; until?: string; kind?: KindName; topic?: string }

/** Where a portion of a harvest ends. */
export type HarvestPosition = { at: string; id: string }

/**
 * An item, and the instant of its last public change in UTC and whole seconds; with the tombstone where that change took
 * it away, when `item` is as it was last published.
 */
export type HarvestRecord = { at: string; item: Item; tombstone?: Tombstone }

/** A portion of a harvest; `next` where there is more, `total` of all portions where they are 100,000 or fewer. */
export type Harvest = { records: HarvestRecord[]; next?: HarvestPosition; total?: number }

/**
 * The records after `after`, at most `limit`, by their instant and then as their items came into the archive: an item that
 * changes meanwhile moves to the end, so that none is missed. A day is to be given as its first second in `from` and as its
 * last in `until`.
 */
export async function harvest(
  db: Db,
  selection: Selection,
  after: HarvestPosition | undefined,
  limit: number,
  counted: (name: string, count: () => Promise<number>) => Promise<number>,
): Promise<Harvest> {
  const last = after && (await numberOf(db, after.id))
  const entries = await selected(db, selection)
    .select(["entry.changed_key as at", "entry.number"])
    .$if(after !== undefined, (rows) =>
      rows.where(sql<boolean>`(entry.changed_key, entry.number) > (${after?.at}, cast(${last ?? 0} as integer))`),
    )
    .orderBy("entry.changed_key")
    .orderBy("entry.number")
    .limit(limit + 1)
    .execute()
  const shown = entries.slice(0, limit)
  const records = await readRecords(
    db,
    shown.map(({ number }) => number),
  )
  // Where it stood when the portion was read: if it has changed since, it stands at the end.
  const [at, id] = entries.length > limit ? [shown.at(-1)?.at, records.at(-1)?.item.id] : []
  const total = await counted(`harvest ${JSON.stringify(selection)}`, () => countSelected(db, selection))
  return {
    records,
    ...(at !== undefined && id !== undefined && { next: { at, id } }),
    ...(total <= mostCounted && { total }),
  }
}

/** The record of one item, as any harvest that has it in gives it; `undefined` for an item that was never public. */
export async function harvestOne(db: Db, id: string): Promise<HarvestRecord | undefined> {
  const number = await numberOf(db, id)
  return number === undefined ? undefined : (await readRecords(db, [number]))[0]
}

/** The instant of the earliest record, in UTC and whole seconds; `undefined` where there is none. */
export async function earliestChange(db: Db): Promise<string | undefined> {
  const row = await selected(db, {}).select("entry.changed_key as at").orderBy("at").limit(1).executeTakeFirst()
  return row?.at
}

/** The parts of the archive that an item belongs to, each of which can be harvested by itself; "" is the whole. */
export const partsOf = ({ kind, topics }: Item): string[] => [
  ...new Set(["", `kind:${kind}`, ...topics.map((topic) => `topic:${topic}`)]),
]

/** An instant in UTC and whole seconds, in which order it sorts as text. */
export const secondOf = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

const mostCounted = 100_000

function selected(db: Db, { from, until, kind, topic }: Selection) {
  const [part = "", other] = [
    ...(topic === undefined ? [] : [`topic:${topic}`]),
    ...(kind === undefined ? [] : [`kind:${kind}`]),
  ]
  let rows = db.selectFrom("harvest as entry").where("entry.part", "=", part)
  if (from !== undefined) rows = rows.where("entry.changed_key", ">=", secondOf(from))
  if (until !== undefined) rows = rows.where("entry.changed_key", "<=", secondOf(until))
  if (other === undefined) return rows
  return rows.where((eb) =>
    eb.exists(
      eb
        .selectFrom("harvest as also")
        .select("also.part")
        .where("also.part", "=", other)
        .whereRef("also.changed_key", "=", "entry.changed_key")
        .whereRef("also.number", "=", "entry.number")
        // Tried on each entry, and not first made a join of over all.
        .limit(1)
        .offset(0),
    ),
  )
}

async function countSelected(db: Db, selection: Selection): Promise<number> {
  const some = selected(db, selection)
    .select("entry.number")
    .limit(mostCounted + 1)
  const row = await db
    .selectFrom(some.as("some"))
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

async function numberOf(db: Db, id: string): Promise<number | undefined> {
  if (!Id.safeParse(id).success) return undefined
  return (await db.selectFrom("items").select("number").where("id", "=", id).executeTakeFirst())?.number
}

/** The records of items, in the order of their numbers as given. */
async function readRecords(db: Db, numbers: readonly number[]): Promise<HarvestRecord[]> {
  if (numbers.length === 0) return []
  const rows = await publicLines(db)
    .innerJoin("items", "items.changed_seq", "line.seq")
    .where("items.number", "in", numbers)
    .execute()
  const rowsByNumber = new Map(rows.map((row) => [row.number, row]))
  return numbers.flatMap((number) => {
    const row = rowsByNumber.get(number)
    if (!row) return []
    const tombstone = row.state === "published" ? undefined : toTombstone(row)
    return [{ at: secondOf(row.at), item: fromRow(row), ...(tombstone && { tombstone }) }]
  })
}
