import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import SqliteFile from "better-sqlite3"
import pg from "pg"
import { afterAll, describe, expect, inject, test } from "vitest"
import { databases, run } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"
import { openStore, StoreError } from "./index.js"

const folder = mkdtempSync(join(tmpdir(), "newsroom-errors-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the failure says: one sentence or two, on one line. */
async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreError)
  const { message } = error as StoreError
  expect(message).toMatch(/^[^\n]+\.$/)
  return message
}

test.each([
  ["", "has no address"],
  ["data/newsroom.db", `"data/newsroom.db" is no database's address: write sqlite:`],
  ["sqlite:", "names no file"],
  ["sqlite: ", "names no file"],
  [`sqlite:${"a".repeat(300)}`, "cannot be opened or made"],
  ["sqlite::memory:", "name a file"],
  ["mysql://user:secret@host/name", `no database of the kind "mysql:"`],
  ["postgres://", "incomplete"],
  ["postgres://user:secret@host:99999/name", "incomplete"],
])("the address %j is refused, and the right form said", async (url, part) => {
  const message = await failure(openStore(url))
  expect(message).toContain(part)
  expect(message).not.toContain("secret")
})

test("a folder in a file's place is named, with what to write", async () => {
  mkdirSync(join(folder, "data"))
  expect(await failure(openStore(`sqlite:${join(folder, "data")}/`))).toMatch(
    /is a folder: name a file in it, as in sqlite:.*data\/newsroom\.db/,
  )
})

test("the folders above the file are made, but a file is not turned into a folder", async () => {
  await (await openStore(`sqlite:${join(folder, "a/b/newsroom.db")}`)).close()
  writeFileSync(join(folder, "file"), "")
  expect(await failure(openStore(`sqlite:${join(folder, "file/newsroom.db")}`))).toContain("cannot be opened or made")
})

test("a file that is no database is left as it is", async () => {
  const path = join(folder, "letter.txt")
  writeFileSync(path, "Dear reader, ".repeat(500))
  expect(await failure(openStore(`sqlite:${path}`))).toContain("is no SQLite database")
  expect(readFileSync(path, "utf8")).toBe("Dear reader, ".repeat(500))
})

test("no server, no such database and no such user are told apart", async () => {
  const url = new URL(inject("postgresUrl"))
  expect(await failure(openStore("postgres://postgres@127.0.0.1:1/newsroom"))).toMatch(
    /newsroom at 127\.0\.0\.1:1 cannot be reached/,
  )
  expect(await failure(openStore("postgres://postgres@no-such-host.invalid/newsroom"))).toContain("cannot be reached")
  expect(await failure(openStore(`postgres://postgres@${url.host}/absent`))).toContain("does not exist: create it")
  expect(await failure(openStore(`postgres://stranger@${url.host}/postgres`))).toContain(
    "refuses this user or password",
  )
})

describe.each(databases)("$name", ({ make }) => {
  const used = useStore(make)

  test("a database of a newer version is refused and left as it is", async () => {
    const { url, remove } = await make()
    const store = await openStore(url)
    await store.put(news(1), change)
    await store.close()
    await run(url, "insert into store_version (version, name) values (99, 'from-the-future')")
    const bytes = () => (url.startsWith("sqlite:") ? readFileSync(url.slice(7)) : undefined)
    const before = bytes()
    expect(await failure(openStore(url))).toMatch(
      /written by a newer version .* version is 99, this program knows \d+\): update the program/,
    )
    expect(bytes()).toEqual(before)
    expect(await run(url, "select id from items")).toEqual([{ id: idOf(1) }])
    await remove()
  })

  test("a database of another program is refused and left as it is", async () => {
    const { url, remove } = await make()
    await run(url, "create table bookmarks (id integer)")
    expect(await failure(openStore(url))).toContain("holds tables of another program (bookmarks)")
    await remove()
  })

  test("the log cannot be changed behind the store's back", async () => {
    await used.store.put(news(1), change)
    for (const statement of ["update revisions set by = 'nobody'", "delete from revisions"])
      await expect(run(used.url, statement)).rejects.toThrow("revisions is append-only")
    expect(await used.store.seq()).toBe(1)
  })

  test("two that open a new database at once both get it, made once", async () => {
    const { url, remove } = await make()
    const stores = await Promise.all([openStore(url), openStore(url), openStore(url)])
    const versions = (await run(url, "select version from store_version order by version")).map((row) => row["version"])
    expect(versions[0]).toBe(1)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
    await Promise.all(stores.map((store) => store.close()))
    await remove()
  })

  test("two that write at once lose nothing and give each line of the log a number of its own", async () => {
    const { url, remove } = await make()
    const stores = await Promise.all([openStore(url), openStore(url)])
    const put = async (n: number) => stores[n % 2]?.put(news(n % 20, { slug: "same", title: `Title ${n}` }), change)
    await Promise.all(Array.from({ length: 60 }, (_, n) => put(n)))
    const lines = (await stores[0]?.changes(0, 100)) ?? []
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
    const { items } = await (stores[1] ?? used.store).find({ limit: 100 })
    expect(items.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, () => 3))
    expect(new Set(items.map(({ slug }) => slug)).size).toBe(20)
    await Promise.all(stores.map((store) => store.close()))
    await remove()
  })
})

test("a locked database file is waited for, then named; what was to be written can be written afterwards", async () => {
  const url = `sqlite:${join(folder, "locked.db")}`
  const store = await openStore(url, { lockTimeout: 50 })
  const other = new SqliteFile(url.slice(7))
  other.exec("begin immediate")
  expect(await failure(store.put(news(1), change))).toContain("locked by another program")
  expect(await store.find({})).toEqual({ items: [], total: 0 })
  other.exec("commit")
  expect((await store.put(news(1), change)).outcome).toBe("created")
  other.close()
  await store.close()
})

test("a database file that is locked for reading too cannot be opened, and is not hurt", async () => {
  const path = join(folder, "exclusive.db")
  const other = new SqliteFile(path)
  other.exec("begin exclusive")
  expect(await failure(openStore(`sqlite:${path}`, { lockTimeout: 50 }))).toContain("locked by another program")
  other.close()
  await (await openStore(`sqlite:${path}`)).close()
})

describe("a PostgreSQL server", () => {
  const used = useStore((databases[1] as (typeof databases)[number]).make)

  test("that another program keeps locked is waited for, then named", async () => {
    const patient = await openStore(used.url, { lockTimeout: 50 })
    const other = new pg.Client(used.url)
    await other.connect()
    await other.query("begin; lock table revisions in exclusive mode")
    expect(await failure(patient.put(news(1), change))).toContain("locked by another program")
    await other.query("rollback")
    expect((await patient.put(news(1), change)).outcome).toBe("created")
    await other.end()
    await patient.close()
  })

  test("that drops its idle connections does not take the program with it", async () => {
    await used.store.seq()
    await run(
      used.url,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'newsroom' and datname = current_database()",
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await used.store.seq()).toBe(1)
  })

  test("that drops the connection in the middle of a transaction fails that write, and no more", async () => {
    const drop = async () => {
      await run(
        used.url,
        "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
      )
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { item: news(2), change }
    }
    expect(await failure(used.store.revise(idOf(2), drop))).toContain("PostgreSQL")
    expect((await used.store.put(news(2), change)).outcome).toBe("created")
  })
})
