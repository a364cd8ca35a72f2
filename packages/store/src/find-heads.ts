import type { Item, ItemQuery, Page } from "@pg/domain"
import { sql } from "kysely"
import type { Position } from "./cursor.js"
import { type Catalogue, type FindOptions, findPositions, isListed } from "./items.js"
import { prepared } from "./prepared.js"
import type { Shown } from "./positions.js"

/** Which item there is, and which revision of it: who has kept something of that very revision need not read it. */
export type Head = Pick<Item, "id" | "locale" | "revision" | "updatedAt">

/** The page that `find` gives, without its items and without what it found in them. */
export type HeadPage = Omit<Page, "items" | "highlights"> & { heads: Head[] }

/** The page that `find` gives, with which items there are and no more of them. */
export async function findHeads(catalogue: Catalogue, query: ItemQuery, options: FindOptions): Promise<HeadPage> {
  const { found, ...page } = await findPositions(catalogue, query, options, "head")
  const rows = found.every(isHead) ? found : await readHeads(catalogue, found)
  return {
    ...page,
    heads: rows.map(({ id, locale, revision, updated_at }) => ({
      id,
      locale,
      revision,
      ...(updated_at !== null && { updatedAt: updated_at }),
    })),
  }
}

type HeadRow = Omit<Shown["head"], "key">

const isHead = (found: Position | Shown["head"]): found is Shown["head"] => "revision" in found

async function readHeads({ db }: Catalogue, found: readonly Position[]): Promise<HeadRow[]> {
  const rows = await headsOf(db, ...found.map(({ id }) => id))
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ id }) => rowsById.get(id) ?? [])
}

const headsOf = prepared(
  (...ids: string[]) => sql<HeadRow>`
    select items.id, items.locale, items.revision, items.updated_at
    from items where items.id in (${sql.join(ids)}) and ${isListed}`,
)
