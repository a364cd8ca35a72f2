import { Id } from "@pg/domain"
import type { Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { answer } from "../answer.js"
import { noSuchItem, removed } from "../problem.js"
import { readNothing } from "../read-query.js"
import { apiPath } from "../site.js"

type Options = { store: Store }

/**
 * What has become of one item: `/items/{id}/changes`. Its major changes and those with a note, newest first; of more than a
 * hundred the last ones.
 */
export function historyRoutes({ store }: Options): Hono {
  return new Hono().get("/items/:id/changes", async (c) => {
    readNothing(new URL(c.req.url).searchParams)
    const id = c.req.param("id")
    if (!Id.safeParse(id).success) return noSuchItem(c, "An item's id is a UUID in lower case, and this is none.")
    const changes = await store.history(id, mostChanges)
    if (changes.length === 0) return absent(c, id, store)
    return answer(c, { text: `${JSON.stringify({ changes })}\n`, mediaType: "application/json", keys: [id] })
  })
}

const mostChanges = 100

async function absent(c: Context, id: string, store: Store): Promise<Response> {
  const left = await store.removed(id)
  if (left?.mergedInto !== undefined) return c.redirect(`${apiPath}/items/${left.mergedInto}/changes`, 301)
  return left === undefined ? noSuchItem(c, "There is no item of this id.") : removed(c, left.tombstone)
}
