import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Item } from "@pg/domain"
import { openStore } from "@pg/store"
import Database from "better-sqlite3"
import { remove } from "./archive.js"
import { synthetic } from "./synthetic.js"

/** Writes of one item each, acknowledged in a second: by many at once, each safe on the disk; and rows of the same bytes alone. */
export type Writes = { perSecond: number; barePerSecond: number; writers: number }

const writers = 50

/** Lets many writers change items, each its own, one revision at a time, and then the database take such rows by itself. */
export async function measureWrites(folder: string, count: number): Promise<Writes> {
  mkdirSync(folder, { recursive: true })
  const items = [...synthetic(count)]
  const perSecond = await byStore(join(folder, "writes.db"), items)
  const barePerSecond = byRow(join(folder, "bare-writes.db"), items)
  return { perSecond, barePerSecond, writers }
}

async function byStore(file: string, items: readonly Item[]): Promise<number> {
  remove(file)
  const store = await openStore(`sqlite:${file}`)
  const change = { at: "2026-01-01T00:00:00.000Z", by: "bench", action: "publish" as const }
  const from = performance.now()
  const waiting = items.values()
  const write = async () => {
    for (const item of waiting) await store.revise(item.id, () => ({ item, change }))
  }
  await Promise.all(Array.from({ length: writers }, write))
  const seconds = (performance.now() - from) / 1000
  await store.close()
  remove(file)
  return items.length / seconds
}

/** One row a transaction, synced as the store syncs. */
function byRow(file: string, items: readonly Item[]): number {
  remove(file)
  const database = new Database(file)
  database.pragma("journal_mode = wal")
  database.pragma("synchronous = full")
  database.exec("create table log (seq integer primary key, item text not null)")
  const insert = database.prepare("insert into log (item) values (?)")
  const texts = items.map((item) => JSON.stringify(item))
  const from = performance.now()
  for (const text of texts) insert.run(text)
  const seconds = (performance.now() - from) / 1000
  database.close()
  remove(file)
  return items.length / seconds
}
