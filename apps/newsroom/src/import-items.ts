import type { Instant, Item } from "@pg/domain"
import type { PutResult, Store } from "@pg/store"
import { merge } from "./merge.js"

/** How an import of items went: how many of them each outcome had. */
export type Outcomes = Record<PutResult["outcome"], number>

/**
 * Puts imported items into the store, each merged with what is there of it; what is said again writes nothing.
 * It goes in batches: an import that is broken off has put whole batches, and can be repeated.
 */
export async function importItems(
  store: Store,
  items: readonly Item[],
  { at, by, onProgress = () => {} }: { at: Instant; by: string; onProgress?: (count: number) => void },
): Promise<Outcomes> {
  const outcomes: Outcomes = { created: 0, changed: 0, unchanged: 0 }
  for (let start = 0; start < items.length; start += batch) {
    const merged = (await mergeAll(store, items.slice(start, start + batch))).map((pair) => pair.merged)
    const results = await store.putAll(merged, { at, by })
    for (const { outcome } of results) outcomes[outcome]++
    onProgress(merged.length)
  }
  return outcomes
}

/** What `importItems` would do, with nothing written; `store` is absent where there is no archive yet. */
export async function foreseeImport(store: Store | undefined, items: readonly Item[]): Promise<Outcomes> {
  const outcomes: Outcomes = { created: 0, changed: 0, unchanged: 0 }
  for (const { stored, merged } of store ? await mergeAll(store, items) : items.map(unstored))
    outcomes[stored === undefined ? "created" : stored === merged ? "unchanged" : "changed"]++
  return outcomes
}

const batch = 500

const unstored = (item: Item) => ({ stored: undefined, merged: item })

async function mergeAll(store: Store, items: readonly Item[]): Promise<{ stored: Item | undefined; merged: Item }[]> {
  const pairs = []
  for (const item of items) {
    const stored = await store.get(item.id)
    pairs.push(stored === undefined ? unstored(item) : { stored, merged: merge(stored, item) })
  }
  return pairs
}
