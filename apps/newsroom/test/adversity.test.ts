import { spawnSync } from "node:child_process"
import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { expect, test } from "vitest"
import { startPostgres } from "../../../packages/store/test/postgres.js"
import { builtCommand, newsroom, sample, serve, temporaryFolder } from "./command.js"

const oneSentence = (pattern: RegExp) => expect.stringMatching(new RegExp(`^newsroom: ${pattern.source}[^\\n]*\\n$`))

test("while the database is gone every answer says so and when to ask again, and when it is back all is well, without a restart", async () => {
  const server = await startPostgres()
  const { url, stop } = await serve({
    cwd: temporaryFolder(),
    env: { NEWSROOM_DATABASE: await server.create("gone"), NEWSROOM_LOG: "silent" },
    args: ["--sample"],
  })
  const ask = async (path: string) => {
    const response = await fetch(url + path)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const before = await ask("/api/v1/items?limit=3")
  expect(before.status).toBe(200)
  await server.halt()
  for (const path of ["/api/v1/items?limit=3", "/api/v1/items?limit=4", "/api/v1/changes"]) {
    const { status, headers, text } = await ask(path)
    expect({ path, status }).toEqual({ path, status: 503 })
    expect(headers.get("content-type")).toBe("application/problem+json")
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0)
    expect(JSON.parse(text)).toMatchObject({ status: 503, detail: expect.stringContaining("Try again") })
  }
  expect((await ask("/readyz")).status).toBe(503)
  expect((await ask("/healthz")).status).toBe(200)
  await server.resume()
  const until = performance.now() + 30_000
  while ((await ask("/readyz")).status !== 200 && performance.now() < until) await setTimeout(100)
  const after = await ask("/api/v1/items?limit=3")
  expect({ status: after.status, text: after.text }).toEqual({ status: 200, text: before.text })
  await stop()
  await server.stop()
})

test("where a file may not grow any more, an import says so, nothing is half written, and it can be done again", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", sample("listing.en.txt")], { cwd })
  const block = (n: number) =>
    `Title number ${n}\n\n${(n % 28) + 1} June 2021\n\n${"Some words. ".repeat(200)}...\n\nRead More\n\n`
  writeFileSync(join(cwd, "long.txt"), Array.from({ length: 1500 }, (_, n) => block(n)).join(""))
  // Without the signal, of which a process would die, a write beyond the limit fails as one on a full disk does.
  const limited = `trap "" XFSZ; ulimit -f 2000; exec "$0" "$@"`
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", limited, process.execPath, builtCommand, "import", "long.txt"],
    { cwd, env: {}, encoding: "utf8" },
  )
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" })
  expect(stderr).toEqual(oneSentence(/The database file .*(disk is full|check the disk)/))
  expect(statSync(join(cwd, "data/newsroom.db")).size).toBeGreaterThan(0)
  expect(await newsroom(["check"], { cwd })).toMatchObject({ code: 0, stderr: "" })
  const { stdout: again } = await newsroom(["import", "--json", "long.txt"], { cwd })
  expect(JSON.parse(again)).toMatchObject({ read: 1500, changed: 0 })
  expect(await newsroom(["check"], { cwd })).toMatchObject({ code: 0, stderr: "" })
})

test("a backup that finds no room says that it is the copy, and leaves neither it nor a part of it", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", sample("listing.en.txt")], { cwd })
  const limited = `trap "" XFSZ; ulimit -f 100; exec "$0" "$@"`
  const { status, stderr } = spawnSync("sh", ["-c", limited, process.execPath, builtCommand, "backup", "copy.db"], {
    cwd,
    env: {},
    encoding: "utf8",
  })
  expect(status).toBe(1)
  expect(stderr).toEqual(oneSentence(/The copy copy\.db.*(disk is full|check the disk)/))
  expect(spawnSync("ls", { cwd, encoding: "utf8" }).stdout).toBe("data\n")
})

/**
 * A command of whoever may not do everything, as servers run: the tests' own user. Root goes without what makes permissions
 * nothing to it, and not as somebody else, who may not be let into the folder in which the project lies.
 */
const unprivileged =
  process.getuid?.() === 0
    ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", process.execPath]
    : [process.execPath]

test.each([
  ["in a folder that may only be read", 0o555, 0o444],
  ["that may only be read, in a folder that may be written to", 0o777, 0o444],
])("an archive %s is not written to, and the sentence says what right is lacking", async (_, ofFolder, ofFile) => {
  const cwd = temporaryFolder()
  await newsroom(["import", sample("listing.en.txt")], { cwd })
  const path = join(cwd, "data/newsroom.db")
  const before = readFileSync(path)
  chmodSync(cwd, 0o755)
  chmodSync(path, ofFile)
  chmodSync(join(cwd, "data"), ofFolder)
  const listing = join(cwd, "listing.txt")
  writeFileSync(listing, readFileSync(sample("listing.fr.txt")))
  const [program, ...given] = [...unprivileged, builtCommand, "import", listing]
  const { status, stdout, stderr } = spawnSync(program, given, {
    cwd,
    env: { PATH: process.env["PATH"] },
    encoding: "utf8",
  })
  chmodSync(join(cwd, "data"), 0o755)
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" })
  expect(stderr).toEqual(oneSentence(/The database file .*(to write to it and to its folder|can be written to)/))
  expect(readFileSync(path).equals(before)).toBe(true)
})
