import { parseQuery } from "@pg/domain"
import type { Store } from "@pg/store"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { refuseOthers } from "../read-query.js"

/**
 * For search fields while somebody writes: `/suggest?q=drug+pol&locale=en` gives what `q` may become (`completions`, whose
 * last word is whole) and the first few items that it finds then. `kind` and `locale` narrow both. Where nothing is written
 * nothing is offered.
 */
export function suggestRoutes({ store }: { store: Store }): Hono {
  return new Hono().get("/suggest", async (c) => {
    const search = new URL(c.req.url).searchParams
    refuseOthers(search, ["q", "kind", "locale"])
    const query = parseQuery(search)
    const completions = await store.complete(query, mostCompletions)
    const q = completions[0] ?? query.q
    const { items } = q === undefined ? { items: [] } : await store.find({ ...query, q, limit: mostItems })
    const suggestions = {
      completions,
      items: items.map(({ id, kind, locale, slug, title }) => ({ id, kind, locale, slug, title })),
    }
    return answer(c, { text: `${JSON.stringify(suggestions)}\n`, mediaType: "application/json", keys: ["list"] })
  })
}

const mostCompletions = 5
const mostItems = 5
