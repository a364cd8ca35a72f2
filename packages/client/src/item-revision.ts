import type { Action, Conflict, Item, State } from "@pg/domain"

/**
 * A line of the log, as `Revision` of the domain: written out here, because what zod infers of it takes an editor longer
 * than all other types of this client together. A test holds the two to each other.
 */
export type ItemRevision = {
  seq: number
  itemId: string
  revision: number
  at: string
  by: string
  action: Action
  state: State
  updateType: "major" | "minor"
  changeNote?: string | undefined
  publishAt?: string | undefined
  imported?: Item | undefined
  conflicts?: Conflict[] | undefined
  resolves?: string[] | undefined
  item: Item
}
