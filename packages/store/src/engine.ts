import type { Dialect, Expression, RawBuilder, SqlBool } from "kysely"
import type { Db } from "./schema.js"
import type { Tail } from "./tail.js"

/** What the two databases do differently; everything else is one SQL through Kysely. */
export type Engine = {
  database: "sqlite" | "postgres"
  /** The database in words, for messages; without a password. */
  name: string
  /** To write through, and to read through; the same object where one pool serves both. */
  dialects: { write: Dialect; read: Dialect }
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

/** An item must have all tokens of one of the groups. */
export type Groups = readonly (readonly string[])[]

/** The full-text index: which words each listed item has. It knows an item by its `number`. */
export type SearchIndex = {
  /** The numbers of the items that have all tokens of one of the groups, as a subquery. */
  matching: (groups: Groups) => RawBuilder<number>
  /** Whether the item of one number is among them: cheap for one, dear for many. */
  matches: (groups: Groups, number: Expression<number>) => Expression<SqlBool>
  clear: (trx: Db) => Promise<void>
  remove: (trx: Db, numbers: readonly number[]) => Promise<void>
  add: (trx: Db, entries: readonly SearchEntry[]) => Promise<void>
}

type SearchEntry = { number: number; tokens: readonly string[] }
