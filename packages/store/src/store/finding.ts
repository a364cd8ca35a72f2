import type { Item, ItemQuery, Page } from "@pg/domain"
import { bodiesOf } from "../bodies.js"
import { complete } from "../complete.js"
import { findHeads, type HeadPage } from "../find-heads.js"
import { findJson, type JsonOptions, type JsonPage } from "../find-json.js"
import { get, getJson, type ItemKey, type JsonItem } from "../get.js"
import { type Catalogue, find, type FindOptions, getAll } from "../items.js"
import type { Opened } from "./opened.js"

/** Published items found. */
export type Finding = {
  /** A page of the published items that a question asks for. Throws InvalidInput, path "cursor", for another's cursor. */
  find(query: ItemQuery, options?: FindOptions): Promise<Page>
  /** The same page, its items as `writeItem(item, fields)` gives them; with their languages. */
  findJson(query: ItemQuery, options?: JsonOptions): Promise<JsonPage>
  /** The same page with which revisions of items are on it, in place of the items. */
  findHeads(query: ItemQuery, options?: FindOptions): Promise<HeadPage>
  /** What the question's `q` may become, whose last word is still being written; each finds something. At most `most`. */
  complete(query: ItemQuery, most: number, options?: FindOptions): Promise<string[]>
  /** The published item of an id, or that has or once had a slug; its `slug` says which it has now. */
  get(key: ItemKey): Promise<Item | undefined>
  /** The same item, and its text as `writeItem` writes it, in a fraction of the time. */
  getJson(key: ItemKey): Promise<JsonItem | undefined>
  /** The published items of some ids, in no order. */
  getAll(ids: readonly string[]): Promise<Item[]>
  /** The bodies of the published ones among some items as sanitised HTML, by id; of those that have one. */
  bodies(ids: readonly string[]): Promise<Record<string, string>>
}

/** Finds in a database that is open; `canonicalAfter` is the last line of the log whose text is not one that `writeItem` wrote. */
export const findingOf = (
  { engine, read, recallNow }: Opened,
  catalogue: Catalogue,
  canonicalAfter: number,
): Finding => ({
  find: (query, options) => read(() => find(catalogue, query, options)),
  findJson: (query, options = {}) => read(() => findJson({ ...catalogue, canonicalAfter }, query, options)),
  findHeads: (query, options = {}) => read(() => findHeads(catalogue, query, options)),
  complete: (query, most, { today } = {}) =>
    read(async (db) => complete({ db, engine, today, recalled: await recallNow() }, query, most)),
  get: (key) => read((db) => get(db, key)),
  getJson: (key) => read((db) => getJson(db, key, canonicalAfter)),
  getAll: (ids) => read((db) => getAll(db, ids)),
  bodies: (ids) => read((db) => bodiesOf(db, ids)),
})
