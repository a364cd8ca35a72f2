import type { Item } from "@pg/domain"
import type { Related } from "@pg/formats"
import type { Store } from "@pg/store"

/** How many related items of one item are looked up; an item may name more. */
const most = 100

/** What items are related to, by item id: title and address of each related item that is public. */
export async function relatedOf(store: Store, items: readonly Item[]): Promise<Record<string, Related[]>> {
  const ids = [...new Set(items.flatMap(({ relations }) => relations.slice(0, most).map(({ id }) => id)))]
  const found = new Map(
    (await Promise.all(ids.map((id) => store.get(id)))).flatMap((item) => (item ? [[item.id, item]] : [])),
  )
  return Object.fromEntries(
    items.map((item) => [
      item.id,
      item.relations.slice(0, most).flatMap(({ rel, id: relatedId }) => {
        const related = found.get(relatedId)
        if (!related) return []
        const { id, kind, locale, slug, title } = related
        return [{ rel, item: { id, kind, locale, slug, title } }]
      }),
    ]),
  )
}
