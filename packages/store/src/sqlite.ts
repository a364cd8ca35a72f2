import { mkdirSync, statSync } from "node:fs"
import { dirname } from "node:path"
import { setTimeout } from "node:timers/promises"
import SqliteFile from "better-sqlite3"
import {
  CompiledQuery,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
} from "kysely"
import type { Engine } from "./engine.js"
import { sqliteSearch } from "./search/sqlite.js"
import { runEach } from "./sqlite-rows.js"
import { sqliteTail } from "./sqlite-tail.js"
import { StoreError } from "./store-error.js"
import type { Tail } from "./tail.js"

/**
 * SQLite, in a file that is made, with its folder, when there is none. `lockTimeout` in milliseconds. Two connections: one
 * writes, the other reads on meanwhile.
 */
export function sqliteEngine(path: string, lockTimeout: number): Engine {
  const name = `The database file ${path}`
  const explain = (error: unknown) => explainSqlite(error, name)
  const connect = () => open(path, lockTimeout, name, explain)
  const file = connect()
  let reading: ReturnType<typeof readable> | undefined
  return {
    database: "sqlite",
    name,
    explain,
    search: sqliteSearch,
    dialects: {
      write: dialectOf(writerOf(file, lockTimeout)),
      read: dialectOf(new SqliteDriver({ database: async () => (reading = readable(configured(connect()))) })),
    },
    readAtOnce: (text, parameters) => reading?.prepare(text).all(parameters),
    lock: async () => {},
    // Others see it in the file itself.
    announce: async () => {},
    tail: () => tailOf(connect),
    tables: async (db) => {
      const { rows } = await sql<{ name: string }>`
        select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`.execute(db)
      return rows.map((row) => row.name)
    },
    tune: () => {
      file.pragma("journal_mode = wal")
      configured(file)
    },
  }
}

/** On a connection of its own, so that it can be asked at any moment. */
function tailOf(connect: () => SqliteFile.Database): Tail {
  let file: SqliteFile.Database | undefined
  let statement: SqliteFile.Statement<[]> | undefined
  const read = () => {
    file ??= connect()
    statement ??= file.prepare<[]>("select seq from revisions order by seq desc limit 1").pluck()
    const seq = statement.get()
    return typeof seq === "number" ? seq : 0
  }
  return sqliteTail(read, () => file?.close())
}

const dialectOf = (driver: SqliteDriver): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => driver,
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new PlanOnce(),
})

/**
 * Writes each parameter with a plus, which changes nothing of its value. SQLite as better-sqlite3 compiles it (with
 * SQLITE_ENABLE_STAT4) plans a statement anew whenever another value is bound to a parameter that a plan could depend on,
 * which takes several times as long as most of our statements; of what it has to work out first it expects nothing.
 */
class PlanOnce extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return "+?"
  }
}

/**
 * A driver whose transactions are writers from their first statement, because one that began as a reader is refused at
 * once when another has written. While another writes it waits without holding up the rest of this program, which may
 * be that other.
 */
function writerOf(file: SqliteFile.Database, lockTimeout: number): SqliteDriver {
  const driver = new SqliteDriver({ database: readable(file) })
  driver.beginTransaction = async (connection) => {
    const until = performance.now() + lockTimeout
    for (let pause = 1; ; pause = Math.min(2 * pause, 50)) {
      try {
        file.pragma("busy_timeout = 0")
        await connection.executeQuery(CompiledQuery.raw("begin immediate"))
        return
      } catch (error) {
        if (!codeOf(error).startsWith("SQLITE_BUSY") || performance.now() > until) throw error
      } finally {
        file.pragma(`busy_timeout = ${lockTimeout}`)
      }
      await setTimeout(pause)
    }
  }
  // Where a disk is full SQLite has undone everything by itself: to undo it again would fail, and hide why.
  driver.rollbackTransaction = async (connection) => {
    if (file.inTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"))
  }
  return driver
}

/** What Kysely needs of a connection. */
const readable = (file: SqliteFile.Database) => ({ prepare: remembering(file), close: () => file.close() })

function open(path: string, timeout: number, name: string, explain: (error: unknown) => string | undefined) {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new StoreError(
        `${name} is a folder: name a file in it, as in sqlite:${path.replace(/\/*$/, "/newsroom.db")}.`,
      )
    mkdirSync(dirname(path), { recursive: true })
    return new SqliteFile(path, { timeout })
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    throw new StoreError(
      explain(cause) ?? `${name} cannot be opened or made: check that its folder can be written to.`,
      { cause },
    )
  }
}

/**
 * WAL lets readers go on while one writes. FULL syncs the log of writes at each commit: the revision log is the truth,
 * so what was answered as written must be there after a power cut; an import pays it once a batch, not once an item.
 */
function configured(file: SqliteFile.Database): SqliteFile.Database {
  file.pragma("synchronous = full")
  file.pragma("foreign_keys = on")
  file.pragma("cache_size = -16384") // KiB
  file.pragma("mmap_size = 0")
  file.pragma("temp_store = memory")
  file.pragma("wal_autocheckpoint = 8000") // pages of 4 KiB: an import's batch is not copied into the file at once
  return file
}

const longestRemembered = 4000
const mostRemembered = 200

/** Prepares a statement once and keeps it; not the long ones of bulk writes, which differ in their number of rows. */
function remembering(file: SqliteFile.Database) {
  const statements = new Map<string, SqliteStatement>()
  return (text: string) => {
    const known = statements.get(text)
    if (known) return known
    const statement = runEach(file.prepare<unknown[]>(text))
    if (text.length <= longestRemembered) statements.set(text, statement)
    if (statements.size > mostRemembered) statements.delete(statements.keys().next().value ?? "")
    return statement
  }
}

/** What a failure of SQLite means, `name` being the file in words; `undefined` for a bug. */
export function explainSqlite(error: unknown, name: string): string | undefined {
  return sentences.find(([pattern]) => pattern.test(codeOf(error)))?.[1](name)
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === "string" ? code : ""
}

const sentences: [RegExp, (name: string) => string][] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (name) =>
      `${name} is locked by another program that is writing to it: wait for that to end, or stop it, and try again.`,
  ],
  [/^SQLITE_NOTADB/, (name) => `${name} is no SQLite database: name another file; this one was left as it is.`],
  [
    /^SQLITE_(CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR|EXIST|NAMETOOLONG)$/,
    (name) => `${name} cannot be opened or made: check its path, and that its folder can be written to.`,
  ],
  [
    /^SQLITE_READONLY/,
    (name) => `${name} cannot be written to: give this user the right to write to it and to its folder.`,
  ],
  [/^SQLITE_FULL|^ENOSPC$/, (name) => `${name} cannot grow, because the disk is full: make room and try again.`],
  [/^SQLITE_CORRUPT/, (name) => `${name} is damaged: put a backup in its place.`],
  [/^SQLITE_IOERR/, (name) => `${name} cannot be read from or written to its disk: check the disk, and try again.`],
]
