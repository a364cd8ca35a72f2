import { sql } from "kysely"
import type { Db, TermField } from "./schema.js"

/** The different values of a field, the first of them where `most` is given, each found by one step in the index: for fields with few of them. */
export async function valuesOf(db: Db, field: TermField, most?: number): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    with recursive found (value) as (
      select min(value) from terms where field = ${field}
      union all
      select (select min(value) from terms where field = ${field} and value > found.value)
      from found where found.value is not null
    )
    select value from found where value is not null ${most === undefined ? sql`` : sql`limit ${most}`}`.execute(db)
  return rows.map(({ value }) => value)
}
