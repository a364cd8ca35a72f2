import { Id, type Item, type KindName, Slug, writeItem } from "@pg/domain"
import { type RawBuilder, sql } from "kysely"
import { withHistoryAsText } from "./item-texts.js"
import { prepared } from "./prepared.js"
import { fromRow, type StoredItem } from "./row.js"
import type { Db } from "./schema.js"

/** What an item is asked for by: its id, or a slug that it has or once had, in one language or in any. */
export type ItemKey = string | { kind: KindName; slug: string; locale?: string }

/**
 * An item, and the same as `writeItem` writes it. `revisedAt` is the instant of its last revision; absent where an earlier one
 * says that it is of the same second or later, so that by its second nobody could tell the two apart.
 */
export type JsonItem = { json: string; item: Item; revisedAt?: string }

/** The listed item of a key. */
export async function get(db: Db, key: ItemKey): Promise<Item | undefined> {
  const row = await read(db, key)
  return row && fromRow(row)
}

/** The same as a text; `canonicalAfter` is the last line of the log whose text is not one that `writeItem` wrote. */
export async function getJson(db: Db, key: ItemKey, canonicalAfter: number): Promise<JsonItem | undefined> {
  const row = await read(db, key)
  if (!row) return undefined
  const item = fromRow(row)
  return {
    json: row.seq > canonicalAfter ? withHistoryAsText(row.item, row) : writeItem(item),
    item,
    ...((await isLatest(db, item.id, row)) && { revisedAt: row.at }),
  }
}

type ItemRow = StoredItem & { seq: number; at: string }

/** An import writes with the instant at which it began: somebody may have written meanwhile. */
async function isLatest(db: Db, id: string, { revision, at }: ItemRow): Promise<boolean> {
  if (revision === 1) return true
  const earlier = await instantsBefore(db, id, revision)
  return earlier.every((before) => secondOf(before.at) < secondOf(at))
}

const secondOf = (instant: string) => Math.floor(Date.parse(instant) / 1000)

const instantsBefore = prepared(
  (id: string, revision: number) => sql<{ at: string }>`
    select revisions.at from revisions where revisions.item_id = ${id} and revisions.revision < ${revision}`,
)

async function read(db: Db, key: ItemKey): Promise<ItemRow | undefined> {
  if (typeof key === "string") return Id.safeParse(key).success ? (await byId(db, key))[0] : undefined
  const { kind, slug, locale } = key
  if (!Slug.safeParse(slug).success) return undefined
  const rows = locale === undefined ? await bySlug(db, kind, slug) : await bySlugIn(db, kind, slug, locale)
  return rows[0]
}

const stored = (joined: RawBuilder<unknown>) => sql<ItemRow>`
  select items.seq, items.revision, items.first_published_at, items.updated_at, revisions.item, revisions.at
  from ${joined} inner join revisions on revisions.seq = items.seq where items.listed = 1`

const byId = prepared((id: string) => sql<ItemRow>`${stored(sql`items`)} and items.id = ${id}`)

const slugged = sql`slugs inner join items on items.id = slugs.item_id`

/** An item that has the slug now before one that had it, then by language in alphabetical order. */
const bySlug = prepared(
  (kind: string, slug: string) => sql<ItemRow>`
    ${stored(slugged)} and slugs.kind = ${kind} and slugs.slug = ${slug}
    order by case when items.slug = slugs.slug and items.kind = slugs.kind and items.locale = slugs.locale
      then 0 else 1 end, slugs.locale limit 1`,
)

const bySlugIn = prepared(
  (kind: string, slug: string, locale: string) => sql<ItemRow>`
    ${stored(slugged)} and slugs.kind = ${kind} and slugs.slug = ${slug} and slugs.locale = ${locale}`,
)
