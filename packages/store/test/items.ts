import { type Item, type ItemInput, type ItemQuery, parseItem } from "@pg/domain"
import { afterAll, beforeAll } from "vitest"
import { openStore, type Store } from "../src/index.js"
import type { TestDatabase } from "./databases.js"

/** The id of a number, always the same: tests name their items by small numbers. */
export const idOf = (number: number): string => `00000000-0000-5000-8000-${number.toString(16).padStart(12, "0")}`

/** A piece of news in English with nothing but a title, and what is said besides. */
export const news = (number: number, said: Partial<ItemInput> = {}): Item =>
  parseItem({ id: idOf(number), kind: "news", locale: "en", slug: `item-${number}`, title: `Item ${number}`, ...said })

/** What the tests do, unless they say otherwise. */
export const change = { at: "2024-05-01T10:00:00Z", by: "test" }

/** A store on a new database for one block of tests. */
export function useStore(make: () => Promise<TestDatabase>): { store: Store; url: string } {
  const used = {} as { store: Store; url: string; remove: () => Promise<void> }
  beforeAll(async () => {
    const { url, remove } = await make()
    Object.assign(used, { store: await openStore(url), url, remove })
  })
  afterAll(async () => {
    await used.store?.close()
    await used.remove?.()
  })
  return used
}

/** The ids of all pages of an answer, in order, and the totals that they gave. */
export async function pageThrough(store: Store, query: ItemQuery): Promise<{ ids: string[]; totals: number[] }> {
  const ids: string[] = []
  const totals = new Set<number>()
  for (let cursor: string | undefined; ; ) {
    const page = await store.find(cursor === undefined ? query : { ...query, cursor })
    ids.push(...page.items.map(({ id }) => id))
    totals.add(page.total)
    if (page.next === undefined) return { ids, totals: [...totals] }
    cursor = page.next
  }
}
