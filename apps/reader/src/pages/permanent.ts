import { Id } from "@pg/domain"
import type { Asking } from "../asking.js"
import { type PageLocale, pageLocaleOf } from "../messages/languages.js"
import type { View } from "../page.js"
import { itemPath, permanentPath } from "../paths.js"
import { showRemoved } from "./absent-item.js"

/** Where a permanent address leads, what it says of an item that was removed, or nothing at all. */
export type Lasting = { redirect: string; status: 301 | 302 } | View | undefined

/**
 * From an item's permanent address to its page, whatever its slug and its language are now; from that of one that was merged
 * to that of what it is part of.
 */
export async function loadPermanent(client: Asking, id: string, locale: PageLocale): Promise<Lasting> {
  const lower = id.toLowerCase()
  // What is no id may be an id with the extension of a format, which is the API's to give.
  if (!Id.safeParse(lower).success) return undefined
  if (lower !== id) return { redirect: permanentPath(lower), status: 301 }
  const item = await client.get(id)
  if (item?.id === id) return { redirect: itemPath(pageLocaleOf(item.locale), item), status: 302 }
  if (item) return { redirect: permanentPath(item.id), status: 301 }
  const removed = await client.getRemovedById(id)
  return removed && showRemoved(removed, undefined, locale)
}
