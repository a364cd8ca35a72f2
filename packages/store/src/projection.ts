import { sql } from "kysely"
import type { SearchIndex } from "./engine.js"
import { inChunks } from "./in-chunks.js"
import { projectTexts } from "./item-texts.js"
import { projectPublicLines } from "./public-projection.js"
import type { Projected } from "./row.js"
import type { Db, ItemRow } from "./schema.js"
import { tokensOf } from "./search/document.js"
import { addWords } from "./search/words.js"
import { daysOf, parseTerms } from "./terms.js"

/** Brings all that is made from the log up to date with its new lines, in the transaction that writes them. */
export async function project(trx: Db, search: SearchIndex, lines: readonly Projected[]): Promise<void> {
  if (lines.length === 0) return
  const last = lastOf(lines)
  await forget(trx, search, last)
  await projectRows(trx, lines)
  const listed = last.filter(({ row }) => row.listed === 1)
  for (const chunk of inChunks(listed.flatMap(({ row }) => termRowsOf(row))))
    await trx.insertInto("terms").values(chunk).execute()
  const days = listed.flatMap(({ revision: { item } }) => daysOf(item).map((range) => ({ ...range, item_id: item.id })))
  for (const chunk of inChunks(days)) await trx.insertInto("occurrences").values(chunk).execute()
  await projectPublicLines(trx, lines)
  await projectTexts(trx, last)
  await search.add(
    trx,
    listed.map(({ row, revision }) => ({ number: row.number, place: row.place, tokens: tokensOf(revision.item) })),
  )
  await addWords(
    trx,
    listed.map(({ revision }) => revision.item),
  )
}

/** Of the projection only what the next items to be put are held against: where each item stands, and the slugs. */
async function projectRows(trx: Db, lines: readonly Projected[]): Promise<void> {
  for (const chunk of inChunks(lastOf(lines)))
    await writeItems(
      trx,
      chunk.map(({ row }) => row),
    )
  await writeSlugs(trx, lines)
}

const lastOf = (lines: readonly Projected[]) => [...new Map(lines.map((line) => [line.row.id, line])).values()]

/** Takes out what was listed of items that have been there before. */
async function forget(trx: Db, search: SearchIndex, lines: readonly Projected[]): Promise<void> {
  const known = lines.filter(({ row }) => row.number !== row.seq)
  for (const chunk of inChunks(known)) {
    const ids = chunk.map(({ row }) => row.id)
    await forgetTerms(trx, ids)
    await trx.deleteFrom("occurrences").where("item_id", "in", ids).execute()
    await search.remove(
      trx,
      chunk.map(({ row }) => row.number),
    )
  }
}

/** The rows are found by what they say, in the order of the table: an index by item would cost every import as much again. */
async function forgetTerms(trx: Db, ids: readonly string[]): Promise<void> {
  const before = await trx.selectFrom("items").select(["id", "issued_key", "terms"]).where("id", "in", ids).execute()
  for (const chunk of inChunks(before.flatMap(termRowsOf)))
    await sql`delete from terms where (field, value, issued_key, item_id) in (values ${sql.join(
      chunk.map(({ field, value, issued_key, item_id }) => sql`(${field}, ${value}, ${issued_key}, ${item_id})`),
    )})`.execute(trx)
}

const termRowsOf = ({ id, issued_key, terms }: Pick<ItemRow, "id" | "issued_key" | "terms">) =>
  parseTerms(terms).map((term) => ({ ...term, issued_key, item_id: id }))

async function writeItems(trx: Db, rows: ItemRow[]): Promise<void> {
  const { id: _, number: _number, ...changing } = rows[0] as ItemRow
  await trx
    .insertInto("items")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((eb) =>
          Object.fromEntries(
            Object.keys(changing).map((column) => [column, eb.ref(`excluded.${column as keyof ItemRow}`)]),
          ),
        ),
    )
    .execute()
}

async function writeSlugs(trx: Db, lines: readonly Projected[]): Promise<void> {
  const rows = lines.map(({ revision: { item } }) => ({
    kind: item.kind,
    locale: item.locale,
    slug: item.slug,
    item_id: item.id,
  }))
  for (const chunk of inChunks(rows))
    await trx
      .insertInto("slugs")
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
