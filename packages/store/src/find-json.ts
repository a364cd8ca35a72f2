import { type Item, type ItemQuery, itemFields, type Page, writeItem } from "@pg/domain"
import { sql } from "kysely"
import { listFields, withHistoryAsText } from "./item-texts.js"
import { type Catalogue, findIds, type FindOptions, highlightsIn, isListed } from "./items.js"
import { prepared } from "./prepared.js"
import { fromRow, type StoredItem } from "./row.js"

/** A page whose items are JSON texts; `locales` are their languages, `updatedAt` is the latest of theirs. */
export type JsonPage = Omit<Page, "items"> & { items: string[]; locales: string[]; updatedAt?: string }

/** The fields to be written; all where they are absent. */
export type JsonOptions = FindOptions & { fields?: readonly string[] }

type JsonCatalogue = Catalogue & { canonicalAfter: number }

/**
 * The page that `find` gives, with its items as `writeItem(item, fields)` writes them: the texts that are kept, with
 * nothing parsed, where all fields are asked for or those of lists. A search parses its items all the same, to find its highlights.
 */
export async function findJson(
  catalogue: JsonCatalogue,
  query: ItemQuery,
  { fields = itemFields, ...options }: JsonOptions,
): Promise<JsonPage> {
  const { ids, ...page } = await findIds(catalogue, query, options)
  const isOfLists = fields.every((field) => listFields.includes(field))
  const rows = await (isOfLists ? readForLists : readWhole)(catalogue, ids, fields)
  return {
    ...page,
    ...(await highlightsIn(catalogue.db, query, ids)),
    ...together(rows),
    items: rows.map(({ json }) => json),
  }
}

/** What is kept of an item, and the text that is asked for. */
type Written = { locale: string; updatedAt: string | null; json: string }

async function readForLists({ db }: Catalogue, ids: readonly string[], fields: readonly string[]): Promise<Written[]> {
  const rows = inOrder(ids, ids.length === 0 ? [] : await forLists(db, ...ids))
  if (isSame(fields, listFields)) return rows
  return rows.map((row) => ({ ...row, json: writeItem(JSON.parse(row.json) as Item, fields) }))
}

async function readWhole(
  { db, canonicalAfter }: JsonCatalogue,
  ids: readonly string[],
  fields: readonly string[],
): Promise<Written[]> {
  const rows = inOrder(ids, ids.length === 0 ? [] : await whole(db, ...ids))
  const isWhole = isSame(fields, itemFields)
  return rows.map((row) => {
    const isKept = isWhole && row.seq > canonicalAfter
    const json = isKept ? withHistoryAsText(row.item, row) : writeItem(fromRow(row), fields)
    return { locale: row.locale, updatedAt: row.updated_at, json }
  })
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((field, index) => field === others[index])

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => rowsById.get(id) ?? [])
}

const forLists = prepared(
  (...ids: string[]) => sql<Written & { id: string }>`
    select items.id, items.locale, items.updated_at as "updatedAt", texts.list as json
    from items inner join texts on texts.number = items.number where items.id in (${sql.join(ids)})`,
)

const whole = prepared(
  (...ids: string[]) => sql<StoredItem & { id: string; seq: number; locale: string }>`
    select items.id, items.seq, items.locale, items.revision, items.first_published_at, items.updated_at, revisions.item
    from items inner join revisions on revisions.seq = items.seq where items.id in (${sql.join(ids)}) and ${isListed}`,
)

/** What the items of a page come to. */
function together(items: readonly Written[]) {
  const instants = items.flatMap(({ updatedAt }) => updatedAt ?? [])
  const latest = instants.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0]
  return {
    locales: [...new Set(items.map(({ locale }) => locale))].toSorted(),
    ...(latest !== undefined && { updatedAt: latest }),
  }
}
