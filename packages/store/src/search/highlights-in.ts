import type { Highlight } from "@pg/domain"
import { sql } from "kysely"
import { isListed } from "../items.js"
import { prepared } from "../prepared.js"
import type { Db } from "../schema.js"
import { lookingFor } from "./highlight.js"
import { stringIn } from "./string-in.js"

/** An item as text: `json` is what lists show of it; anything where `item`, the whole of it, is there too. */
export type Kept = { id: string; locale: string; json: string; hash?: string; item?: string }

/**
 * What `highlightsOf` gives, with no item parsed, and with the bodies read of those only that do not say all before; not of
 * items that have been taken away since they were found.
 */
export async function highlightsIn(
  db: Db,
  items: readonly Kept[],
  question: string,
): Promise<Record<string, Highlight[]>> {
  const look = lookingFor(question)
  const looks = items.map(({ id, locale, json, item: kept = json }) => {
    const [title = "", summary] = [stringIn(kept, "title"), stringIn(kept, "summary")]
    return { id, ...look({ locale, title, ...(summary !== undefined && { summary }) }) }
  })
  const unread = looks.filter(({ inBody }) => inBody).map(({ id }) => id)
  const rows = unread.length === 0 ? [] : await readItems(db, ...unread)
  const texts = new Map(rows.map(({ id, item }) => [id, item]))
  const all = looks.map(({ id, found, inBody }): [string, Highlight[]] => {
    const text = inBody && texts.get(id)
    const body = text && stringIn(text, "body")
    return [id, inBody && body ? [...found, ...inBody(body)] : found]
  })
  return Object.fromEntries(all.filter(([, highlights]) => highlights.length > 0))
}

const readItems = prepared(
  (...ids: string[]) => sql<{ id: string; item: string }>`
    select items.id, revisions.item from items inner join revisions on revisions.seq = items.seq
    where items.id in (${sql.join(ids)}) and ${isListed}`,
)
