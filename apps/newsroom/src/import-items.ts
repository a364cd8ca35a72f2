import type { Conflict, Instant, Item } from "@pg/domain"
import { type PutResult, type Store, StoreError } from "@pg/store"

/** How an import of items went: how many of them had each outcome, and what of which item is left to be decided. */
export type Outcomes = Record<PutResult["outcome"], number> & { conflicts: ItemConflict[] }

/** A field that was changed both here and in the listing: it stays as it is here until somebody decides. */
export type ItemConflict = Conflict & { itemId: string; title: string }

/**
 * `onProgress` is told how many are done; `onUntidied` why searches are as slow as before, where all is written but the
 * database would not be made tidy after it.
 */
type Listeners = { onProgress?: (done: number) => void; onUntidied?: (cause: StoreError) => void }

/** `at` is when: asked anew for each batch, since who harvests meanwhile is to find what was written after that. */
type Import = { at: Instant | (() => Instant); by: string }

/**
 * Puts imported items into the store, each merged with what is there of it; what says nothing new is left alone. An
 * import that is broken off has put whole batches, and can be repeated.
 */
export async function importItems(
  store: Store,
  items: readonly Item[],
  { onProgress, onUntidied, ...given }: Import & Listeners,
): Promise<Outcomes> {
  const results = await store.putAll(items, () => changeOf(given), {
    merge: await merging(),
    ...(onProgress && { onProgress }),
  })
  // Also where nothing was new: an import before may have been broken off before this.
  await tidy(store, onUntidied)
  return count(results)
}

async function tidy(store: Store, onUntidied: Listeners["onUntidied"]): Promise<void> {
  try {
    await store.tidy()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    onUntidied?.(error)
  }
}

/** What `importItems` would do, with nothing written. */
export const foreseeImport = async (store: Store, items: readonly Item[], change: Import): Promise<Outcomes> =>
  count(await store.rehearse(items, changeOf(change), { merge: await merging() }))

/** What reads listings takes a tenth of a second to load. */
const merging = async () => (await import("@pg/listing")).mergeImported

const changeOf = ({ at, by }: Import) => ({ at: typeof at === "function" ? at() : at, by })

function count(results: readonly PutResult[]): Outcomes {
  const outcomes: Outcomes = { created: 0, changed: 0, unchanged: 0, conflicts: [] }
  for (const { outcome, item, conflicts = [] } of results) {
    outcomes[outcome]++
    outcomes.conflicts.push(...conflicts.map((conflict) => ({ itemId: item.id, title: item.title, ...conflict })))
  }
  return outcomes
}
