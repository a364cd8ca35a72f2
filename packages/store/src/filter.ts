import type { ItemQuery } from "@pg/domain"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Part } from "./issued-range.js"
import type { TermField } from "./schema.js"

export type Condition = RawBuilder<SqlBool>

/**
 * One condition of a question: `probe` tries it on one item `i`, of which it may look at `id` and `issued_key`, and at the
 * whole row where it `needsRow`. `hits`, absent for what an item is not to have, is the same as a subquery, to begin with.
 */
export type Filter = {
  /** What of the question it is. */
  parameter: keyof ItemQuery
  name: string
  probe: Condition
  needsRow?: true
  hits?: Hits
  /** The values that an item is to have one of, whose hits stand in the order of lists; or, without `hits`, none of. */
  terms?: Terms
  /** Where the hits, and some others, stand in an order. */
  range?: { column: KeyColumn; parts: readonly Part[] }
}

/**
 * All items that meet a filter, and with `range` perhaps some others, by their id or number; `isExact` where each is there once and
 * no other is. `few`: up to how many it is cheaper to look at all of them than to try the probe on others' hits.
 */
export type Hits = { column: "i.id" | "i.number"; subquery: RawBuilder<unknown>; few: number; isExact?: true }
/** What items are sorted by. */
export type KeyColumn = "issued_key" | "when_key" | "updated_key"

export type Terms = { field: TermField; values: readonly string[] }

/** All that an answer depends on, but its order. */
export const namesOf = (filters: readonly Filter[]): string =>
  filters.map(({ parameter, name }) => `${parameter}: ${name}`).join(" & ")

/** Keeps PostgreSQL from making a join over all items of what is to be tried on a few. */
export const onItsOwn: RawBuilder<unknown> = sql`limit 1 offset 0`

/** A condition on the table of terms. */
export const isAmong = ({ field, values }: Terms): Condition =>
  values.length === 0 ? sql`0 = 1` : sql`field = ${field} and value in (${sql.join(values)})`
