import { setImmediate } from "node:timers/promises"
import type { Item } from "@pg/domain"
import { batchesOf } from "../batches.js"
import { explained } from "../explained.js"
import { putBatch, rehearse } from "../put.js"
import type { Change, Merge, PutResult } from "../revise.js"
import { nextDue, publishDue } from "../schedule.js"
import type { Db } from "../schema.js"
import { type Revise, type Revised, reviseOne, type WriteOptions } from "../write-one.js"
import type { Opened } from "./opened.js"

/** Items written: each change a line of the log. */
export type Writing = {
  /**
   * Keeps an item, whole, as it is given: writes one revision where it says something new, nothing where not.
   * Throws InvalidInput for a change that the item's state does not allow.
   */
  put(item: Item, change: Change): Promise<PutResult>
  /**
   * Keeps many, in order, in transactions of 1000: when it fails in the middle, what was reported by `onProgress`
   * is kept, and doing it again writes only the rest. A change that is a function is asked for by each transaction: what
   * is written late is not to say that it was written early.
   */
  putAll(items: Iterable<Item>, change: Change | (() => Change), options?: PutOptions): Promise<PutResult[]>
  /**
   * Makes searches as quick as they can be, which `putAll` does not, because it takes about a tenth of its time: for the end of
   * an import. Others read and write meanwhile; what is broken off is gone on with the next time.
   */
  tidy(): Promise<void>
  /** What `putAll` would do, with nothing kept. */
  rehearse(items: Iterable<Item>, change: Change, options?: Pick<PutOptions, "merge">): Promise<PutResult[]>
  /**
   * Changes one item in one transaction: `make` is given its last revision, whatever its state, and says what is to become of
   * it; nobody writes in between. What it throws is thrown, and nothing is written. Throws InvalidInput as `put` does, and
   * where another write was sent with the same key.
   */
  revise(id: string, make: Revise, options?: WriteOptions): Promise<Revised>
  /** When the next scheduled item is due; `undefined` where none is scheduled. */
  nextDue(): Promise<string | undefined>
  /** Publishes what is due, at most 100 at once; the ids of what this process published. Of several only one does it. */
  publishDue(change: { at: string; by: string }): Promise<string[]>
}

/**
 * `merge` makes one item of the stored and the given one, in the transaction that writes it and whatever the stored
 * item's state; where it is absent the given one takes its place. `onProgress` is told how many are done.
 */
export type PutOptions = { merge?: Merge; onProgress?: (done: number) => void }

/** Writes into a database that is open; `writer` is its connection that writes. */
export function writingOf({ engine, read, write }: Opened, writer: Db): Writing {
  const putTogether = async (items: readonly Item[], change: Change, merge?: Merge) =>
    (await write((trx) => putBatch(trx, engine, items, change, merge))).results
  return {
    put: async (item, change) => {
      const [result] = await putTogether([item], change)
      if (!result) throw new Error(`putting ${item.id} gave no result`)
      return result
    },
    putAll: async (items, change, { merge, onProgress } = {}) => {
      const results: PutResult[] = []
      for (const batch of batchesOf(items)) {
        const changeNow = typeof change === "function" ? change() : change
        results.push(...(await putTogether(batch, changeNow, merge)))
        onProgress?.(results.length)
        // SQLite answers at once: without this, nothing else would run until all are put.
        await setImmediate()
      }
      return results
    },
    tidy: () => explained(engine, () => engine.search.tidy(writer)),
    rehearse: (items, change, { merge } = {}) => read((db) => rehearse(db, batchesOf(items), change, merge)),
    revise: async (id, make, options = {}) => {
      const { outcome, revision, isRepeat } = await write((trx) => reviseOne(trx, engine, id, make, options))
      return { outcome, revision, isRepeat }
    },
    nextDue: () => read(nextDue),
    publishDue: async (change) => (await write((trx) => publishDue(trx, engine, change))).ids,
  }
}
