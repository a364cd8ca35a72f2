import * as z from "zod"
import { Item } from "./item.js"
import { actions, states } from "./lifecycle.js"
import { Id } from "./values/id.js"
import { Instant } from "./values/instant.js"
import { line, lines } from "./values/text.js"

/**
 * A field that two have changed, each in another way, since both knew it as `base`: what it was, what it is (`ours`) and
 * what it was to become (`theirs`); absent where the field was.
 */
export const Conflict = z.strictObject({
  field: line(100),
  base: z.unknown().optional(),
  ours: z.unknown().optional(),
  theirs: z.unknown().optional(),
})
export type Conflict = z.infer<typeof Conflict>

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
  /** When it is to be published: there while it is scheduled. */
  publishAt: Instant.optional(),
  /** What a source said, where this is an import of what was here already: what the next import is held against. */
  imported: Item.optional(),
  /** Fields that an import would have changed, had nobody changed them here meanwhile; they wait for somebody to decide. */
  conflicts: z.array(Conflict).optional(),
  /** Fields of which somebody has decided, so that they wait no longer. */
  resolves: z.array(line(100)).optional(),
  item: Item,
})
export type Revision = z.infer<typeof Revision>
