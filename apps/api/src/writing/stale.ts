import { type Item, mergeItems } from "@pg/domain"
import type { Store } from "@pg/store"
import { Refused } from "./refused.js"
import { tagOf } from "./precondition.js"

/**
 * Where a write is refused because the item has changed since it was read, says what it is now; and where it is known what
 * the writer had read, what both changes would make together: to be looked at, and sent again. `mean` makes the writer's
 * item of the one that was read.
 */
export async function withProposal(
  error: unknown,
  { store, id, read }: { store: Store; id: string; read: number | undefined },
  mean: (base: Item) => Item,
): Promise<unknown> {
  if (!(error instanceof Refused) || error.why !== "stale") return error
  const current = await store.current(id)
  if (!current) return error
  const base = read === undefined ? undefined : await store.revision(id, read)
  const proposal = base && mergeItems(base.item, current.item, mean(base.item))
  const detail = proposal
    ? `${error.message} \`proposal\` is what both changes make together: look at it, and send it with If-Match: ${tagOf(current)}.`
    : `${error.message} It is at ${tagOf(current)} now.`
  return new Refused("stale", detail, {
    members: { current: { etag: tagOf(current), ...current }, ...(proposal && { proposal }) },
  })
}
