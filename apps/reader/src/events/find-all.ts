import type { Item, ItemQuery } from "@pg/domain"
import type { Asking } from "../asking.js"

/** The items that a question asks for, page after page, so many at most; `total` says how many there are. */
export async function findAll(
  client: Asking,
  query: ItemQuery,
  most: number,
): Promise<{ items: Item[]; total: number }> {
  const items: Item[] = []
  let page = await client.find({ ...query, limit: 100 })
  items.push(...page.items)
  while (page.next !== undefined && items.length < most) {
    page = await client.find({ ...query, limit: 100, cursor: page.next })
    items.push(...page.items)
  }
  return { items: items.slice(0, most), total: page.total }
}
