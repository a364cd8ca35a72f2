import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { expect, test } from "vitest"
import { newsroom, sample, serve, temporaryFolder } from "./command.js"

const database = "data/newsroom.db"

/** One sentence on standard error, and nothing else: no stack, no second line. */
const oneSentence = (pattern: RegExp) => expect.stringMatching(new RegExp(`^newsroom: ${pattern.source}[^\\n]*\\n$`))

test.each<[what: string, name: string, content: string | Uint8Array, sentence: RegExp]>([
  [
    "a binary file",
    "photo.jpg",
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10),
    /photo\.jpg is not a text: byte 5 is NUL/,
  ],
  [
    "a text in another encoding",
    "latin.txt",
    Buffer.from("Title\n\nGenève\n", "latin1"),
    /latin\.txt is not in UTF-8 \(see its line 3\)/,
  ],
  ["a text in UTF-16", "utf16.txt", Buffer.from("\uFEFFTitle", "utf16le"), /utf16\.txt is in UTF-16; save it as UTF-8/],
  ["an empty file", "empty.txt", "", /empty\.txt is empty/],
  ["a file of blank lines", "blank.txt", "\n \n\n", /blank\.txt has no item in it/],
])("%s is refused in one sentence, and no archive is made for it", async (_, name, content, sentence) => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, name), content)
  const { code, stdout, stderr } = await newsroom(["import", name], { cwd })
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: oneSentence(sentence) })
  expect(() => readFileSync(join(cwd, database))).toThrow("ENOENT")
})

test("a file longer than the limit is refused by name of the limit, and is not looked at any further", async () => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, "long.txt"), "")
  truncateSync(join(cwd, "long.txt"), 100_000_001)
  const result = await newsroom(["parse", "long.txt"], { cwd })
  expect(result).toEqual({ code: 1, stdout: "", stderr: oneSentence(/long\.txt is longer than 100 MB/) })
})

test("a listing of 50 MB is read to its end, like a small one", { timeout: 300_000 }, async () => {
  const cwd = temporaryFolder()
  const title = "A long title for a long listing ".repeat(60)
  const block = (n: number) =>
    `${title}${n}\n\n${(n % 28) + 1} June 2021\n\n${"A teaser of words. ".repeat(160)}...\n\nRead More\n\n`
  const count = Math.ceil(50_000_000 / block(1).length)
  writeFileSync(join(cwd, "long.txt"), Array.from({ length: count }, (_, n) => block(count - n)).join(""))
  const result = await newsroom(["import", "--dry-run", "--json", "long.txt"], { cwd })
  expect(JSON.parse(result.stdout)).toMatchObject({ read: count, created: count })
  expect(result).toMatchObject({ code: 0, stderr: "" })
})

const commands = ["serve", "import", "parse", "export", "backup", "restore", "migrate", "stats", "check"]

test.each([[[]], ...commands.map((command) => [[command]])])(
  "newsroom %j --help says what it does, with examples",
  async (command) => {
    const { code, stdout, stderr } = await newsroom([...command, "--help"], { cwd: temporaryFolder() })
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).toMatch(/^Usage: newsroom /)
    expect(stdout).toContain("Examples:")
  },
)

test("a directory and a file that is not there are each said to be that", async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, "folder"))
  expect(await newsroom(["import", "folder"], { cwd })).toMatchObject({
    code: 1,
    stderr: oneSentence(/folder is a directory/),
  })
  expect(await newsroom(["parse", "none.txt"], { cwd })).toMatchObject({
    code: 1,
    stderr: oneSentence(/There is no file none\.txt/),
  })
  expect(await newsroom(["import", "folder", "--bodies", "none"], { cwd })).toMatchObject({
    code: 1,
    stderr: oneSentence(/There is no folder none/),
  })
  expect(await newsroom(["parse", "x".repeat(300)], { cwd })).toMatchObject({
    code: 1,
    stderr: oneSentence(/The name of the file is longer/),
  })
})

test("of several files one that cannot be read keeps all of them out, so that an import is never half done", async () => {
  const cwd = temporaryFolder()
  expect(await newsroom(["import", sample("listing.en.txt"), "none.txt"], { cwd })).toMatchObject({
    code: 1,
    stdout: "",
  })
  expect(() => readFileSync(join(cwd, database))).toThrow("ENOENT")
})

test("an archive that another program has locked is left alone, and the sentence says what to do", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", sample("listing.en.txt")], { cwd })
  const other = new DatabaseSync(join(cwd, database))
  other.exec("BEGIN EXCLUSIVE")
  const result = await newsroom(["import", sample("listing.fr.txt")], { cwd })
  other.exec("ROLLBACK")
  other.close()
  expect(result).toMatchObject({ code: 1, stdout: "", stderr: oneSentence(/.*lock/) })
  expect(await newsroom(["import", sample("listing.en.txt"), "--json"], { cwd })).toMatchObject({
    stdout: expect.stringMatching(/"created":0,"changed":0,/),
  })
})

test("an archive of a newer version is refused and left as it was, because what it holds is not known here", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", sample("listing.en.txt")], { cwd })
  const newer = new DatabaseSync(join(cwd, database))
  newer.exec("INSERT INTO store_version (version, name) VALUES (999, 'from-the-future')")
  newer.close()
  const before = readFileSync(join(cwd, database))
  for (const args of [["import", sample("listing.fr.txt")], ["serve"]])
    expect(await newsroom(args, { cwd })).toMatchObject({ code: 1, stdout: "", stderr: oneSentence(/.*newer version/) })
  expect(readFileSync(join(cwd, database)).equals(before)).toBe(true)
})

test("a file that is no database is not taken for one, and keeps its content", async () => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, "notes.txt"), "These are notes, and no database at all.\n".repeat(50))
  const env = { NEWSROOM_DATABASE: "sqlite:notes.txt" }
  expect(await newsroom(["import", sample("listing.en.txt")], { cwd, env })).toMatchObject({
    code: 1,
    stderr: oneSentence(/.*notes\.txt/),
  })
  expect(readFileSync(join(cwd, "notes.txt"), "utf8")).toMatch(/^These are notes/)
})

test("a port that is taken is said in one sentence, and the newsroom that has it goes on", async () => {
  const cwd = temporaryFolder()
  const running = await serve({ cwd })
  const { port } = new URL(running.url)
  const second = await newsroom(["serve"], { cwd: temporaryFolder(), env: { PORT: port } })
  expect(second).toMatchObject({ code: 1, stdout: "", stderr: oneSentence(new RegExp(`Port ${port} is taken`)) })
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
  await running.stop()
})

test("a host that is no address of this machine is said to be that", async () => {
  const cwd = temporaryFolder()
  const result = await newsroom(["serve"], { cwd, env: { PORT: "0", HOST: "192.0.2.1" } })
  expect(result).toMatchObject({ code: 1, stderr: oneSentence(/192\.0\.2\.1 is no address of this machine/) })
})

test.each([
  ["NEWSROOM_DATABASE", "newsroom.db"],
  ["NEWSROOM_URL", "localhost"],
  ["PORT", "http"],
])("a wrong %s is wrong usage, said before anything is opened", async (name, value) => {
  const cwd = temporaryFolder()
  const result = await newsroom(["serve"], { cwd, env: { [name]: value } })
  expect(result).toMatchObject({ code: 2, stdout: "", stderr: oneSentence(new RegExp(`${name} is `)) })
})

test("a database server that does not answer is said in one sentence", async () => {
  const cwd = temporaryFolder()
  const env = { NEWSROOM_DATABASE: `postgres://user:secret@127.0.0.1:${await freePort()}/newsroom` }
  const result = await newsroom(["import", sample("listing.en.txt")], { cwd, env })
  expect(result).toMatchObject({ code: 1, stdout: "", stderr: oneSentence(/.*127\.0\.0\.1/) })
  expect(result.stderr).not.toContain("secret")
})

test.each([
  [["imprt", "x.txt"], /import/],
  [["import"], /missing required argument 'file'/],
  [["import", "x.txt", "--dryrun"], /--dry-run/],
  [["parse", "x.txt", "--locale", "English"], /language tag/],
  [[], /Usage: newsroom/],
])("newsroom %j is wrong usage: exit code 2, with what was meant", async (args, said) => {
  expect(await newsroom(args, { cwd: temporaryFolder() })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(said),
  })
})

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
