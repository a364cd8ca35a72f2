import type { ChangeEntry, ItemQuery } from "@pg/domain"
import { sql } from "kysely"
import type { Engine } from "./engine.js"
import { type Condition, type Hits, onItsOwn } from "./filter.js"
import { filtersOf } from "./filters.js"
import { type Plan, planOf } from "./plan.js"
import { readEntries } from "./public-lines.js"
import type { Recalled } from "./remembered.js"
import type { Db } from "./schema.js"
import { takenAway } from "./tombstones.js"

/**
 * The changes of items that a question asks for, as they are now or were when they were last published: major ones and
 * those with a note; newest first, at most `limit`. Of items that were taken away only that is told, and not what they
 * said before. Where the question has many items, the newest 5,000 changes of all are looked through.
 */
export async function noted(
  db: Db,
  engine: Engine,
  query: ItemQuery,
  limit: number,
  today: string | undefined,
  recalled: Recalled,
): Promise<ChangeEntry[]> {
  const plan = await planFor(db, engine, query, today, recalled)
  const ofListed = plan ? await readListed(db, plan, limit) : []
  const ofOthers = await takenAway(db, query, limit, today)
  const seqs = [...ofListed, ...ofOthers.map(({ seq }) => seq)].toSorted((a, b) => b - a).slice(0, limit)
  return readEntries(db, seqs)
}

/** In another order than that of lists, so that a filter with many hits is tried on each change and not read first. */
async function planFor(
  db: Db,
  engine: Engine,
  query: ItemQuery,
  today: string | undefined,
  recalled: Recalled,
): Promise<Plan | undefined> {
  const filters = await filtersOf({ db, engine, recalled, today }, query)
  return filters && planOf(db, "-updated", filters, recalled)
}

const mostLooked = 5000

/** The seqs of the last noted lines of listed items. */
async function readListed(db: Db, { how, first, filters }: Plan, limit: number): Promise<number[]> {
  const few = how === "few" ? first?.hits : undefined
  const probes = filters.map(({ probe }) => probe)
  const { rows } = await (few
    ? lastOfFew(few, probes, limit)
    : lastOfAll(await readFloor(db), [sql`i.listed = 1`, ...probes], limit)
  ).execute(db)
  return rows.map(({ seq }) => seq)
}

/**
 * All noted lines of the few items that a filter has, which are listed; to say so again would lead SQLite to begin with all
 * that are. It takes crossed tables in the order in which they stand, and the sum keeps it from walking all lines instead.
 */
const lastOfFew = ({ column, subquery }: Hits, probes: readonly Condition[], limit: number) => sql<{ seq: number }>`
  select line.seq as seq from items as i cross join public_lines as line
  where ${sql.join([sql`${sql.ref(column)} in ${subquery}`, ...probes], sql` and `)}
  and line.number = i.number and line.noted = 1
  order by line.seq + 0 desc limit ${limit}`

/** The last noted lines, the item of each looked at, until there are enough. */
const lastOfAll = (floor: number, probes: readonly Condition[], limit: number) => sql<{ seq: number }>`
  select line.seq as seq from public_lines as line
  where line.noted = 1 and line.seq >= ${floor} and exists (
    select 1 from items as i where i.number = line.number and ${sql.join(probes, sql` and `)} ${onItsOwn})
  order by line.seq desc limit ${limit}`

async function readFloor(db: Db): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from public_lines where noted = 1 order by seq desc limit 1 offset ${mostLooked - 1}`.execute(db)
  return rows[0]?.seq ?? 0
}
