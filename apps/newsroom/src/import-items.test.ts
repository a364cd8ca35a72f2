import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { expect, test } from "vitest"
import { importItems } from "./import-items.js"

test("what a long import writes late says so, for harvesters that come meanwhile", async () => {
  const folder = mkdtempSync(join(tmpdir(), "import-"))
  const store = await openStore(`sqlite:${join(folder, "archive.db")}`)
  const items = Array.from({ length: 1001 }, (_, n) =>
    parseItem({
      id: `0190b3a5-7c1e-7000-8000-${String(n).padStart(12, "0")}`,
      kind: "news",
      locale: "en",
      slug: `news-${n}`,
      title: `News ${n}`,
    }),
  )
  let minute = 10
  await importItems(store, items, { by: "test", at: () => `2021-06-15T10:${minute++}:00.000Z` })
  const instants = (await store.changes(0, 2000)).map(({ at }) => at)
  expect([instants.at(0), instants.at(999), instants.at(1000)]).toEqual([
    "2021-06-15T10:10:00.000Z",
    "2021-06-15T10:10:00.000Z",
    "2021-06-15T10:11:00.000Z",
  ])
  await store.close()
  rmSync(folder, { recursive: true })
})
