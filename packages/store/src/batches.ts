import type { Item } from "@pg/domain"

/** Of more the writer's lock would be held for too long, some seconds on a slow machine; of fewer each page is written more often. */
const batchSize = 1000

/** Items in portions that are each written together. */
export function* batchesOf(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
