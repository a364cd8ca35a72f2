import { type Item, type ItemQuery, itemFields, type Page, writeItem } from "@pg/domain"
import { sql } from "kysely"
import type { Position } from "./cursor.js"
import { listFields, withHistoryAsText } from "./item-texts.js"
import { type Catalogue, type FindOptions, findPositions, isListed } from "./items.js"
import type { Shown } from "./positions.js"
import { prepared } from "./prepared.js"
import { fromRow, type StoredItem } from "./row.js"
import { highlightsIn, type Kept } from "./search/highlights-in.js"

/**
 * A page whose items are JSON texts; `locales` are their languages. `hashes`, where the texts are the ones that are kept, tell each
 * from every other text.
 */
export type JsonPage = Omit<Page, "items"> & { items: string[]; locales: string[]; hashes?: string[] }

/** The fields to be written; all where they are absent. */
export type JsonOptions = FindOptions & { fields?: readonly string[] }

type JsonCatalogue = Catalogue & { canonicalAfter: number }

/**
 * The page that `find` gives, with its items as `writeItem(item, fields)` writes them: the texts that are kept, with
 * nothing parsed, where all fields are asked for or those of lists.
 */
export async function findJson(
  catalogue: JsonCatalogue,
  query: ItemQuery,
  { fields = itemFields, ...options }: JsonOptions,
): Promise<JsonPage> {
  const choice = choiceOf(fields)
  const { found, ...page } = await findPositions(catalogue, query, options, choice === "more" ? undefined : "text")
  const ids = found.map(({ id }) => id)
  const kept = choice === "more" ? await readWhole(catalogue, ids, fields) : await readShown(catalogue, found)
  const rows = choice === "less" ? chosen(kept, fields) : kept
  return {
    ...page,
    ...(query.q !== undefined && kept.length > 0 && { highlights: await highlightsIn(catalogue.db, kept, query.q) }),
    locales: [...new Set(rows.map(({ locale }) => locale))].toSorted(),
    items: rows.map(({ json }) => json),
    ...(choice === "list" && { hashes: rows.map(({ hash = "" }) => hash) }),
  }
}

type Choice = "list" | "less" | "more"
/** Whoever asks often asks with the same object. */
const choices = new WeakMap<readonly string[], Choice>()

/** Whether some fields are those that lists show, fewer of these, or others too. */
function choiceOf(fields: readonly string[]): Choice {
  const known = choices.get(fields)
  if (known) return known
  const isOfLists = fields.every((field) => listFields.includes(field))
  const choice = isSame(fields, listFields) ? "list" : isOfLists ? "less" : "more"
  choices.set(fields, choice)
  return choice
}

/** What lists show of items, as far as it did not come with their positions. */
function readShown({ db }: Catalogue, found: readonly (Position | Shown["text"])[]) {
  const ids = found.map(({ id }) => id)
  return found.every(isShown) ? found : forLists(db, ...ids).then((rows) => inOrder(ids, rows))
}

const isShown = (found: Position | Shown["text"]): found is Shown["text"] => "json" in found

const chosen = (rows: readonly Kept[], fields: readonly string[]): readonly Kept[] =>
  rows.map((row) => ({ ...row, json: writeItem(JSON.parse(row.json) as Item, fields) }))

async function readWhole(
  { db, canonicalAfter }: JsonCatalogue,
  ids: readonly string[],
  fields: readonly string[],
): Promise<Kept[]> {
  const rows = inOrder(ids, ids.length === 0 ? [] : await whole(db, ...ids))
  const isWhole = isSame(fields, itemFields)
  return rows.map((row) => {
    const isKept = isWhole && row.seq > canonicalAfter
    const json = isKept ? withHistoryAsText(row.item, row) : writeItem(fromRow(row), fields)
    return { id: row.id, locale: row.locale, json, item: row.item }
  })
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((field, index) => field === others[index])

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => rowsById.get(id) ?? [])
}

const forLists = prepared(
  (...ids: string[]) => sql<Kept>`
    select items.id, items.locale, texts.hash, texts.list as json
    from items inner join texts on texts.number = items.number where items.id in (${sql.join(ids)})`,
)

const whole = prepared(
  (...ids: string[]) => sql<StoredItem & { id: string; seq: number; locale: string }>`
    select items.id, items.seq, items.locale, items.revision, items.first_published_at, items.updated_at, revisions.item
    from items inner join revisions on revisions.seq = items.seq where items.id in (${sql.join(ids)}) and ${isListed}`,
)
