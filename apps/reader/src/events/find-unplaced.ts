import type { ItemQuery } from "@pg/domain"
import type { Asking } from "../asking.js"
import { findAll } from "./find-all.js"

/**
 * Events that are in no country. `online` says how many of them take place online only; absent where there are too many to
 * look at. `withoutLocation` is how many of all state no place; 0 where that cannot be asked beside what is asked.
 */
export type Unplaced = { total: number; online?: number; withoutLocation: number }

/** Asks for what a map cannot show: of a question all that is in none of these countries. */
export async function findUnplaced(client: Asking, query: ItemQuery, countries: string[]): Promise<Unplaced> {
  // Who asks for a country asks for nothing that is in none.
  if (query.country !== undefined) return { total: 0, withoutLocation: 0 }
  const elsewhere = { ...query, ...(countries.length > 0 && { "not.country": countries }) }
  const [{ items, total }, { total: withoutLocation }] = await Promise.all([
    findAll(client, elsewhere, mostCounted),
    query.missing === undefined ? client.find({ ...query, missing: ["location"], limit: 1 }) : { total: 0 },
  ])
  if (total > items.length) return { total, withoutLocation }
  const online = items.filter(
    (item) => "eventAttendanceMode" in item && item.eventAttendanceMode === "OnlineEventAttendanceMode",
  )
  return { total, online: online.length, withoutLocation }
}

const mostCounted = 500
