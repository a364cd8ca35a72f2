import type { ChangeEntry, Item, ItemChange, ItemQuery, Revision, Tombstone } from "@pg/domain"
import { nameOfQuestion } from "../cursor.js"
import { explainedEach } from "../explained.js"
import type { ItemKey } from "../get.js"
import {
  earliestChange,
  type Harvest,
  harvest,
  harvestOne,
  type HarvestPosition,
  type HarvestRecord,
  type Selection,
} from "../harvest.js"
import { history } from "../history.js"
import type { FindOptions } from "../items.js"
import { changes, lastSeq } from "../log.js"
import { noted } from "../noted.js"
import { lastPublicSeq, publicChanges, removed } from "../public-lines.js"
import type { Db } from "../schema.js"
import { itemsOnShelf, type Shelf, shelves } from "../shelves.js"
import { snapshotAt } from "../snapshot.js"
import { tombstones } from "../tombstones.js"
import type { Opened } from "./opened.js"

/** What has happened, and the archive as a whole: to be followed, harvested and copied. */
export type Telling = {
  /** The log's lines after `since`, oldest first, at most `limit`; of every state, drafts too. None is ever skipped. */
  changes(since: number, limit: number): Promise<Revision[]>
  /**
   * What of the log the public may see after `since`, oldest first, at most `limit`; `seq` is where to read on from: `since`
   * where there was nothing. Drafts are in no line of it, nor what was removed before it was ever public.
   */
  publicChanges(since: number, limit: number): Promise<{ changes: ChangeEntry[]; seq: number }>
  /**
   * What is left of the items that a question would have, were they still public; the newest first, at most `limit`, of
   * the 500 that were taken away last.
   */
  tombstones(query: ItemQuery, limit: number, options?: FindOptions): Promise<Tombstone[]>
  /**
   * The changes of items that a question asks for, as they are now or were when they were last published: major ones and
   * those with a note; newest first, at most `limit`. Of items that were taken away only that is told. Where the question
   * has many items, the newest 5,000 changes are looked through.
   */
  noted(query: ItemQuery, limit: number, options?: FindOptions): Promise<ChangeEntry[]>
  /** The same of one item that is published, without what it said: newest first, at most `limit`. */
  history(id: string, limit: number): Promise<ItemChange[]>
  /** A portion of the items by the instant of their last public change, ascending; what was taken away with its tombstone. */
  harvest(selection: Selection, after: HarvestPosition | undefined, limit: number): Promise<Harvest>
  /** The record of one item, as any harvest that has it in gives it; `undefined` for an item that was never public. */
  harvestOne(id: string): Promise<HarvestRecord | undefined>
  /** The instant of the earliest record of a harvest, in UTC and whole seconds; `undefined` where there is none. */
  earliestChange(): Promise<string | undefined>
  /** The parts of the archive that stay together for ever, at most 5,000 items each: those that have published items. */
  shelves(): Promise<Shelf[]>
  /** The published items of a shelf by the order in which they came, some hundred at a time. */
  itemsOnShelf(number: number): AsyncIterable<Item[]>
  /** Every published item as of one moment, in order of id, and from where `publicChanges` goes on; what is written meanwhile is not in it, and waits for nothing. */
  snapshot(): Promise<{ seq: number; items: AsyncIterable<Item> }>
  /**
   * What is left of an item that was public and is no more, by its id or a slug that it has or once had. `mergedInto` is
   * the id of the item that it is part of, where it was merged with a relation `mergedInto`.
   */
  removed(key: ItemKey): Promise<{ tombstone: Tombstone; mergedInto?: string } | undefined>
  /** The seq of the log's last line, 0 when it has none, whoever wrote it. Nearly free: may be asked at every request. */
  seq(): Promise<number>
  /** The seq of the last line that the public may see; 0 when there is none. */
  publicSeq(): Promise<number>
  /**
   * Calls a listener with the log's seq after each commit, of this process at once, of others as they come to be known;
   * what it gives back ends that. The first call may tell what was there before.
   */
  onChange(listener: (seq: number) => void): () => void
}

/** Tells of a database that is open; `reader` is its connection that reads. */
export const tellingOf = ({ engine, tail, read, recallNow }: Opened, reader: Db): Telling => ({
  changes: (since, limit) => read((db) => changes(db, since, limit)),
  publicChanges: (since, limit) => read((db) => publicChanges(db, since, limit)),
  tombstones: (query, limit, { today } = {}) =>
    read(async (db) => {
      const recalled = await recallNow()
      const name = `tombstones ${limit} ${today} ${nameOfQuestion(query)}`
      return recalled(name, () => tombstones(db, query, limit, today))
    }),
  noted: (query, limit, { today } = {}) =>
    read(async (db) => noted(db, engine, query, limit, today, await recallNow())),
  history: (id, limit) => read((db) => history(db, id, limit)),
  harvest: (selection, after, limit) => read(async (db) => harvest(db, selection, after, limit, await recallNow())),
  harvestOne: (id) => read((db) => harvestOne(db, id)),
  earliestChange: () => read(earliestChange),
  shelves: () => read(shelves),
  itemsOnShelf: (number) => explainedEach(engine, itemsOnShelf(reader, number)),
  snapshot: async () => {
    const end = await read(lastSeq)
    const seq = await read((db) => lastPublicSeq(db, end))
    return { seq, items: explainedEach(engine, snapshotAt(reader, end)) }
  },
  removed: (key) => read((db) => removed(db, key)),
  seq: () => read(tail.seq),
  publicSeq: () => read(async (db) => lastPublicSeq(db, await lastSeq(db))),
  onChange: tail.onChange,
})
