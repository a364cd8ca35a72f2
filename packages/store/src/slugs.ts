import { type Item, Slug, toSlug } from "@pg/domain"
import type { Db } from "./schema.js"

type Place = Pick<Item, "kind" | "locale">

/**
 * Gives out slugs, and remembers which it gave: `claim` says which slug an item gets that asks for one, `foresee` asks the
 * database beforehand about those that many items will ask for.
 */
export type Slugs = {
  foresee: (items: readonly Item[]) => Promise<void>
  claim: (item: Item, current: string | undefined) => Promise<string>
}

/**
 * An item that is published gets the slug that it asks for, unless that is or ever was another item's of its kind and language;
 * then the one of `-2`, `-3` … that it has already, else the next free one. A slug once given stays its item's for ever, so asking
 * again gives the same.
 */
export function openSlugs(db: Db): Slugs {
  const owners = new Map<string, string | undefined>()
  const given = new Map<string, Set<string>>()
  const ownerOf = async (place: Place, slug: string) => {
    const key = keyOf(place, slug)
    if (!owners.has(key)) owners.set(key, await readOwner(db, place, slug))
    return owners.get(key)
  }

  const numbered = async (item: Item, current: string | undefined) => {
    const wanted = item.slug
    if (current !== undefined && isNumbered(current, wanted) && (await ownerOf(item, current)) === item.id)
      return current
    const own = [...(await readOwn(db, item)), ...(given.get(keyOf(item, item.id)) ?? [])]
    const kept = own.filter((slug) => isNumbered(slug, wanted)).toSorted((a, b) => numberOf(a) - numberOf(b))[0]
    if (kept !== undefined) return kept
    const isFree = async (number: number) => (await ownerOf(item, withNumber(wanted, number))) === undefined
    return withNumber(wanted, await firstFree(isFree))
  }

  return {
    foresee: async (items) => {
      const unknown = items.filter((item) => !owners.has(keyOf(item, item.slug)))
      for (const [key, owner] of await ownersOf(db, unknown)) if (!owners.has(key)) owners.set(key, owner)
    },
    claim: async (item, current) => {
      const owner = await ownerOf(item, item.slug)
      const slug = owner === undefined || owner === item.id ? item.slug : await numbered(item, current)
      owners.set(keyOf(item, slug), item.id)
      const key = keyOf(item, item.id)
      given.set(key, (given.get(key) ?? new Set()).add(slug))
      return slug
    },
  }
}

/** The ids of the items that have a slug or once had it, whatever has become of them, by language. */
export async function ownersOfSlug(db: Db, asked: { kind: string; slug: string; locale?: string }): Promise<string[]> {
  if (!Slug.safeParse(asked.slug).success) return []
  const rows = await db
    .selectFrom("slugs")
    .select("item_id")
    .where("kind", "=", asked.kind)
    .where("slug", "=", asked.slug)
    .$if(asked.locale !== undefined, (owners) => owners.where("locale", "=", asked.locale ?? ""))
    .orderBy("locale")
    .execute()
  return rows.map(({ item_id }) => item_id)
}

const keyOf = ({ kind, locale }: Place, slug: string) => `${kind} ${locale} ${slug}`

/** Whose the wanted slugs of a batch are, in one question; `undefined` for nobody's. */
async function ownersOf(trx: Db, items: readonly Item[]): Promise<Map<string, string | undefined>> {
  const wanted = [...new Set(items.map(({ slug }) => slug))]
  const owners = new Map<string, string | undefined>(items.map((item) => [keyOf(item, item.slug), undefined]))
  if (wanted.length === 0) return owners
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const rows = await trx
    .selectFrom("slugs")
    .selectAll()
    .where("kind", "in", kinds)
    .where("slug", "in", wanted)
    .execute()
  for (const { kind, locale, slug, item_id } of rows) owners.set(`${kind} ${locale} ${slug}`, item_id)
  return owners
}

async function readOwner(trx: Db, { kind, locale }: Place, slug: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("slugs")
    .select("item_id")
    .where("kind", "=", kind)
    .where("slug", "=", slug)
    .where("locale", "=", locale)
    .executeTakeFirst()
  return row?.item_id
}

async function readOwn(trx: Db, { id, kind, locale }: Item): Promise<string[]> {
  const rows = await trx
    .selectFrom("slugs")
    .select("slug")
    .where("item_id", "=", id)
    .where("kind", "=", kind)
    .where("locale", "=", locale)
    .execute()
  return rows.map(({ slug }) => slug)
}

const longestSlug = 120

/** `meeting` and 2 make `meeting-2`; what would be too long is cut before the number. */
function withNumber(slug: string, number: number): string {
  const end = `-${number}`
  return toSlug(slug.slice(0, longestSlug - end.length).replace(/[\ud800-\udbff]$/, "")) + end
}

const numberOf = (slug: string) => Number(/-(\d{1,15})$/.exec(slug)?.[1] ?? Number.NaN)
const isNumbered = (slug: string, wanted: string) => numberOf(slug) >= 2 && withNumber(wanted, numberOf(slug)) === slug

/** A free number whose lesser neighbour is taken, in few questions even where thousands ask for one slug. */
async function firstFree(isFree: (number: number) => Promise<boolean>): Promise<number> {
  let taken = 1
  let free = 2
  while (!(await isFree(free))) [taken, free] = [free, free * 2]
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (await isFree(middle)) free = middle
    else taken = middle
  }
  return free
}
