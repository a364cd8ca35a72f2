import { setImmediate } from "node:timers/promises"
import {
  type ChangeEntry,
  type Conflict,
  type Item,
  type ItemChange,
  type ItemQuery,
  type Page,
  type Revision,
  type Tombstone,
} from "@pg/domain"
import { Kysely } from "kysely"
import { readAtOnce } from "./at-once.js"
import { nameOfQuestion } from "./cursor.js"
import { batchesOf } from "./batches.js"
import { complete } from "./complete.js"
import { bodiesOf } from "./bodies.js"
import { engineOf } from "./dialect.js"
import type { Engine } from "./engine.js"
import { explained, explainedEach } from "./explained.js"
import { openFacets } from "./facets.js"
import { findHeads, type HeadPage } from "./find-heads.js"
import { findJson, type JsonOptions, type JsonPage } from "./find-json.js"
import { get, getJson, type ItemKey, type JsonItem } from "./get.js"
import {
  earliestChange,
  type Harvest,
  harvest,
  harvestOne,
  type HarvestPosition,
  type HarvestRecord,
  type Selection,
} from "./harvest.js"
import { find, type FindOptions, getAll } from "./items.js"
import { type FileRecord, forgetFile, getFile, namedFiles, noteFile, unnamedFiles } from "./files.js"
import { history } from "./history.js"
import { changes, lastSeq } from "./log.js"
import { migrate, refuseForeign } from "./migrate.js"
import { addToAudit, type Audited, type AuditEntry, pruneAudit, readAudit } from "./audit.js"
import { putBatch, rehearse, type Wrote } from "./put.js"
import type { Change, Merge, PutResult } from "./revise.js"
import {
  conflictsOf,
  currentRevision,
  type OpenRevision,
  revisionOf,
  revisionsOf,
  unpublished,
  type Unpublished,
} from "./revisions.js"
import { nextDue, publishDue } from "./schedule.js"
import {
  createToken,
  isUseNoted,
  listTokens,
  type NewToken,
  noteUse,
  readToken,
  revokeToken,
  type Token,
} from "./tokens.js"
import {
  addPiece,
  beginUpload,
  endUpload,
  expiredUploads,
  forgetUpload,
  getUpload,
  type TooMany,
  type UploadBounds,
  type UploadRecord,
} from "./uploads.js"
import { type Revise, type Revised, reviseOne, type WriteOptions } from "./write-one.js"
import { noted } from "./noted.js"
import { lastPublicSeq, publicChanges, removed } from "./public-lines.js"
import { type OnRebuild, rebuild } from "./rebuild.js"
import { remember } from "./remembered.js"
import { rememberWords } from "./search/words.js"
import type { Database, Db } from "./schema.js"
import { readSettings, type Settings } from "./settings.js"
import { signerOf } from "./sign.js"
import { itemsOnShelf, type Shelf, shelves } from "./shelves.js"
import { snapshotAt } from "./snapshot.js"
import { StoreError } from "./store-error.js"
import { tombstones } from "./tombstones.js"
import { type Webhooks, webhooksOf } from "./webhooks/store.js"

/** Items kept and found. Every function throws StoreError when the database cannot be used. */
export type Store = {
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
  /** An item's last revision, whatever its state: not for the public. */
  current(id: string): Promise<Revision | undefined>
  /** One revision of an item, by its number: not for the public. */
  revision(id: string, revision: number): Promise<Revision | undefined>
  /** An item's revisions below a number, newest first, at most `limit`: not for the public. */
  revisions(id: string, below: number, limit: number): Promise<Revision[]>
  /** The items that the public does not see, or of which an import left something to decide, last changed first. */
  unpublished(asked: Unpublished): Promise<OpenRevision[]>
  /** What imports of one item have left for somebody to decide. */
  conflicts(id: string): Promise<Conflict[]>
  /** When the next scheduled item is due; `undefined` where none is scheduled. */
  nextDue(): Promise<string | undefined>
  /** Publishes what is due, at most 100 at once; the ids of what this process published. Of several only one does it. */
  publishDue(change: { at: string; by: string }): Promise<string[]>
  /** Makes a token, whose text is given this once. Throws InvalidInput where its name is taken. */
  createToken(asked: NewToken): Promise<{ token: Token; text: string }>
  /** The token of a text that lets in at an instant. Notes that it was used. */
  readToken(text: string, at: string): Promise<Token | undefined>
  /** Every token there ever was, the newest first. */
  listTokens(): Promise<Token[]>
  /** Ends a token by its name or id; whether there was one to be ended. */
  revokeToken(nameOrId: string, at: string): Promise<boolean>
  /** Notes a try to write that came to nothing; what was written is noted by `revise`. */
  audit(entry: Audited & { itemId?: string }): Promise<void>
  /** Forgets the entries of the audit log from before an instant; how many there were. */
  pruneAudit(before: string): Promise<number>
  /** Who wrote or tried to, newest first. */
  audited(asked: { itemId?: string; before?: number; limit: number }): Promise<AuditEntry[]>
  /** Notes that a file was handed in; whether for the first time. Its bytes are kept elsewhere. */
  noteFile(file: FileRecord): Promise<boolean>
  /** What is known of a file, by its id. */
  getFile(id: string): Promise<FileRecord | undefined>
  /** The files that no revision names, and that nobody has handed in since an instant; the oldest first. Reads the whole log. */
  unnamedFiles(before: string): Promise<FileRecord[]>
  /** The ids of all files that the log names, with the names that it gives them. Reads the whole log. */
  namedFiles(): Promise<Map<string, string>>
  /** Forgets a file, unless somebody has handed it in since an instant; whether it is forgotten. */
  forgetFile(id: string, before: string): Promise<boolean>
  /** Notes that a file is to come in parts; or says whose bound that would go beyond, and notes nothing. */
  beginUpload(
    upload: Omit<UploadRecord, "received" | "pieces" | "fileId">,
    bounds: UploadBounds,
  ): Promise<TooMany | undefined>
  /** A file on its way, by the upload's id. */
  getUpload(id: string): Promise<UploadRecord | undefined>
  /** Notes a piece that begins at a byte; whether that is where the next was to begin: of two that come at once, one is. */
  addPiece(id: string, piece: { at: number; size: number; key: string }): Promise<boolean>
  /** Notes what file has become of an upload. */
  endUpload(id: string, fileId: string): Promise<void>
  /** Forgets an upload. */
  forgetUpload(id: string): Promise<void>
  /** Uploads whose time is over at an instant, at most 100. */
  expiredUploads(at: string): Promise<UploadRecord[]>
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
  /** A text as a token for the outside that only a store on this database could have made; see `Signer`. */
  sign(text: string): string
  /** The text of a token that a store on this database gave; `undefined` for any other. */
  unsign(token: string): string | undefined
  /** Who is told of changes, and what came of it. */
  webhooks: Webhooks
  close(): Promise<void>
}

/**
 * `merge` makes one item of the stored and the given one, in the transaction that writes it and whatever the stored
 * item's state; where it is absent the given one takes its place. `onProgress` is told how many are done.
 */
export type PutOptions = { merge?: Merge; onProgress?: (done: number) => void }

/**
 * `lockTimeout` is how long, in milliseconds, to wait for another program that writes; 5000 where it is absent. `onRebuild`
 * is told how far it has come, in lines of the log, where all that is made from the log has to be made anew.
 */
export type OpenOptions = { lockTimeout?: number; onRebuild?: OnRebuild }

/**
 * Opens the database of a URL, `sqlite:./data/newsroom.db` or `postgres://user:password@host:5432/name`, makes it where
 * it is an SQLite file that is not there, and brings its tables up to date. Throws StoreError.
 */
export async function openStore(url: string, { lockTimeout = 5000, onRebuild }: OpenOptions = {}): Promise<Store> {
  const engine = await engineOf(url, lockTimeout)
  const { write, read } = engine.dialects
  const writer = new Kysely<Database>({ dialect: write })
  try {
    const settings = await explained(engine, async () => {
      await refuseForeign(writer, engine)
      engine.tune()
      await migrate(writer, engine)
      await rebuild(writer, engine, onRebuild)
      return readSettings(writer)
    })
    const reader = read === write ? writer : new Kysely<Database>({ dialect: read })
    if (engine.readAtOnce) readAtOnce(reader, engine.readAtOnce)
    return storeOf(engine, writer, reader, settings)
  } catch (cause) {
    await writer.destroy()
    throw isOfDriver(cause) ? new StoreError(`${engine.name} cannot be opened: ${cause.message}.`, { cause }) : cause
  }
}

function storeOf(engine: Engine, writer: Db, reader: Db, { secret, canonicalAfter }: Settings): Store {
  const remembered = remember()
  const signer = signerOf(secret)
  const tail = engine.tail(() => lastSeq(reader))
  const catalogue = { db: reader, engine, signer, seq: tail.seq, remembered, facets: openFacets(reader) }
  const writing = async <Result extends Wrote>(run: (trx: Db) => Promise<Result>): Promise<Result> => {
    const result = await explained(engine, () => writer.transaction().execute(run))
    if (result.seq !== undefined) tail.wrote(result.seq)
    if (result.words !== undefined) rememberWords(writer, result.words)
    return result
  }
  /** What stands beside the log, of which nothing is made. */
  const beside = <Result>(run: (trx: Db) => Promise<Result>): Promise<Result> =>
    explained(engine, () => writer.transaction().execute(run))
  const putTogether = async (items: readonly Item[], change: Change, merge?: Merge) =>
    (await writing((trx) => putBatch(trx, engine, items, change, merge))).results

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
    rehearse: (items, change, { merge } = {}) =>
      explained(engine, () => rehearse(reader, batchesOf(items), change, merge)),
    revise: async (id, make, options = {}) => {
      const { outcome, revision, isRepeat } = await writing((trx) => reviseOne(trx, engine, id, make, options))
      return { outcome, revision, isRepeat }
    },
    current: (id) => explained(engine, () => currentRevision(reader, id)),
    revision: (id, revision) => explained(engine, () => revisionOf(reader, id, revision)),
    revisions: (id, below, limit) => explained(engine, () => revisionsOf(reader, id, below, limit)),
    unpublished: (asked) => explained(engine, () => unpublished(reader, asked)),
    conflicts: (id) => explained(engine, () => conflictsOf(reader, id)),
    nextDue: () => explained(engine, () => nextDue(reader)),
    publishDue: async (change) => (await writing((trx) => publishDue(trx, engine, change))).ids,
    createToken: (asked) => beside((trx) => createToken(trx, asked)),
    readToken: async (text, at) => {
      const token = await explained(engine, () => readToken(reader, text, at))
      if (token && !isUseNoted(token, at)) await beside((trx) => noteUse(trx, token, at))
      return token
    },
    listTokens: () => explained(engine, () => listTokens(reader)),
    revokeToken: (nameOrId, at) => beside((trx) => revokeToken(trx, nameOrId, at)),
    audit: (entry) => beside((trx) => addToAudit(trx, entry)),
    pruneAudit: (before) => beside((trx) => pruneAudit(trx, before)),
    audited: (asked) => explained(engine, () => readAudit(reader, asked)),
    noteFile: (file) => beside((trx) => noteFile(trx, file)),
    getFile: (id) => explained(engine, () => getFile(reader, id)),
    unnamedFiles: (before) => explained(engine, () => unnamedFiles(reader, before)),
    namedFiles: () => explained(engine, () => namedFiles(reader)),
    forgetFile: (id, before) => beside((trx) => forgetFile(trx, id, before)),
    beginUpload: (upload, bounds) =>
      beside(async (trx) => {
        await engine.lock(trx)
        return beginUpload(trx, upload, bounds)
      }),
    getUpload: (id) => explained(engine, () => getUpload(reader, id)),
    addPiece: (id, piece) => beside((trx) => addPiece(trx, id, piece)),
    endUpload: (id, fileId) => beside((trx) => endUpload(trx, id, fileId)),
    forgetUpload: (id) => beside((trx) => forgetUpload(trx, id)),
    expiredUploads: (at) => explained(engine, () => expiredUploads(reader, at)),
    find: (query, options) => explained(engine, () => find(catalogue, query, options)),
    findJson: (query, options = {}) =>
      explained(engine, () => findJson({ ...catalogue, canonicalAfter }, query, options)),
    findHeads: (query, options = {}) => explained(engine, () => findHeads(catalogue, query, options)),
    complete: (query, most, { today } = {}) =>
      explained(engine, async () => {
        const seq = await tail.seq()
        return complete(
          { db: reader, engine, today, recalled: (name, make) => remembered(seq, name, make) },
          query,
          most,
        )
      }),
    get: (key) => explained(engine, () => get(reader, key)),
    getJson: (key) => explained(engine, () => getJson(reader, key, canonicalAfter)),
    getAll: (ids) => explained(engine, () => getAll(reader, ids)),
    bodies: (ids) => explained(engine, () => bodiesOf(reader, ids)),
    changes: (since, limit) => explained(engine, () => changes(reader, since, limit)),
    publicChanges: (since, limit) => explained(engine, () => publicChanges(reader, since, limit)),
    noted: (query, limit, { today } = {}) =>
      explained(engine, async () => {
        const seq = await tail.seq()
        return noted(reader, engine, query, limit, today, (name, count) => remembered(seq, name, count))
      }),
    history: (id, limit) => explained(engine, () => history(reader, id, limit)),
    tombstones: (query, limit, { today } = {}) =>
      explained(engine, async () => {
        const name = `tombstones ${limit} ${today} ${nameOfQuestion(query)}`
        return remembered(await tail.seq(), name, () => tombstones(reader, query, limit, today))
      }),
    harvest: (selection, after, limit) =>
      explained(engine, async () => {
        const seq = await tail.seq()
        return harvest(reader, selection, after, limit, (name, count) => remembered(seq, name, count))
      }),
    harvestOne: (id) => explained(engine, () => harvestOne(reader, id)),
    earliestChange: () => explained(engine, () => earliestChange(reader)),
    shelves: () => explained(engine, () => shelves(reader)),
    itemsOnShelf: (number) => explainedEach(engine, itemsOnShelf(reader, number)),
    snapshot: async () => {
      const end = await explained(engine, () => lastSeq(reader))
      const seq = await explained(engine, () => lastPublicSeq(reader, end))
      return { seq, items: explainedEach(engine, snapshotAt(reader, end)) }
    },
    removed: (key) => explained(engine, () => removed(reader, key)),
    seq: () => explained(engine, tail.seq),
    publicSeq: () => explained(engine, async () => lastPublicSeq(reader, await lastSeq(reader))),
    onChange: tail.onChange,
    ...signer,
    webhooks: webhooksOf(engine, writer, reader),
    close: async () => {
      await tail.close()
      await writer.destroy()
      if (reader !== writer) await reader.destroy()
    },
  }
}

/** Whether a failure comes from a database's driver or from the network, and is no bug and not explained yet. */
const isOfDriver = (error: unknown): error is Error => error instanceof Error && "code" in error
