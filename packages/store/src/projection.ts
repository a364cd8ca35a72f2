import { sql } from "kysely"
import type { SearchIndex } from "./engine.js"
import { projectBodies } from "./bodies.js"
import { inChunks } from "./in-chunks.js"
import { insertRows } from "./insert-rows.js"
import { projectTexts } from "./item-texts.js"
import { projectPublicLines } from "./public-projection.js"
import type { Projected } from "./row.js"
import type { Db, ItemRow } from "./schema.js"
import { documentOf } from "./search/document.js"
import { addWords } from "./search/words.js"
import { daysOf, parseTerms } from "./terms.js"

/**
 * Brings all that is made from the log up to date with its new lines, in the transaction that writes them. Gives what is
 * to be remembered once that is committed, see `rememberWords`.
 */
export async function project(trx: Db, search: SearchIndex, lines: readonly Projected[]): Promise<Set<string>> {
  if (lines.length === 0) return new Set()
  const last = lastOf(lines)
  await forget(trx, search, last)
  await projectRows(trx, lines)
  const listed = last.filter(({ row }) => row.listed === 1)
  const terms = listed.flatMap(({ row }) => termRowsOf(row))
  await insertRows(trx, "terms", terms.toSorted(byKey))
  const days = listed.flatMap(({ revision: { item } }) => daysOf(item).map((range) => ({ ...range, item_id: item.id })))
  await insertRows(trx, "occurrences", days)
  await projectPublicLines(trx, lines)
  await projectTexts(trx, last)
  await projectBodies(trx, last)
  await search.add(
    trx,
    listed.map(({ row: { number, place, terms }, revision }) => ({
      number,
      place,
      ...documentOf(revision.item, parseTerms(terms)),
    })),
  )
  return addWords(
    trx,
    listed.map(({ revision }) => revision.item),
  )
}

/** Of the projection only what the next items to be put are held against: where each item stands, and the slugs. */
async function projectRows(trx: Db, lines: readonly Projected[]): Promise<void> {
  await writeItems(
    trx,
    lastOf(lines).map(({ row }) => row),
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
  const before = await trx
    .selectFrom("items")
    .select(["id", "number", "issued_key", "terms"])
    .where("id", "in", ids)
    .execute()
  for (const chunk of inChunks(before.flatMap(termRowsOf)))
    await sql`delete from terms where (field, value, issued_key, item_id) in (values ${sql.join(
      chunk.map(({ field, value, issued_key, item_id }) => sql`(${field}, ${value}, ${issued_key}, ${item_id})`),
    )})`.execute(trx)
}

const termRowsOf = ({ id, number, issued_key, terms }: Pick<ItemRow, "id" | "number" | "issued_key" | "terms">) =>
  parseTerms(terms).map((term) => ({ ...term, issued_key, item_id: id, number }))

type TermRow = ReturnType<typeof termRowsOf>[number]

/** In the order of the table, so that the rows of a batch that stand side by side are written one after the other. */
const byKey = (a: TermRow, b: TermRow) =>
  compare(a.field, b.field) || compare(a.value, b.value) || compare(a.issued_key, b.issued_key)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

async function writeItems(trx: Db, rows: readonly ItemRow[]): Promise<void> {
  const { id: _, number: _number, ...changing } = rows[0] as ItemRow
  const columns = Object.keys(changing).map((column) => `${column} = excluded.${column}`)
  await insertRows(trx, "items", rows, `on conflict (id) do update set ${columns.join(", ")}`)
}

/** Those of items that the public has ever seen: what a draft asks for is given to it when it is published. */
async function writeSlugs(trx: Db, lines: readonly Projected[]): Promise<void> {
  const everPublic = lines.filter(({ row }) => row.first_published_at !== null)
  const rows = everPublic.map(({ revision: { item } }) => ({
    kind: item.kind,
    locale: item.locale,
    slug: item.slug,
    item_id: item.id,
  }))
  await insertRows(trx, "slugs", rows, "on conflict do nothing")
}
