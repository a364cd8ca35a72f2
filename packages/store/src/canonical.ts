import type { Item } from "@pg/domain"

/**
 * An item as text, equal for two items that say the same. Left out is what says nothing about the item: what the store
 * sets itself; when its source was read; on which line and column of a listing it stood, since it moves down with each
 * newer item; and how much white space stood about its text, since that belongs to the item's place in the listing. Absent
 * and empty lists are the same, and so are absent and false flags, so that a field which a later version adds changes nothing.
 */
export function canonical(item: Item): string {
  const { revision: _, firstPublishedAt: _first, updatedAt: _updated, source, ...said } = item
  if (!source) return JSON.stringify(ordered(said))
  const { retrievedAt: _retrieved, spans, text, ...rest } = source
  const texts = Object.fromEntries(Object.entries(spans).map(([path, span]) => [path, plain(span.text)]))
  return JSON.stringify(ordered({ ...said, source: { ...rest, text: plain(text), spans: texts } }))
}

const plain = (text: string) => text.replace(/[\s\u200b\ufeff]+/g, " ").trim()

/** With keys in one order, and without what is as good as absent. */
function ordered(value: unknown): unknown {
  if (value === false || value === undefined) return undefined
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((entry) => ordered(entry) ?? null)
  if (value === null || typeof value !== "object") return value
  const entries = Object.keys(value)
    .toSorted()
    .map((key) => [key, ordered((value as Record<string, unknown>)[key])] as const)
    .filter(([, inner]) => inner !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
