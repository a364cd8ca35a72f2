import type { Dialect, RawBuilder, SqlBool } from "kysely"
import type { ReadAtOnce } from "./at-once.js"
import type { Position } from "./cursor.js"
import type { Shown } from "./positions.js"
import type { Db } from "./schema.js"
import type { Document } from "./search/document.js"
import type { Expression } from "./search/expression.js"
import type { Places } from "./search/place.js"
import type { Tail } from "./tail.js"

/** What the two databases do differently; everything else is one SQL through Kysely. */
export type Engine = {
  database: "sqlite" | "postgres"
  /** The database in words, for messages; without a password. */
  name: string
  /** To write through, and to read through; the same object where one pool serves both. */
  dialects: { write: Dialect; read: Dialect }
  /** Reads what the `read` dialect reads, where that can be done with no waiting. */
  readAtOnce?: ReadAtOnce
  tables: (db: Db) => Promise<string[]>
  /** Settings that may write to the database: only after it is known to be ours. */
  tune: () => void
  /** Makes a transaction the only writer until it ends. */
  lock: (trx: Db) => Promise<void>
  /** Says to other processes, when the transaction is committed, up to where the log goes. */
  announce: (trx: Db, seq: number) => Promise<void>
  /** The end of the log; `ask` reads it through the store's own connections. */
  tail: (ask: () => Promise<number>) => Tail
  search: SearchIndex
  /** What a failure of this database means, in one sentence that says what to do; `undefined` for a bug. */
  explain: (error: unknown) => string | undefined
}

/**
 * The full-text index, the table `search`: which tokens each listed item has, and in which order. It knows an item by its
 * `number` and by its `place`, see `placeOf`.
 */
export type SearchIndex = {
  /** Of a row of the table. */
  place: RawBuilder<number>
  number: RawBuilder<number>
  /** The rows that meet an expression, found by the index. */
  found: (asked: Expression) => Rows
  /** The same, to be read by their places, from anywhere and only until there are enough. */
  inOrder: (db: Db, asked: Expression) => Promise<Rows>
  /** Whether the item `i`, a row of the table `items`, meets an expression: cheap for one, dear for many. */
  itemMeets: (asked: Expression) => RawBuilder<SqlBool>
  clear: (trx: Db) => Promise<void>
  /** Takes out items, whose rows are still as they were when they were added. */
  remove: (trx: Db, numbers: readonly number[]) => Promise<void>
  add: (trx: Db, entries: readonly SearchEntry[]) => Promise<void>
  /** Makes quick to be asked what was quick to be written, in transactions of its own; nothing where all is well. */
  tidy: (db: Db) => Promise<void>
}

/**
 * Rows of the table `search`: what stands before a `select` from it, and a condition on each row. `read` gives the positions
 * of the first of them between two places, with what is shown of each, where a database has a quicker way for when nothing
 * else is asked.
 */
export type Rows = {
  prelude: RawBuilder<unknown>
  condition: RawBuilder<SqlBool>
  read?: (db: Db, places: Places, isAscending: boolean, limit: number, what?: keyof Shown) => Promise<Position[]>
}

type SearchEntry = Document & { number: number; place: number }
