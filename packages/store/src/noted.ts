import type { ChangeEntry, ItemQuery } from "@pg/domain"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Engine } from "./engine.js"
import { filtersOf } from "./filters.js"
import { type Plan, planOf } from "./plan.js"
import { publicLines, toEntry } from "./public-lines.js"
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
  if (seqs.length === 0) return []
  const rows = await publicLines(db).where("line.seq", "in", seqs).orderBy("line.seq", "desc").execute()
  return rows.map(toEntry)
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
  // A filter has hits among listed items only; to say so again would lead SQLite to begin with all of these.
  const among: RawBuilder<SqlBool>[] = few
    ? [sql`${sql.ref(few.column)} in ${few.subquery}`]
    : [sql`i.listed = 1`, sql`line.seq >= ${await readFloor(db)}`]
  const others = filters.filter(({ hits }) => !few || hits !== few).map(({ probe }) => probe)
  // The sum keeps the database from walking all changes where those of few items are to be sorted.
  const order: RawBuilder<number> = few ? sql`line.seq + 0` : sql`line.seq`
  // SQLite takes tables that are crossed in the order in which they stand.
  const tables = few ? sql`items as i cross join public_lines as line` : sql`public_lines as line cross join items as i`
  const { rows } = await sql<{ seq: number }>`
    select line.seq as seq from ${tables}
    where line.number = i.number and line.noted = 1
    and ${sql.join([...among, ...others], sql` and `)}
    order by ${order} desc limit ${limit}`.execute(db)
  return rows.map(({ seq }) => seq)
}

async function readFloor(db: Db): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from public_lines where noted = 1 order by seq desc limit 1 offset ${mostLooked - 1}`.execute(db)
  return rows[0]?.seq ?? 0
}
