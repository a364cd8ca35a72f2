import type { Item, ItemQuery, Page } from "@pg/domain"
import type { Store } from "@pg/store"

const mostOnPage = 100

/** As many of a list's items as are asked for, over as many pages of the store as that takes. */
export async function findMany(store: Store, query: ItemQuery, options: { today: string }): Promise<Page> {
  const { limit: wanted = 20 } = query
  const items: Item[] = []
  let cursor = query.cursor
  for (;;) {
    const limit = Math.min(mostOnPage, wanted - items.length)
    const page = await store.find({ ...query, limit, ...(cursor !== undefined && { cursor }) }, options)
    items.push(...page.items)
    cursor = page.next
    if (cursor === undefined || items.length >= wanted) return { ...page, items }
  }
}
