import { hash } from "node:crypto"
import { fieldsOf, itemFields, writeItem } from "@pg/domain"
import { inChunks } from "./in-chunks.js"
import { insertRows } from "./insert-rows.js"
import { type Projected, type StoredItem, withHistory } from "./row.js"
import type { Db } from "./schema.js"

/** Keeps of each listed item the text that lists show, so that a page of them needs no parsing. */
export async function projectTexts(trx: Db, last: readonly Projected[]): Promise<void> {
  const known = last.filter(({ row }) => row.number !== row.seq).map(({ row }) => row.number)
  for (const chunk of inChunks(known)) await trx.deleteFrom("texts").where("number", "in", chunk).execute()
  const rows = last.filter(({ row }) => row.listed === 1).map(toTextRow)
  await insertRows(trx, "texts", rows)
}

function toTextRow({ row: { number, locale, revision, updated_at, ...row }, revision: { item } }: Projected) {
  const list = writeItem(withHistory(item, { revision, updated_at, ...row }), listFields)
  return { number, locale, revision, updated_at, hash: hash("sha256", list, "base64url").slice(0, 27), list }
}

/** The fields that lists show where nothing is said. When they change, the texts are to be made anew. */
export const listFields = fieldsOf({}, "list") ?? itemFields

/** A text that `writeItem` wrote of an item without its history, with it: those fields come last. */
export function withHistoryAsText(
  text: string,
  { revision, first_published_at, updated_at }: Omit<StoredItem, "item">,
): string {
  const first = first_published_at === null ? "" : `,"firstPublishedAt":${JSON.stringify(first_published_at)}`
  const updated = updated_at === null ? "" : `,"updatedAt":${JSON.stringify(updated_at)}`
  return `${text.slice(0, -1)},"revision":${revision}${first}${updated}}`
}
