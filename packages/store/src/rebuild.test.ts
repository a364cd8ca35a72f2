import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Kysely } from "kysely"
import { describe, expect, test } from "vitest"
import { databases, run } from "../test/databases.js"
import { change, idOf, news } from "../test/items.js"
import { projected } from "../test/projected.js"
import { engineOf } from "./dialect.js"
import { openStore } from "./index.js"
import { migrate } from "./migrate.js"
import { logAndProjection } from "./migrations/0001-log-and-projection.js"
import { rebuildNext } from "./rebuild.js"
import type { Database, RevisionRow } from "./schema.js"

/** A database as the first version left it: the file was made by that version's code, from the domain's fixtures. */
const first = new URL("../fixtures/0001.sqlite", import.meta.url).pathname

const formerDatabases = databases.map(({ name }) => ({
  name,
  make: name === "SQLite" ? copyOfFirst : logOfFirst,
}))

async function copyOfFirst() {
  const folder = mkdtempSync(join(tmpdir(), "newsroom-former-"))
  copyFileSync(first, join(folder, "newsroom.db"))
  return {
    url: `sqlite:${join(folder, "newsroom.db")}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The same log in the tables of the first version, where nothing is made from it yet. */
async function logOfFirst() {
  const { url, remove } = await (databases[1] as (typeof databases)[number]).make()
  const db = await connect(url)
  await logAndProjection(db as unknown as Kysely<unknown>, "postgres")
  await run(url, "create table store_version (version integer primary key, name text not null)")
  await run(url, "insert into store_version values (1, '0001-log-and-projection')")
  const log = (await run(`sqlite:${first}`, "select * from revisions order by seq")) as RevisionRow[]
  await db.insertInto("revisions").values(log).execute()
  await db.destroy()
  return { url, remove }
}

async function connect(url: string) {
  const engine = await engineOf(url, 1000)
  return new Kysely<Database>({ dialect: engine.dialects.write })
}

describe.each(formerDatabases)("a database of the first version, on $name", ({ make }) => {
  test("is found by what that version did not know, and keeps its log, its slugs and what it took away", async () => {
    const { url, remove } = await make()
    const store = await openStore(url)
    expect((await store.find({ person: ["ada-lovelace"] })).items.map(({ id }) => id)).toEqual([idOf(1)])
    expect((await store.find({ series: ["annual-meeting"] })).items.map(({ id }) => id)).toEqual([idOf(2)])
    expect((await store.find({ q: "prison policy" })).items.map(({ id }) => id)).toContain(idOf(1))
    expect((await store.get({ kind: "news", slug: "same" }))?.id).toBe(idOf(1))
    expect((await store.get({ kind: "news", slug: "same-2" }))?.id).toBe(idOf(2))
    expect(await store.get(idOf(1))).toMatchObject({ revision: 2, updatedAt: "2024-05-01T10:01:00Z" })
    expect(await store.removed(idOf(4))).toMatchObject({ tombstone: { state: "gone", reason: "Published by mistake" } })
    expect((await store.find({ limit: 1 })).total).toBe(14)
    expect(await store.seq()).toBe(20)
    await store.put(news(2, { title: "Another title" }), change)
    expect(await store.seq()).toBe(21)
    await store.close()
    await remove()
  })

  test("interrupted in the middle, it is made to the end at the next opening, and nothing is lost", async () => {
    const whole = await make()
    await (await openStore(whole.url)).close()
    const { url, remove } = await make()
    const engine = await engineOf(url, 1000)
    const db = new Kysely<Database>({ dialect: engine.dialects.write })
    await migrate(db, engine)
    expect(await db.transaction().execute((trx) => rebuildNext(trx, engine, 7))).toEqual({ done: 7, of: 20 })
    const broken = db.transaction().execute(async (trx) => {
      await rebuildNext(trx, engine, 7)
      throw new Error("the power went")
    })
    await expect(broken).rejects.toThrow("the power went")
    await db.destroy()
    await (await openStore(url)).close()
    expect(await projected(url)).toEqual(await projected(whole.url))
    await Promise.all([remove(), whole.remove()])
  })

  test("opened by several at once, it is made once, and all of them can write", async () => {
    const { url, remove } = await make()
    const stores = await Promise.all([openStore(url), openStore(url), openStore(url)])
    await Promise.all(stores.map((store, n) => store.put(news(100 + n), change)))
    expect((await stores[0].find({ limit: 1 })).total).toBe(17)
    await Promise.all(stores.map((store) => store.close()))
    await remove()
  })
})

describe.each(databases)("on $name", ({ make }) => {
  test("what is up to date is not made again", async () => {
    const { url, remove } = await make()
    const store = await openStore(url)
    await store.put(news(1), change)
    await store.close()
    let portions = 0
    await (await openStore(url, { onRebuild: () => portions++ })).close()
    expect(portions).toBe(0)
    await remove()
  })

  test("a program that another version has overtaken writes nothing more, and an older one does not open the database", async () => {
    const { url, remove } = await make()
    const store = await openStore(url)
    await run(url, "update projection set version = version + 1")
    await expect(store.put(news(1), change)).rejects.toThrow("start this one again")
    await expect(openStore(url)).rejects.toThrow("by a newer version of this program")
    await store.close()
    await remove()
  })

  test("a long log is made anew in portions, and says how far it is", async () => {
    const { url, remove } = await make()
    const store = await openStore(url)
    await store.putAll(
      Array.from({ length: 1100 }, (_, n) => news(n)),
      change,
    )
    await store.close()
    const before = await projected(url)
    await run(url, "update projection set version = 0")
    const told: [number, number][] = []
    await (await openStore(url, { onRebuild: (done, of) => told.push([done, of]) })).close()
    expect(told).toEqual([
      [500, 1100],
      [1000, 1100],
    ])
    expect(await projected(url)).toEqual(before)
    await remove()
  }, 20_000)
})
