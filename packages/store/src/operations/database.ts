import { existsSync } from "node:fs"
import { Kysely } from "kysely"
import { engineOf, sqlitePath } from "../dialect.js"
import type { Engine } from "../engine.js"
import { explained } from "../explained.js"
import { refuseForeign } from "../migrate.js"
import type { Database, Db } from "../schema.js"
import { StoreError } from "../store-error.js"

/** A database as an operator's command has it: to write through, to read through, and what is its own. */
export type Opened = { writer: Db; reader: Db; engine: Engine }

/** How long to wait for another program that writes, in milliseconds; 5000 where it is absent. */
export type Waiting = { lockTimeout?: number }

/**
 * Opens a database that is there, with nothing in it made or brought up to date; `close` closes it. Throws StoreError where
 * there is none, or another program's or a newer version's.
 */
export async function openDatabase(url: string, { lockTimeout = 5000 }: Waiting = {}) {
  const path = sqlitePath(url)
  if (path !== undefined && !existsSync(path))
    throw new StoreError(`There is no database file ${path}: name one that is there.`)
  const engine = await engineOf(url, lockTimeout)
  const { write, read } = engine.dialects
  const writer = new Kysely<Database>({ dialect: write })
  const reader = read === write ? writer : new Kysely<Database>({ dialect: read })
  const close = async () => {
    if (reader !== writer) await reader.destroy()
    await writer.destroy()
  }
  try {
    await explained(engine, () => refuseForeign(writer, engine))
  } catch (error) {
    await close()
    throw error
  }
  return { writer, reader, engine, close }
}

/** Runs something on a database that is opened for it. */
export async function withDatabase<T>(url: string, use: (opened: Opened) => Promise<T>, waiting?: Waiting): Promise<T> {
  const { close, ...opened } = await openDatabase(url, waiting)
  try {
    return await explained(opened.engine, () => use(opened))
  } finally {
    await close()
  }
}

/** Everything that is read in it is of one moment, whatever others write meanwhile; they do not wait for it. */
export const atOneMoment = <T>(db: Db, read: (trx: Db) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read)
