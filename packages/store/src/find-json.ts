import { type ItemQuery, itemFields, type Page, writeItem } from "@pg/domain"
import { type RawBuilder, sql } from "kysely"
import { listFields, withHistoryAsText } from "./item-texts.js"
import { type Catalogue, find, findIds, type FindOptions, isListed } from "./items.js"
import { prepared } from "./prepared.js"
import { fromRow, type StoredItem } from "./row.js"

/** A page whose items are JSON texts; `locales` are their languages, `updatedAt` is the latest of theirs. */
export type JsonPage = Omit<Page, "items"> & { items: string[]; locales: string[]; updatedAt?: string }

/** The fields to be written; all where they are absent. */
export type JsonOptions = FindOptions & { fields?: readonly string[] }

/**
 * The page that `find` gives, with its items as `writeItem(item, fields)` writes them: the texts that are kept, with
 * nothing parsed, where all fields are asked for or those of lists. A search parses its items to find its highlights.
 */
export async function findJson(
  catalogue: Catalogue & { canonicalAfter: number },
  query: ItemQuery,
  { fields = itemFields, ...options }: JsonOptions,
): Promise<JsonPage> {
  if (query.q !== undefined) {
    const { items, ...page } = await find(catalogue, query, options)
    return { ...page, ...together(items), items: items.map((item) => writeItem(item, fields)) }
  }
  const { ids, ...page } = await findIds(catalogue, query, options)
  const read = fields.every((field) => listFields.includes(field)) ? forLists : whole
  const rowsById = new Map((ids.length === 0 ? [] : await read(catalogue.db, ...ids)).map((row) => [row.id, row]))
  const rows = ids.flatMap((id) => rowsById.get(id) ?? [])
  return {
    ...page,
    ...together(rows.map(({ locale, updated_at: updatedAt }) => ({ locale, updatedAt }))),
    items: rows.map((row) => textOf(row, fields, catalogue.canonicalAfter)),
  }
}

type TextRow = StoredItem & { id: string; seq: number; locale: string; fields: "list" | "all" }

function textOf(row: TextRow, fields: readonly string[], canonicalAfter: number): string {
  const isKept = row.fields === "list" ? isSame(fields, listFields) : isSame(fields, itemFields)
  const isCanonical = row.fields === "list" || row.seq > canonicalAfter
  return isKept && isCanonical ? withHistoryAsText(row.item, row) : writeItem(fromRow(row), fields)
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((field, index) => field === others[index])

const columns = sql`
  items.id, items.seq, items.locale, items.revision, items.first_published_at, items.updated_at`

const forLists = prepared(
  (...ids: string[]): RawBuilder<TextRow> => sql<TextRow>`
  select ${columns}, texts.list as item, 'list' as fields
  from items inner join texts on texts.number = items.number where items.id in (${sql.join(ids)})`,
)

const whole = prepared(
  (...ids: string[]): RawBuilder<TextRow> => sql<TextRow>`
  select ${columns}, revisions.item, 'all' as fields
  from items inner join revisions on revisions.seq = items.seq where items.id in (${sql.join(ids)}) and ${isListed}`,
)

/** What the items of a page come to. */
function together(items: readonly { locale: string; updatedAt?: string | null | undefined }[]) {
  const instants = items.flatMap(({ updatedAt }) => updatedAt ?? [])
  const latest = instants.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0]
  return {
    locales: [...new Set(items.map(({ locale }) => locale))].toSorted(),
    ...(latest !== undefined && { updatedAt: latest }),
  }
}
