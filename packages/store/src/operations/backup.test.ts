import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { databases, run } from "../../test/databases.js"
import { fill } from "../../test/filled.js"
import { change, news } from "../../test/items.js"
import { projected } from "../../test/projected.js"
import { backupDatabase, checkDatabase, migrationStatus, openStore, verifyBackup } from "../index.js"

const [sqlite, postgres] = databases as [(typeof databases)[number], (typeof databases)[number]]
const folderOf = (url: string) => dirname(url.replace("sqlite:", ""))

test("a backup is the archive as it was at one moment, made while others write, and works by itself", async () => {
  const { url, remove } = await sqlite.make()
  await fill(url)
  const store = await openStore(url)
  const copy = join(folderOf(url), "copy.db")
  const copied = new AbortController()
  const writing = (async () => {
    let n = 100
    while (!copied.signal.aborted) await store.put(news(n++), change)
    return n - 100
  })()
  const backup = await backupDatabase(url, copy)
  copied.abort()
  expect(await writing).toBeGreaterThan(0)
  expect(backup.lines).toBeGreaterThanOrEqual(21)
  expect(await checkDatabase(`sqlite:${copy}`)).toMatchObject({ lines: backup.lines, findings: [] })
  const restored = await openStore(`sqlite:${copy}`)
  expect((await restored.put(news(99), change)).outcome).toBe("created")
  expect((await restored.find({ q: "wombat" })).total).toBe(1)
  await Promise.all([store.close(), restored.close()])
  await remove()
})

test("a backup of an archive at rest is equal to it, table by table", async () => {
  const { url, remove } = await sqlite.make()
  await fill(url)
  const copy = join(folderOf(url), "copy.db")
  await backupDatabase(url, copy)
  expect(await projected(`sqlite:${copy}`)).toEqual(await projected(url))
  await remove()
})

test("a server of PostgreSQL is backed up by its own tools, which are named", async () => {
  const { url, remove } = await postgres.make()
  await fill(url)
  await expect(backupDatabase(url, "/nowhere/copy.db")).rejects.toThrow("back it up with pg_dump, or write it out")
  await remove()
})

test.each<[string, (path: string) => void | Promise<unknown>, RegExp]>([
  ["that was cut off", (path) => truncateSync(path, 40_000), /damaged|no SQLite database/],
  [
    "with a page that was overwritten",
    (path) => {
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(7, 8192, 12_288))
    },
    /is damaged/,
  ],
  ["that is a text", (path) => writeFileSync(path, "Dear reader, ".repeat(500)), /is no SQLite database/],
  ["that is empty", (path) => truncateSync(path, 0), /has no archive in it/],
  [
    "of another program",
    (path) => run(`sqlite:${path}`, "alter table store_version rename to bookmarks"),
    /another program/,
  ],
  [
    "of a newer version",
    (path) => run(`sqlite:${path}`, "insert into store_version (version, name) values (99, 'later')"),
    /newer version/,
  ],
  [
    "whose items are not those of its log",
    (path) => run(`sqlite:${path}`, "update items set seq = 1"),
    /not as its log makes/,
  ],
])("a file %s is no backup, and said so", async (_, damage, said) => {
  const { url, remove } = await sqlite.make()
  await fill(url)
  const copy = join(folderOf(url), "copy.db")
  await backupDatabase(url, copy)
  await damage(copy)
  await expect(verifyBackup(copy)).rejects.toThrow(said)
  await remove()
})

test("a file that is not there is no backup", async () => {
  await expect(verifyBackup("/nowhere/backup.db")).rejects.toThrow("There is no database file /nowhere/backup.db")
})

test("how a database stands to this program is said with nothing written to it", async () => {
  const { url, remove } = await sqlite.make()
  copyFileSync(new URL("../../fixtures/0001.sqlite", import.meta.url), url.replace("sqlite:", ""))
  const files = () =>
    readdirSync(folderOf(url)).map((name) => [name, readFileSync(join(folderOf(url), name), "base64")])
  const before = files()
  const status = await migrationStatus(url)
  expect(status).toMatchObject({ had: ["0001-log-and-projection"], lines: 20, linesToRebuild: 20 })
  expect(status.pending[0]).toBe("0002-projection-version")
  expect(files()).toEqual(before)
  await (await openStore(url)).close()
  expect(await migrationStatus(url)).toMatchObject({ pending: [], linesToRebuild: 0 })
  await remove()
})

test.each([
  ["another program", "create table bookmarks (id integer)", /another program/],
  ["a newer version", "insert into store_version (version, name) values (99, 'later')", /newer version/],
  ["a newer version's way of making the rest", "update projection set version = version + 1", /newer version/],
])("a database of %s is said to be that, with nothing written to it", async (_, make, said) => {
  for (const database of [sqlite, postgres]) {
    const { url, remove } = await database.make()
    if (!make.startsWith("create")) await (await openStore(url)).close()
    await run(url, make)
    const bytes = () => (url.startsWith("sqlite:") ? readFileSync(url.slice(7), "base64") : undefined)
    const before = bytes()
    await expect(migrationStatus(url)).rejects.toThrow(said)
    expect(bytes()).toEqual(before)
    await remove()
  }
})
