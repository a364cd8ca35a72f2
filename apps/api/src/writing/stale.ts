import { type Item, mergeItems } from "@pg/domain"
import type { Store, Token } from "@pg/store"
import { isFor } from "./caller.js"
import { Refused } from "./refused.js"
import { tagOf } from "./precondition.js"

/**
 * Where a write is refused because the item has changed since it was read, says what it is now; and where it is known what
 * the writer had read, what both changes would make together: to be looked at, and sent again. `mean` makes the writer's
 * item of the one that was read.
 */
export async function withProposal(
  error: unknown,
  { store, id, read, token }: { store: Store; id: string; read: number | undefined; token: Token },
  mean: (base: Item) => Item,
): Promise<unknown> {
  if (!(error instanceof Refused) || error.why !== "stale") return error
  const current = await store.current(id)
  if (!current) return error
  const found = read === undefined ? undefined : await store.revision(id, read)
  const base = found && isFor(token, found.item) ? found : undefined
  const proposal = base && mergeItems(base.item, current.item, mean(base.item))
  const detail = proposal
    ? `${error.message} \`proposal\` is what both changes make together: look at it, and send it with If-Match: ${tagOf(current)}.`
    : `${error.message} It is at ${tagOf(current)} now.`
  return new Refused("stale", detail, {
    members: { current: { etag: tagOf(current), ...current }, ...(proposal && { proposal }) },
  })
}

/** The same for a step, which changes nothing that could be merged. */
export const withCurrent = (error: unknown, { store, id, token }: { store: Store; id: string; token: Token }) =>
  withProposal(error, { store, id, token, read: undefined }, (base) => base)
