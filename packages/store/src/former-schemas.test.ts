import { readdirSync, readFileSync } from "node:fs"
import SqliteFile from "better-sqlite3"
import pg from "pg"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news } from "../test/items.js"
import { checkDatabase, migrationStatus, openStore } from "./index.js"

/**
 * Databases as this store's code once made them, with the same dozen revisions in each: see the README beside them. One for
 * every form that the tables ever had, also those that lasted an hour.
 */
const folder = new URL("../fixtures/schemas/", import.meta.url)
const schemas = [...new Set(readdirSync(folder).flatMap((name) => /^(.*)\.sqlite\.sql$/.exec(name)?.[1] ?? []))]

describe.each(databases)("on $name", ({ name, make }) => {
  test.each(schemas)("a database as schema %s left it is opened, with all that was in it", async (schema) => {
    const { url, remove } = await make()
    await load(url, readFileSync(new URL(`${schema}.${name === "SQLite" ? "sqlite" : "postgres"}.sql`, folder), "utf8"))
    const store = await openStore(url)
    expect(await checkDatabase(url)).toEqual({ lines: 12, findings: [], hidden: 0, compared: true })
    expect(await migrationStatus(url)).toMatchObject({ pending: [], linesToRebuild: 0 })
    const { items } = await store.find({ limit: 100 })
    expect(items.map(({ id }) => id).toSorted()).toEqual([1, 2, 3, 4, 8].map(idOf))
    expect(await store.get(idOf(1))).toMatchObject({
      revision: 2,
      slug: "renamed",
      firstPublishedAt: "2024-05-01T10:00:00Z",
    })
    expect(await store.get(idOf(2))).toMatchObject({ revision: 2, updatedAt: "2024-05-01T10:01:00Z" })
    expect((await store.get({ kind: "news", slug: "same", locale: "en" }))?.id).toBe(idOf(1))
    expect((await store.get({ kind: "news", slug: "same-2", locale: "en" }))?.id).toBe(idOf(4))
    expect(await store.removed(idOf(5))).toMatchObject({
      tombstone: { state: "withdrawn", reason: "The date was wrong" },
    })
    expect(await store.removed(idOf(6))).toMatchObject({ tombstone: { state: "gone", reason: "Published by mistake" } })
    expect((await store.find({ q: "prison policy" })).items.map(({ id }) => id)).toEqual([idOf(1)])
    expect((await store.find({ person: ["ada-lovelace"] })).total).toBe(1)
    expect((await store.harvest({}, undefined, 100)).records).toHaveLength(7)
    await store.put(news(9, { title: "A new one" }), change)
    expect(await checkDatabase(url)).toMatchObject({ lines: 13, findings: [] })
    await store.close()
    await remove()
  })
})

async function load(url: string, text: string): Promise<void> {
  if (url.startsWith("sqlite:")) {
    const file = new SqliteFile(url.slice(7))
    // A dump has the tables behind the search index, which are otherwise not to be written to.
    file.unsafeMode()
    file.exec(text)
    file.close()
    return
  }
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
