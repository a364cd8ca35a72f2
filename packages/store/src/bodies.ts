import { renderMarkdown } from "@pg/markdown"
import { sql } from "kysely"
import { inChunks } from "./in-chunks.js"
import { insertRows } from "./insert-rows.js"
import { prepared } from "./prepared.js"
import type { Projected } from "./row.js"
import type { Db } from "./schema.js"

/**
 * Keeps the body of each listed item as the HTML that may be shown: sanitised when it is written, so that whoever shows it has
 * nothing to make of it, and the Markdown that it came from stays in the log.
 */
export async function projectBodies(trx: Db, last: readonly Projected[]): Promise<void> {
  const known = last.filter(({ row }) => row.number !== row.seq).map(({ row }) => row.number)
  for (const chunk of inChunks(known)) await trx.deleteFrom("bodies").where("number", "in", chunk).execute()
  const rows = last.flatMap(({ row: { listed, number, locale }, revision: { item } }) =>
    listed === 1 && item.body !== undefined ? [{ number, html: renderMarkdown(item.body, locale) }] : [],
  )
  await insertRows(trx, "bodies", rows)
}

/** The bodies of the listed ones among some items, by id; of those that have one. */
export async function bodiesOf(db: Db, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await Promise.all([...inChunks(ids)].map((chunk) => byIds(db, ...chunk)))
  return Object.fromEntries(rows.flat().map(({ id, html }) => [id, html]))
}

const byIds = prepared(
  (...ids: string[]) => sql<{ id: string; html: string }>`
    select items.id, bodies.html from items inner join bodies on bodies.number = items.number
    where items.id in (${sql.join(ids)})`,
)
