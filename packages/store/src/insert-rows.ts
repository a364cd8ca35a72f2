import { CompiledQuery, sql, SqliteAdapter } from "kysely"
import { inChunks } from "./in-chunks.js"
import type { Database, Db } from "./schema.js"

/** Adds rows to a table, all with the same columns. `ending` is what SQL says after the values. */
export async function insertRows<Name extends keyof Database>(
  trx: Db,
  table: Name,
  rows: readonly Database[Name][],
  ending?: string,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Database[Name] & string)[]
  const values = rows.map((row) => columns.map((column) => row[column]))
  await insertValues(trx, { table, columns, ...(ending !== undefined && { ending }) }, values)
}

/** What SQL says about and around the values that are added. */
type Into = { table: string; columns: readonly string[]; ending?: string }

/**
 * Adds rows by their values, in the order of the columns. SQLite takes them one by one, see `runEach`. To PostgreSQL they go
 * by statements of a few sizes, because each way there takes longer than a row, and each size is put together only once.
 */
export async function insertValues(trx: Db, into: Into, rows: readonly unknown[][]): Promise<void> {
  if (rows.length === 0) return
  if (trx.getExecutor().adapter instanceof SqliteAdapter)
    await trx.executeQuery(CompiledQuery.raw(textOf(trx, into, 1), [...rows]))
  else
    for (const chunk of inSizes(rows))
      await trx.executeQuery(CompiledQuery.raw(textOf(trx, into, chunk.length), chunk.flat()))
}

function* inSizes<Row>(rows: readonly Row[]): Generator<Row[]> {
  let start = 0
  for (const size of [64, 8, 1]) {
    const end = rows.length - ((rows.length - start) % size)
    yield* inChunks(rows.slice(start, end), size)
    start = end
  }
}

/** By the part of Kysely that the connections of one database share. */
const texts = new WeakMap<object, Map<string, string>>()

function textOf(trx: Db, into: Into, count: number): string {
  const { adapter } = trx.getExecutor()
  const known = texts.get(adapter) ?? new Map<string, string>()
  texts.set(adapter, known)
  const name = `${into.table} ${into.columns.join()} ${count} ${into.ending}`
  const text = known.get(name) ?? compiled(trx, into, count)
  known.set(name, text)
  return text
}

function compiled(trx: Db, { table, columns, ending = "" }: Into, count: number): string {
  const row = sql`(${sql.join(columns.map(() => sql`${null}`))})`
  const rows = sql.join(Array.from({ length: count }, () => row))
  const names = sql.join(columns.map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(table)} (${names}) values ${rows} ${sql.raw(ending)}`.compile(trx).sql
}
