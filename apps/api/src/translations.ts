import type { Item } from "@pg/domain"
import type { Store } from "@pg/store"

/** How many translations of one item are looked for; an item may name more relations. */
const most = 50

/**
 * The published language versions of some items, by item id: the item itself first, then its original and the other
 * translations of that, one of each language. An item that was never translated has only itself.
 */
export async function versionsOf(store: Store, items: readonly Item[]): Promise<Map<string, Item[]>> {
  const known = new Map(items.map((item) => [item.id, item]))
  const load = async (ids: readonly string[]) => {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id))
    for (const item of unknown.length > 0 ? await store.getAll(unknown) : []) known.set(item.id, item)
  }
  const among = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? [])

  await load(items.flatMap(versionIds))
  // The other translations of an original are named by the original alone.
  await load(among(items.flatMap(originalIds)).flatMap(versionIds))
  return new Map(
    items.map((item) => [
      item.id,
      oneOfEach([item, ...among(versionIds(item)), ...among(among(originalIds(item)).flatMap(versionIds))]),
    ]),
  )
}

const idsOf = (item: Item, ...names: readonly string[]) =>
  item.relations
    .filter(({ rel }) => names.includes(rel))
    .slice(0, most)
    .map(({ id }) => id)

const originalIds = (item: Item) => idsOf(item, "translationOf")
const versionIds = (item: Item) => idsOf(item, "translationOf", "hasTranslation")

function oneOfEach(items: readonly Item[]): Item[] {
  const byLocale = new Map<string, Item>()
  for (const item of items) if (!byLocale.has(item.locale)) byLocale.set(item.locale, item)
  return [...byLocale.values()]
}
