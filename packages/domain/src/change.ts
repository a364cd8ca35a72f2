import * as z from "zod"
import { Item } from "./item.js"
import { publicActions } from "./lifecycle.js"
import { Id } from "./values/id.js"
import { Instant } from "./values/instant.js"
import { lines } from "./values/text.js"

/**
 * What is left of an item that was public and is no more: RFC 6721 deleted-entry, OAI-PMH deleted record. `state` says
 * how it went: `withdrawn` may come back, `gone` was removed, `merged` is part of another. `reason` is its change note.
 */
export const Tombstone = z.strictObject({
  id: Id,
  kind: z.string(),
  at: Instant,
  state: z.enum(["withdrawn", "gone", "merged"]),
  reason: lines(5000).optional(),
})
export type Tombstone = z.infer<typeof Tombstone>

/**
 * One line of the log as the public may see it: the item as it was from then on, or its tombstone. What happened before
 * an item was first public, and what does not change what the public sees, has no line. `seq` counts up, with gaps.
 */
export const ChangeEntry = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("put"),
    seq: z.int().positive(),
    at: Instant,
    updateType: z.enum(["major", "minor"]),
    changeNote: lines(5000).optional(),
    item: Item,
  }),
  z.strictObject({ type: z.literal("delete"), seq: z.int().positive(), at: Instant, tombstone: Tombstone }),
])
export type ChangeEntry = z.infer<typeof ChangeEntry>

/**
 * One line of an item's own history as the public may see it: a ChangeEntry without what the item said. `revision` is the
 * number that the item had from then on, `action` what was done: that it was cancelled stands in no other member.
 */
export const ItemChange = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("put"),
    seq: z.int().positive(),
    at: Instant,
    revision: z.int().positive(),
    action: z.enum(publicActions).optional(),
    updateType: z.enum(["major", "minor"]),
    changeNote: lines(5000).optional(),
  }),
  z.strictObject({ type: z.literal("delete"), seq: z.int().positive(), at: Instant, tombstone: Tombstone }),
])
export type ItemChange = z.infer<typeof ItemChange>
