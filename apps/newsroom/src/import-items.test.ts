import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Item, parseItem } from "@pg/domain"
import { openStore, type Store } from "@pg/store"
import Database from "better-sqlite3"
import { afterEach, beforeEach, expect, test } from "vitest"
import { importItems } from "./import-items.js"

let folder: string
let file: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "import-"))
  file = join(folder, "archive.db")
  store = await openStore(`sqlite:${file}`, { lockTimeout: 100 })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const someItems = (count: number): Item[] =>
  Array.from({ length: count }, (_, n) =>
    parseItem({
      id: `0190b3a5-7c1e-7000-8000-${String(n).padStart(12, "0")}`,
      kind: "news",
      locale: "en",
      slug: `news-${n}`,
      title: `News ${n}`,
    }),
  )

test("what a long import writes late says so, for harvesters that come meanwhile", async () => {
  let minute = 10
  await importItems(store, someItems(1001), { by: "test", at: () => `2021-06-15T10:${minute++}:00.000Z` })
  const instants = (await store.changes(0, 2000)).map(({ at }) => at)
  expect([instants.at(0), instants.at(999), instants.at(1000)]).toEqual([
    "2021-06-15T10:10:00.000Z",
    "2021-06-15T10:10:00.000Z",
    "2021-06-15T10:11:00.000Z",
  ])
})

test("an import that says the same of an item, and only of its neighbours something else, is what the next is held against", async () => {
  const source = { name: "listing", retrievedAt: "2021-06-20T08:00:00Z", text: "News" }
  const id = "0190b3a5-7c1e-7000-8000-000000000000"
  const said = (more: object) =>
    parseItem({ id, kind: "news", locale: "en", slug: "news", title: "News", source, ...more })
  const read = (item: Item) => importItems(store, [item], { by: "newsroom import", at: "2021-06-21T10:00:00.000Z" })
  await read(said({}))
  await store.revise(id, (current) => ({
    item: { ...(current?.item ?? said({})), title: "Corrected here" },
    change: { at: "2021-06-21T11:00:00.000Z", by: "Ada", action: "edit" },
  }))
  expect(await read(said({ issuedBounds: "2021-06-01/2021-06-10" }))).toMatchObject({ changed: 1, conflicts: [] })
  const now = await read(said({ title: "News again", source: { ...source, text: "News again" } }))
  expect(now.conflicts).toMatchObject([{ field: "title", base: "News", ours: "Corrected here", theirs: "News again" }])
  expect((await store.get(id))?.title).toBe("Corrected here")
})

test("an import after which another program holds the archive is an import, and says what was left undone", async () => {
  const other = new Database(file)
  const causes: string[] = []
  const outcomes = await importItems(store, someItems(1500), {
    by: "test",
    at: "2021-06-15T10:00:00.000Z",
    onProgress: (done) => void (done === 1500 && other.exec("begin immediate")),
    onUntidied: ({ message }) => causes.push(message),
  })
  other.close()
  expect(outcomes).toEqual({ created: 1500, changed: 0, unchanged: 0, conflicts: [] })
  expect(causes).toEqual([expect.stringContaining("locked by another program")])
})
