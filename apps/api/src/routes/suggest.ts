import { InvalidInput, type ItemQuery, parseQuery } from "@pg/domain"
import type { Store } from "@pg/store"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { refuseOthers } from "../read-query.js"

/**
 * For search fields while somebody writes: `/suggest?q=drug+pol&locale=en` gives what `q` may become (`completions`, whose
 * last word is whole) and the first few items that it finds then. `kind` and `locale` narrow both.
 */
export function suggestRoutes({ store }: { store: Store }): Hono {
  return new Hono().get("/suggest", async (c) => {
    const query = readQuestion(new URL(c.req.url).searchParams)
    const completions = await store.complete(query, mostCompletions)
    const { items } = await store.find({ ...query, q: completions[0] ?? query.q, limit: mostItems })
    const suggestions = {
      completions,
      items: items.map(({ id, kind, locale, slug, title }) => ({ id, kind, locale, slug, title })),
    }
    return answer(c, { text: `${JSON.stringify(suggestions)}\n`, mediaType: "application/json", keys: ["list"] })
  })
}

const mostCompletions = 5
const mostItems = 5

function readQuestion(search: URLSearchParams): ItemQuery & { q: string } {
  refuseOthers(search, ["q", "kind", "locale"])
  const { q, ...query } = parseQuery(search)
  if (q === undefined) throw new InvalidInput([{ path: "q", message: "must be there: it is what is to be completed" }])
  return { q, ...query }
}
