import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Item, parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { createApi } from "../src/index.js"
import { checked } from "./contract.js"

const fixtures = fileURLToPath(new URL("../../../packages/domain/fixtures/", import.meta.url))

/** Every example of the domain, by its name: `news/dated`. */
export const examples: Record<string, Item> = Object.fromEntries(
  globSync("*/*.json", { cwd: fixtures })
    .toSorted()
    .map((path) => [path.replace(/\.json$/, ""), parseItem(JSON.parse(readFileSync(fixtures + path, "utf8")))]),
)

export const startedAt = "2021-09-01T00:00:00.000Z"
export const changedAt = "2021-08-31T09:00:00.000Z"

/** An API over a real archive in a file of its own, held to its contract, with the failures that it reported. `close` removes the file. */
export async function openArchive(items: Iterable<Item>) {
  const folder = mkdtempSync(join(tmpdir(), "api-"))
  const file = join(folder, "archive.db")
  const store = await openStore(`sqlite:${file}`)
  await store.putAll(items, { at: changedAt, by: "test" })
  const reported: { error: unknown; requestId: string }[] = []
  const api = checked(
    createApi({
      store,
      siteUrl: "https://example.org/",
      now: () => new Date(startedAt),
      reportError: (error, { requestId }) => reported.push({ error, requestId }),
    }),
  )
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { api, store, reported, file, close }
}
