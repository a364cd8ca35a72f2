import { PostgresDialect, sql } from "kysely"
import pg from "pg"
import type { Engine } from "./engine.js"
import { channel, postgresTail } from "./postgres-tail.js"
import { postgresSearch } from "./search/postgres.js"
import { StoreError } from "./store-error.js"

/** PostgreSQL, through a pool of connections. `lockTimeout` in milliseconds. */
export function postgresEngine(url: string, lockTimeout: number): Engine {
  const name = nameOf(url)
  const connection = {
    connectionString: url,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: "newsroom",
  }
  const pool = new pg.Pool({
    ...connection,
    max: 10,
    idleTimeoutMillis: 30_000,
    lock_timeout: lockTimeout,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    // Every question has its index: without this, one after an import reads whole tables until their statistics are made.
    options: "-c enable_seqscan=off",
  })
  // The pool has dropped the idle connection already and makes a new one for the next query, which tells if it cannot.
  pool.on("error", () => {})
  // One that is lost between two questions of a transaction says so to whoever listens, and ends the process where nobody does.
  pool.on("connect", (client) => client.on("error", () => {}))
  const dialect = new PostgresDialect({ pool })
  return {
    database: "postgres",
    name,
    explain: (error) => explainPostgres(error, name),
    search: postgresSearch,
    dialects: { write: dialect, read: dialect },
    // One writer at a time, up to its commit: seq then grows in the order of commits, and who reads the log up to a seq
    // has read everything up to it.
    lock: async (trx) => {
      await sql`select pg_advisory_xact_lock(${writerLock})`.execute(trx)
    },
    announce: async (trx, seq) => {
      await sql`select pg_notify(${channel}, ${String(seq)})`.execute(trx)
    },
    tail: (ask) =>
      postgresTail(
        () => new pg.Client({ ...connection, query_timeout: 3000, application_name: "newsroom listening" }),
        ask,
      ),
    tables: async (db) => {
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
      return rows.map((row) => row.name)
    },
    tune: () => {},
  }
}

/** Any number will do as long as all programs on one database use the same. */
const writerLock = 20_640_117

/** The database in words; every part of its address must be one that the driver can decode. */
function nameOf(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined
  try {
    const { pathname = "/", host = "", username = "", password = "" } = address ?? {}
    const [database] = [pathname.slice(1), username, password].map(decodeURIComponent)
    if (database) return `The PostgreSQL database ${database} at ${host || "this machine"}`
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    throw new StoreError(
      "The database's address has a % that is not followed by two hexadecimal digits: write %25 for it.",
    )
  }
  throw new StoreError("The database's address is incomplete: write postgres://user:password@host:5432/name.")
}

function explainPostgres(error: unknown, name: string): string | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const text = `${typeof code === "string" ? code : ""} ${typeof message === "string" ? message : ""}`
  return sentences.find(([pattern]) => pattern.test(text))?.[1](name)
}

const sentences: [RegExp, (name: string) => string][] = [
  [
    /^(55P03|40P01)/,
    (name) =>
      `${name} is locked by another program that is writing to it: wait for that to end, or stop it, and try again.`,
  ],
  [/^(28P01|28000|SASL|\s*SASL)/, (name) => `${name} refuses this user or password: correct them in its address.`],
  [/^3D000/, (name) => `${name} does not exist: create it (createdb), or name another.`],
  [/^42501/, (name) => `${name} does not let this user create or change tables: grant it the right to.`],
  [/^57014/, (name) => `${name} took too long to answer: try again when it is less busy.`],
  [/^53300/, (name) => `${name} takes no more connections: close others, or raise max_connections.`],
  [/^53100/, (name) => `${name} cannot grow, because the server's disk is full: make room and try again.`],
  [
    /^(08|57P0|E(CONNREFUSED|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH|CONNRESET|PIPE|ACCES|NOENT))/,
    unreachable,
  ],
  [
    /timeout exceeded when trying to connect|Connection terminated|encountered a connection error|connection timeout|server does not support SSL|not currently accepting connections/i,
    unreachable,
  ],
]

function unreachable(name: string): string {
  return `${name} cannot be reached: start the server, or correct its address.`
}
