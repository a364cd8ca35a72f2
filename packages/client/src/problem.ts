import type { Action, Conflict, Item, Scope, State } from "@pg/domain"
import type { ItemRevision } from "./item-revision.js"

/**
 * What an HTTP API says about a failure: RFC 9457 problem details, with our extensions. `errors` names what is wrong, a
 * parameter, a header field or, by its pointer (RFC 6901), a field of what was sent, each with the nearest right one where there
 * is one; `requestId` is what the server's log calls it. Of an item that was removed, `at`, `state` and `reason` are those of its
 * tombstone. Of a write that was refused, `scope` is what the token lacks; `state` is the item's, and `actions` what can be done
 * to it; `current` is what the item is now, and `proposal` what both changes make together.
 */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  suggestion?: string
  requestId?: string
  at?: string
  state?: State
  reason?: string
  errors?: { parameter?: string; header?: string; pointer?: string; detail: string; suggestion?: string }[]
  scope?: Scope
  actions?: Action[]
  current?: { revision: number; etag: string } & Partial<ItemRevision>
  proposal?: { item: Item; conflicts: Conflict[] }
}
