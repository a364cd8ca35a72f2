import type { Instant, Item } from "@pg/domain"
import type { PutResult, Store } from "@pg/store"
import { merge } from "./merge.js"

/** How an import of items went: how many of them had each outcome. */
export type Outcomes = Record<PutResult["outcome"], number>

/**
 * Puts imported items into the store, each merged with what is there of it; what says nothing new is left alone. It goes
 * in batches: an import that is broken off has put whole batches, and can be repeated. `onProgress` is told how many
 * more are done.
 */
export async function importItems(
  store: Store,
  items: readonly Item[],
  { at, by, onProgress = () => {} }: { at: Instant; by: string; onProgress?: (count: number) => void },
): Promise<Outcomes> {
  const outcomes: Outcomes = { created: 0, changed: 0, unchanged: 0 }
  for (let start = 0; start < items.length; start += batch) {
    const pairs = await mergeAll(store, items.slice(start, start + batch))
    const news = pairs.filter(({ stored, merged }) => stored !== merged).map(({ merged }) => merged)
    const results = await store.putAll(news, { at, by })
    outcomes.unchanged += pairs.length - news.length
    for (const { outcome } of results) outcomes[outcome]++
    onProgress(pairs.length)
  }
  return outcomes
}

/** What `importItems` would do, with nothing written; `store` is absent where there is no archive yet. */
export async function foreseeImport(store: Store | undefined, items: readonly Item[]): Promise<Outcomes> {
  if (!store) return { created: items.length, changed: 0, unchanged: 0 }
  const outcomes: Outcomes = { created: 0, changed: 0, unchanged: 0 }
  for (const { stored, merged } of await mergeAll(store, items))
    outcomes[stored === undefined ? "created" : stored === merged ? "unchanged" : "changed"]++
  return outcomes
}

const batch = 500

type Pair = { stored: Item | undefined; merged: Item }

async function mergeAll(store: Store, items: readonly Item[]): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (const item of items) {
    const stored = await store.get(item.id)
    pairs.push({ stored, merged: stored === undefined ? item : merge(stored, item) })
  }
  return pairs
}
