import { sql } from "kysely"
import type { Db } from "../schema.js"

/** A row of any table. */
export type Row = Record<string, string | number | null>

/**
 * Where the rows of a table are read from: its name, the columns that tell its rows apart and by which they come, and which
 * columns are wanted, all where that is absent.
 */
type Source = { table: string; keys: readonly string[]; wanted?: readonly string[] }

const together = 1000

/** All rows of a table in the order of its key, a thousand in memory at a time. */
export async function* rowsOf(db: Db, { table, keys, wanted }: Source): AsyncGenerator<Row, void, undefined> {
  const columns = sql.join(keys.map((key) => sql.ref(key)))
  const shown = wanted ? sql.join(wanted.map((name) => sql.ref(name))) : sql`*`
  for (let after: Row | undefined; ; ) {
    const last = after
    const beyond = last ? sql`where (${columns}) > (${sql.join(keys.map((key) => sql`${last[key]}`))})` : sql``
    const { rows } = await sql<Row>`
      select ${shown} from ${sql.table(table)} ${beyond} order by ${columns} limit ${together}`.execute(db)
    yield* rows
    after = rows.at(-1)
    if (after === undefined || rows.length < together) return
  }
}
