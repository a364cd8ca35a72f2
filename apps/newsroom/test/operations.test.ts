import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { gunzipSync, gzipSync } from "node:zlib"
import type { Item, Page } from "@pg/domain"
import { expect, test, vi } from "vitest"
import { databases } from "../../../packages/store/test/databases.js"
import type {} from "../../../packages/store/test/global-setup.js" // what it provides to them
import { newsroom, sample, serve, temporaryFolder } from "./command.js"

const oneSentence = (pattern: RegExp) => expect.stringMatching(new RegExp(`^newsroom: ${pattern.source}[^\\n]*\\n$`))
const listing = sample("listing.en.txt")
const database = "data/newsroom.db"

/** A folder with an archive of the sample listing in it. */
async function archive(): Promise<string> {
  const cwd = temporaryFolder()
  await newsroom(["import", listing], { cwd })
  return cwd
}

const json = async (args: readonly string[], cwd: string, env = {}) => {
  const { stdout, stderr } = await newsroom([...args, "--json"], { cwd, env })
  if (stderr !== "") throw new Error(stderr)
  return JSON.parse(stdout) as Record<string, unknown>
}

/** Where another archive is kept. */
const elsewhere = (path: string) => ({ NEWSROOM_DATABASE: `sqlite:${path}` })

test("an archive that is exported and imported on PostgreSQL, and back, has the same digest and bytes", async () => {
  const { url, remove } = await (databases[1] as (typeof databases)[number]).make()
  const cwd = await archive()
  const { digest, lines } = await json(["stats"], cwd)
  expect(await json(["export", "first.ndjson.gz"], cwd)).toMatchObject({ digest, lines })
  const postgres = { NEWSROOM_DATABASE: url }
  expect(await json(["import", "first.ndjson.gz"], cwd, postgres)).toMatchObject({ digest, lines })
  expect(await json(["stats"], cwd, postgres)).toMatchObject({ digest, database: "postgres" })
  expect(await json(["check"], cwd, postgres)).toMatchObject({ findings: [], compared: true })
  expect(await json(["export", "second.ndjson"], cwd, postgres)).toMatchObject({ digest })
  expect(await json(["import", "second.ndjson"], cwd, elsewhere("back.db"))).toMatchObject({ digest })
  const { stdout } = await newsroom(["export", "-"], { cwd, env: elsewhere("back.db") })
  expect(stdout).toBe(readFileSync(join(cwd, "second.ndjson"), "utf8"))
  expect(gunzipSync(readFileSync(join(cwd, "first.ndjson.gz"))).toString()).toBe(stdout)
  await remove()
})

test("an export comes through standard input too, where it is said to be one", async () => {
  const cwd = await archive()
  const { stdout: input, stderr } = await newsroom(["export", "-"], { cwd })
  expect(stderr).toMatch(/^20 items in 20 revisions, sha256:[0-9a-f]{64}\n$/)
  const result = await newsroom(["import", "--archive", "-"], { cwd, input, env: elsewhere("copy.db") })
  expect(result).toMatchObject({ code: 0, stdout: expect.stringMatching(/^20 items in 20 revisions imported, sha256/) })
})

test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ["whose compressed file was cut off", (bytes) => bytes.subarray(0, 4000), /x\.gz is damaged or cut off/],
  [
    "that was cut off and compressed again",
    (bytes) => gzipSync(gunzipSync(bytes).subarray(0, 9000)),
    /x\.gz: line \d+: /,
  ],
  ["that is another compressed file", () => gzipSync("Title\n"), /x\.gz: line 1: it is not JSON/],
])("an export %s is refused, and the archive stays empty", async (_, damage, said) => {
  const cwd = await archive()
  await newsroom(["export", "whole.gz"], { cwd })
  writeFileSync(join(cwd, "x.gz"), damage(readFileSync(join(cwd, "whole.gz"))))
  const { code, stdout, stderr } = await newsroom(["import", "x.gz"], { cwd, env: elsewhere("new.db") })
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
  expect(stderr).toMatch(said)
  expect(await json(["stats"], cwd, elsewhere("new.db"))).toMatchObject({ lines: 0 })
})

test("an export goes into an empty archive alone, and with no other file", async () => {
  const cwd = await archive()
  await newsroom(["export", "a.ndjson"], { cwd })
  expect(
    await newsroom(["import", "a.ndjson"], { cwd, env: elsewhere(join(await archive(), database)) }),
  ).toMatchObject({
    code: 1,
    stderr: oneSentence(/The database file .* has an archive in it already/),
  })
  expect(await newsroom(["import", "a.ndjson", listing], { cwd })).toMatchObject({ code: 2 })
  expect(await newsroom(["import", "a.ndjson", "--dry-run"], { cwd })).toMatchObject({ code: 2 })
})

test.each(["export", "backup"])(
  "%s replaces no file unless it is told to, and leaves no half of one",
  async (command) => {
    const cwd = await archive()
    writeFileSync(join(cwd, "kept"), "precious")
    const refused = await newsroom([command, "kept"], { cwd })
    expect(refused).toMatchObject({ code: 1, stdout: "", stderr: oneSentence(/kept is there already: .*--force/) })
    expect(readFileSync(join(cwd, "kept"), "utf8")).toBe("precious")
    expect(await newsroom([command, "none/kept"], { cwd })).toMatchObject({
      code: 1,
      stderr: oneSentence(/none\/kept /),
    })
    expect(await newsroom([command, "kept", "--force"], { cwd })).toMatchObject({ code: 0, stderr: "" })
    expect(readdirSync(cwd).toSorted()).toEqual(["data", "kept"])
  },
)

test("a backup that is restored elsewhere is the same archive", async () => {
  const cwd = await archive()
  const { digest } = await json(["stats"], cwd)
  expect(await json(["backup", "backup.db"], cwd)).toMatchObject({ file: "backup.db", lines: 20 })
  expect(await json(["restore", "backup.db"], cwd, elsewhere("deep/er/new.db"))).toMatchObject({ lines: 20 })
  expect(await json(["stats"], cwd, elsewhere("deep/er/new.db"))).toMatchObject({ digest })
  expect(await json(["check"], cwd, elsewhere("deep/er/new.db"))).toMatchObject({ findings: [] })
})

test("a backup is restored where nothing is, and nowhere else", async () => {
  const cwd = await archive()
  await newsroom(["backup", "backup.db"], { cwd })
  const before = readFileSync(join(cwd, database))
  expect(await newsroom(["restore", "backup.db"], { cwd })).toMatchObject({
    code: 1,
    stderr: oneSentence(/\.\/data\/newsroom\.db is there already: move it away first/),
  })
  expect(readFileSync(join(cwd, database)).equals(before)).toBe(true)
  const postgres = { NEWSROOM_DATABASE: "postgres://user@127.0.0.1/name" }
  expect(await newsroom(["restore", "backup.db"], { cwd, env: postgres })).toMatchObject({
    code: 1,
    stderr: oneSentence(/.*pg_restore/),
  })
  expect(await newsroom(["restore", "none.db"], { cwd, env: elsewhere("new.db") })).toMatchObject({
    code: 1,
    stderr: oneSentence(/There is no file none\.db/),
  })
})

test.each([
  ["a text", () => Buffer.from("Dear reader, ".repeat(500)), /.*no SQLite database/],
  ["half a backup", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /.*damaged/],
])("%s is not restored, and nothing is left of the attempt", async (_, damage, said) => {
  const cwd = await archive()
  await newsroom(["backup", "backup.db"], { cwd })
  writeFileSync(join(cwd, "wrong.db"), damage(readFileSync(join(cwd, "backup.db"))))
  const result = await newsroom(["restore", "wrong.db"], { cwd, env: elsewhere("new/new.db") })
  expect(result).toMatchObject({ code: 1, stdout: "", stderr: oneSentence(said) })
  expect(readdirSync(join(cwd, "new"))).toEqual([])
})

test("a check says what is wrong in a line each, exits with 1, and a repair mends it", async () => {
  const cwd = await archive()
  expect(await newsroom(["check"], { cwd })).toMatchObject({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(/^All is well.* 20 lines/),
  })
  const file = new DatabaseSync(join(cwd, database))
  file.exec("delete from texts where number = 3")
  file.close()
  expect(await newsroom(["check"], { cwd })).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^texts: item [0-9a-f-]{36}, number 3: the row is missing\n$/),
    stderr: oneSentence(/1 thing is not as the log makes them/),
  })
  expect(await newsroom(["check", "--repair"], { cwd })).toMatchObject({ code: 0, stderr: "" })
  expect(await json(["check"], cwd)).toMatchObject({ findings: [] })
})

test("how the archive stands to the program is told before it is brought up to date, and after", async () => {
  const cwd = await archive()
  const file = new DatabaseSync(join(cwd, database))
  file.exec("update projection set version = 0")
  file.close()
  expect(await newsroom(["migrate", "--status"], { cwd })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("20 lines of 20 to be read again"),
    stderr: oneSentence(/There is something to be done/),
  })
  expect(await newsroom(["check"], { cwd })).toMatchObject({ code: 1, stderr: oneSentence(/.*newsroom migrate/) })
  expect(await newsroom(["migrate"], { cwd })).toMatchObject({ code: 0, stderr: "" })
  expect(await json(["migrate", "--status"], cwd)).toMatchObject({ pending: [], linesToRebuild: 0 })
})

test.each(["export a", "backup a", "migrate --status", "stats", "check"])(
  "newsroom %s makes no archive where there is none, and says so",
  async (command) => {
    const cwd = temporaryFolder()
    expect(await newsroom(command.split(" "), { cwd })).toMatchObject({
      code: 1,
      stdout: "",
      stderr: oneSentence(/There is no database file \.\/data\/newsroom\.db/),
    })
    expect(readdirSync(cwd)).toEqual([])
  },
)

test("an SQLite file is served by one process: a second is refused, and may when the first is gone, even if it was killed", async () => {
  const cwd = await archive()
  const first = await serve({ cwd })
  const refused = await newsroom(["serve"], { cwd, env: { PORT: "0" } })
  expect(refused).toMatchObject({ code: 1, stdout: "", stderr: oneSentence(/.* is served by another process already/) })
  expect(await newsroom(["check", "--repair"], { cwd })).toMatchObject({
    code: 1,
    stderr: oneSentence(/.*another process/),
  })
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.stop("SIGKILL")
  const second = await serve({ cwd })
  expect(await second.stop()).toEqual({ code: 0, stderr: "" })
})

test("while another program writes to an SQLite file, an import waits, and then says who is in the way", async () => {
  const cwd = await archive()
  const other = new DatabaseSync(join(cwd, database))
  other.exec("BEGIN IMMEDIATE")
  const result = await newsroom(["import", sample("listing.fr.txt")], { cwd })
  other.exec("ROLLBACK")
  other.close()
  expect(result).toMatchObject({
    code: 1,
    stdout: "",
    stderr: oneSentence(/The database file .* is locked by another program that is writing to it: wait .*try again/),
  })
})

test("of two processes that serve one PostgreSQL each answers with what the other wrote, as soon as it hears of it", async () => {
  const { url: address, remove } = await (databases[1] as (typeof databases)[number]).make()
  const env = { NEWSROOM_DATABASE: address }
  const cwd = temporaryFolder()
  const first = await serve({ cwd, env })
  expect(await totalOf(first.url)).toBe(0)
  const second = await serve({ cwd, env, args: ["--sample"] })
  const total = await totalOf(second.url)
  expect(total).toBeGreaterThan(0)
  await vi.waitFor(async () => expect(await totalOf(first.url)).toBe(total), heard)
  await newsroom(["import", "-"], { cwd, env, input: "A title\n\n16 June 2021\n\nA teaser...\n\nRead More\n" })
  for (const { url } of [first, second]) await vi.waitFor(async () => expect(await totalOf(url)).toBe(total + 1), heard)
  await Promise.all([first.stop(), second.stop()])
  await remove()
})

/** The server tells them of a commit at once; a busy machine may take a moment to pass it on. */
const heard = { timeout: 2000, interval: 20 }

const totalOf = async (url: string) => ((await (await fetch(`${url}/api/v1/items`)).json()) as Page<Item>).total
