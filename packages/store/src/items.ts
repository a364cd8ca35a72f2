import { InvalidInput, type Item, type ItemQuery, type Page } from "@pg/domain"
import { type SqlBool, sql } from "kysely"
import { answerOf } from "./answer.js"
import { nameOfQuestion, type Position, readCursor, writeCursor } from "./cursor.js"
import type { Engine } from "./engine.js"
import type { CountFacets } from "./facets.js"
import { type Asked, filtersOf } from "./filters.js"
import { inChunks } from "./in-chunks.js"
import { meantBy } from "./meant.js"
import type { Shown } from "./positions.js"
import type { Recalled, Remembered } from "./remembered.js"
import { fromRow, type StoredItem } from "./row.js"
import type { Db } from "./schema.js"
import { highlightsOf } from "./search/highlight.js"
import { acronymsIn } from "./search/question.js"
import type { Signer } from "./sign.js"

const usualLimit = 20

/** What questions are put to. */
export type Catalogue = {
  db: Db
  engine: Engine
  signer: Signer
  /** The seq of the log's last line. */
  seq: () => Promise<number>
  remembered: Remembered
  facets: CountFacets
}

/** The day as YYYY-MM-DD that `upcoming` and `past` are measured by; a TypeError where it is needed and absent. */
export type FindOptions = { today?: string }

/** One page of the listed items that a question asks for. */
export async function find(catalogue: Catalogue, query: ItemQuery, options: FindOptions = {}): Promise<Page> {
  const { found, ...page } = await findPositions(catalogue, query, options)
  const items = await readItems(
    catalogue.db,
    found.map(({ id }) => id),
  )
  return { items, ...page, ...highlighted(items, query) }
}

const highlighted = (items: readonly Item[], { q }: ItemQuery): Pick<Page, "highlights"> =>
  q === undefined || items.length === 0 ? {} : { highlights: highlightsOf(items, q) }

/** The positions of a page's items, in the place of these. */
type Positions<What extends keyof Shown> = Omit<Page, "items"> & { found: (Position | Shown[What])[] }

/** A page with the positions of its items, and with each `what` is wanted of it, where that was at hand. */
export async function findPositions<What extends keyof Shown>(
  catalogue: Catalogue,
  query: ItemQuery,
  { today }: FindOptions,
  what?: What,
): Promise<Positions<What>> {
  const { db, engine, signer, remembered, facets } = catalogue
  const limit = limitOf(query)
  const after = readCursor(signer, query)
  const seq = await catalogue.seq()
  const recalled: Recalled = (name, find) => remembered(seq, name, find)
  const asked = { db, engine, recalled, today }
  const { filters, answer } = await recalled(`answer ${today} ${nameOfQuestion(query)}`, () => prepare(asked, query))
  const meant = () => meantBy(asked, query)
  const faceted = query.facets?.length ? await facets(query, filters, seq) : undefined
  const said = acronymsIn(query)
  if (!answer) return { found: [], total: 0, ...faceted, ...said, ...(await meant()) }
  const first = what && after === undefined ? await answer.readFirst?.(limit + 1, what) : undefined
  const found: Positions<What>["found"] = first ?? (await answer.read(after, limit + 1))
  const total = faceted ?? (await answer.count())
  if (found.length === 0 && after === undefined) return { found: [], ...total, ...said, ...(await meant()) }
  const last = found.length > limit ? found[limit - 1] : undefined
  return { found: found.slice(0, limit), ...total, ...said, ...(last && { next: writeCursor(signer, query, last) }) }
}

/** How a question is answered, which holds for each of its pages until the log grows. */
async function prepare(asked: Asked, query: ItemQuery) {
  const filters = await filtersOf(asked, query)
  return { filters, answer: filters && (await answerOf(asked, query, filters)) }
}

/** The listed items of some ids, in no order. */
export async function getAll(db: Db, ids: readonly string[]): Promise<Item[]> {
  const items: Item[] = []
  for (const chunk of inChunks(ids)) {
    const rows = await stored(db).where("items.id", "in", chunk).where(isListed).execute()
    items.push(...rows.map(fromRow))
  }
  return items
}

/** The items, each with its text from the log and what the store adds to it. */
export const stored = (db: Db) =>
  db
    .selectFrom("items")
    .innerJoin("revisions", "revisions.seq", "items.seq")
    .select(["items.revision", "items.first_published_at", "items.updated_at", "revisions.item"])

/** The sum keeps a database from beginning with all listed items where a few are asked for by their ids. */
export const isListed = sql<SqlBool>`items.listed + 0 = 1`

/** The listed items of some ids, in the order of these. */
async function readItems(db: Db, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return []
  const rows = await stored(db).select("items.id").where("items.id", "in", ids).where(isListed).execute()
  const rowsById = new Map<string, StoredItem>(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rowsById.get(id)
    return row ? [fromRow(row)] : []
  })
}

function limitOf({ limit = usualLimit }: ItemQuery): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit
  throw new InvalidInput([{ path: "limit", message: "must be a whole number from 1 to 100" }])
}
