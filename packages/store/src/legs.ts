import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Position } from "./cursor.js"
import type { Part } from "./issued-range.js"
import type { Plan } from "./plan.js"

/** A part of the order in which plain comparison of keys holds. */
export type Leg = Part & { after?: Position }

/** Items without the date in question, whose key is "", come last in both directions. */
const dated: Part = { from: "0" }
const undated: Part = { to: "" }

/** The parts of a plan's order that are left after a position, in the order in which they are read. */
export function legsOf(plan: Plan, after: Position | undefined): Leg[] {
  const { direction } = plan
  const ranges = plan.filters.flatMap(({ range }) => (range?.column === plan.column ? [range.parts] : []))
  const parts: Part[] = plan.how === "few" ? [] : ranges.flat()
  if (parts.length === 0) parts.push(...(direction === "asc" ? [dated, undated] : [{}]))
  else if (direction === "desc") parts.reverse()
  if (after === undefined) return parts
  if (direction === "desc")
    return parts.filter(({ from = "" }) => from <= after.key).map((part) => ({ ...part, after }))
  if (after.key === "") return [{ ...undated, after }]
  return parts
    .filter((part) => part === undated || (part.to ?? "~") >= after.key)
    .map((part) => (part === undated ? part : { ...part, after }))
}

/** One condition at each end of the leg, so that a database begins to read where the page does. */
export function legConditions(leg: Leg, { direction }: Plan, key: RawBuilder<string>, id: RawBuilder<string>) {
  const { from, to, after } = leg
  const isDown = direction === "desc"
  const first = isDown ? to : from
  const isAhead = after === undefined || (first !== undefined && (isDown ? after.key > first : after.key < first))
  const conditions: RawBuilder<SqlBool>[] = []
  if (from !== undefined && (isDown || isAhead)) conditions.push(sql`${key} >= ${from}`)
  if (to !== undefined && (!isDown || isAhead)) conditions.push(sql`${key} <= ${to}`)
  if (!isAhead) conditions.push(sql`(${key}, ${id}) ${sql.raw(isDown ? "<" : ">")} (${after.key}, ${after.id})`)
  return conditions
}
