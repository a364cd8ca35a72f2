import * as z from "zod"
import { Item } from "./item.js"
import { actions, states } from "./lifecycle.js"
import { Id } from "./values/id.js"
import { Instant } from "./values/instant.js"
import { line, lines } from "./values/text.js"

/**
 * A line of the log: what an item was from one moment on. The log is append-only and everything else is made from it.
 * `seq` counts over the whole log, `revision` over the item, both from 1. A `minor` revision (a comma, a link) does
 * not move the item's public `updatedAt`; a `major` one does, and may say why in `changeNote`.
 */
export const Revision = z.strictObject({
  seq: z.int().positive(),
  itemId: Id,
  revision: z.int().positive(),
  at: Instant,
  /** Who did it: a token's name, a command's name. */
  by: line(200),
  action: z.enum(actions),
  /** Where the item stands after it. */
  state: z.enum(states),
  updateType: z.enum(["major", "minor"]),
  changeNote: lines(5000).optional(),
  item: Item,
})
export type Revision = z.infer<typeof Revision>
