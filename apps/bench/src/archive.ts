import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Item } from "@pg/domain"
import { openStore } from "@pg/store"
import Database from "better-sqlite3"
import { synthetic } from "./synthetic.js"

/** What it took to make an archive: items a second, and rows of the same tables a second by a bare loop, as items. */
export type Import = { perSecond: number; barePerSecond: number }

const at = "2026-01-01T00:00:00.000Z"

/** The file of an archive of so many synthetic items; made where it is not there, since the largest takes minutes. */
export async function archiveOf(folder: string, size: number, progress: (text: string) => void): Promise<string> {
  const file = join(folder, `synthetic-${size}.db`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const unfinished = `${file}.part`
  await fill(unfinished, size, progress)
  const database = new Database(unfinished)
  database.pragma("wal_checkpoint(truncate)")
  database.pragma("journal_mode = delete")
  database.close()
  renameSync(unfinished, file)
  return file
}

async function fill(file: string, size: number, progress: (text: string) => void): Promise<void> {
  const store = await openStore(`sqlite:${file}`)
  try {
    let before = 0
    // What came of each is given back, so that all at once would not fit into memory.
    for (const items of portions(synthetic(size))) {
      const onProgress = (done: number) => progress(`${before + done} of ${size}`)
      await store.putAll(items, { at, by: "bench" }, { onProgress })
      before += items.length
    }
    progress("joining the pieces of the search index")
    await store.tidy()
  } finally {
    await store.close()
  }
}

function* portions(items: Iterable<Item>): Generator<Item[]> {
  let portion: Item[] = []
  for (const item of items) {
    portion.push(item)
    if (portion.length < 10_000) continue
    yield portion
    portion = []
  }
  yield portion
}

/** Imports so many items, and then writes the very rows that this made into the same tables by a bare loop. */
export async function measureImport(folder: string, size: number): Promise<Import> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, "import.db")
  remove(file)
  const items = [...synthetic(size)]
  const store = await openStore(`sqlite:${file}`)
  const from = performance.now()
  await store.putAll(items, { at, by: "bench" })
  const perSecond = size / ((performance.now() - from) / 1000)
  await store.close()
  const barePerSecond = size / (copyRows(file, join(folder, "bare.db"), size) / 1000)
  remove(file)
  return { perSecond, barePerSecond }
}

/**
 * Milliseconds that it takes to insert all rows of the ordinary tables of one file into another, in as many transactions,
 * with the same settings and in the order in which their items came, as an import has to: by the order of its key, as a
 * table gives them, a row goes in faster.
 */
function copyRows(from: string, to: string, size: number): number {
  remove(to)
  const source = new Database(from)
  const target = new Database(to)
  target.pragma("journal_mode = wal")
  target.pragma("synchronous = full")
  target.pragma("cache_size = -65536")
  target.pragma("wal_autocheckpoint = 8000")
  target.pragma("foreign_keys = off") // tables are filled side by side
  const tables = source
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_schema where type = 'table' and sql not like '%virtual%' and name not like 'search%' and name not like 'sqlite_%'",
    )
    .all()
  const indexes = source
    .prepare<[], { sql: string }>("select sql from sqlite_schema where type = 'index' and sql is not null")
    .all()
  for (const { sql } of [...tables, ...indexes]) target.exec(sql)
  const loads = tables.map(({ name }) => {
    const all = source.prepare(`select * from "${name}"`)
    const columns = all.columns().map((column) => column.name)
    const byItem = ["item_id", "number"].find((column) => columns.includes(column)) ?? "1"
    const rows = source.prepare(`select * from "${name}" order by ${byItem}`).raw().all() as unknown[][]
    const insert = target.prepare(`insert into "${name}" values (${columns.map(() => "?").join()})`)
    return { rows, insert }
  })
  const batches = Math.ceil(size / 1000)
  const begun = performance.now()
  for (let batch = 0; batch < batches; batch++)
    target.transaction(() => {
      for (const { rows, insert } of loads)
        for (const row of rows.slice((rows.length * batch) / batches, (rows.length * (batch + 1)) / batches))
          insert.run(row)
    })()
  const took = performance.now() - begun
  source.close()
  target.close()
  remove(to)
  return took
}

/** Takes a database file away, with what SQLite has beside it. */
export function remove(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true })
}
