import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { expect, onTestFinished, test } from "vitest"
import { keys, startS3 } from "../../../packages/files/test/places.js"
import { documents, picture } from "../../../packages/files/test/samples.js"
import { databases } from "../../../packages/store/test/databases.js"
import type {} from "../../../packages/store/test/global-setup.js" // what it provides to them
import { newsroom, serve, temporaryFolder } from "./command.js"
import { archive, asking, type Told } from "./handed-in.js"

const pdf = documents["application/pdf"]
const nowhere = "0".repeat(64)

/** An archive whose item has a picture, a document, and an address of another house; a third file is named by nothing. */
async function filled() {
  const { cwd, env, token } = await archive()
  const { url, stop } = await serve({ cwd, env })
  const ask = asking(token)
  const handIn = async (name: string, bytes: Uint8Array | string) =>
    (await (await ask("POST", `${url}/api/v1/files?name=${name}`, {}, bytes)).json()) as Told
  const png = await picture("png", 300, 200)
  const told = { pdf: await handIn("Report.pdf", pdf), png: await handIn("Group.png", png) }
  const stray = await handIn("stray.csv", "country,year\nFR,1971\n")
  const item = {
    kind: "news",
    locale: "en",
    title: "A",
    image: { url: told.png.url, alt: "Them" },
    attachments: [{ url: told.pdf.url }, { url: `https://example.org/files/${nowhere}/gone.pdf` }],
  }
  const json = { "Content-Type": "application/json" }
  await ask("POST", `${url}/api/v1/items?action=publish`, json, JSON.stringify(item))
  await stop()
  return { cwd, env, bytes: { [told.pdf.url]: pdf, [told.png.url]: png }, ids: [told.pdf.id, told.png.id, stray.id] }
}

const json = async (args: readonly string[], cwd: string, env: Record<string, string>) => {
  const { code, stdout, stderr } = await newsroom([...args, "--json"], { cwd, env })
  return { code, stderr, said: JSON.parse(stdout) as Record<string, unknown> & { files: object } }
}
const pathIn = (folder: string, id: string) => join(folder, id.slice(0, 2), id, "original")

/** Expects that an archive serves files by the same addresses with the same bytes. */
async function expectServed(bytes: Record<string, Buffer>, cwd: string, env: Record<string, string>) {
  const { url, stop } = await serve({ cwd, env })
  for (const [address, wanted] of Object.entries(bytes)) {
    const response = await fetch(url + new URL(address).pathname)
    expect([response.status, Buffer.from(await response.arrayBuffer()).equals(wanted)]).toEqual([200, true])
  }
  await stop()
}

test("an archive moves with its files from SQLite and a folder to PostgreSQL and a bucket, and back, and is the same", async () => {
  const { cwd, env, bytes, ids } = await filled()
  const { url, remove } = await (databases[1] as (typeof databases)[number]).make()
  const bucket = await startS3()
  onTestFinished(() => bucket.stop())
  const there = { NEWSROOM_DATABASE: url, NEWSROOM_FILES: `s3://newsroom?endpoint=${bucket.endpoint}`, ...keys }
  const back = { NEWSROOM_DATABASE: "sqlite:back/newsroom.db" }

  const first = await json(["export", "first.ndjson.gz", "--files", "out"], cwd, env)
  expect(first).toMatchObject({ code: 0, said: { files: { count: 3, copied: 3, missing: [], damaged: [] } } })
  for (const id of ids) expect(existsSync(pathIn(join(cwd, "out"), id))).toBe(true)
  const imported = await json(["import", "first.ndjson.gz", "--files", "out"], cwd, there)
  const { digest } = first.said
  expect(imported).toMatchObject({ code: 0, said: { digest, isNew: true, files: { copied: 3 }, unlisted: [nowhere] } })
  await expectServed(bytes, cwd, there)

  expect(await json(["export", "second.ndjson", "--files", "in"], cwd, there)).toMatchObject({
    code: 0,
    said: { digest, files: { copied: 3 } },
  })
  const text = gunzipSync(readFileSync(join(cwd, "first.ndjson.gz")))
  expect(readFileSync(join(cwd, "second.ndjson")).equals(text)).toBe(true)
  expect(await json(["import", "second.ndjson", "--files", "in"], cwd, back)).toMatchObject({
    code: 0,
    said: { digest },
  })
  expect((await json(["stats"], cwd, back)).said).toMatchObject({ digest, files: { count: 3 } })
  expect((await json(["check"], cwd, back)).said).toMatchObject({ findings: [] })
  await expectServed(bytes, cwd, back)
  await remove()
})

test("files lie beside an export, are found there by an import, and are copied once for several", async () => {
  const { cwd, env, ids } = await filled()
  const to = temporaryFolder()
  const first = await newsroom(["export", join(to, "a.ndjson")], { cwd, env })
  expect(first.stdout).toContain(`3 files: 3 copied to ${join(to, "files")} (`)
  const second = await newsroom(["export", join(to, "b.ndjson")], { cwd, env })
  expect(second.stdout).toContain(`3 files: 0 copied to ${join(to, "files")} (0 bytes), 3 there already\n`)
  const other = { NEWSROOM_DATABASE: "sqlite:other/newsroom.db" }
  expect((await newsroom(["import", join(to, "b.ndjson")], { cwd, env: other })).stdout).toContain("3 copied")
  for (const id of ids) expect(existsSync(pathIn(join(cwd, "other/files"), id))).toBe(true)
})

test("what is damaged or missing beside an export is said, all else is imported, and the same import goes on with it", async () => {
  const { cwd, env, bytes, ids } = await filled()
  const to = temporaryFolder()
  const file = join(to, "a.ndjson")
  await newsroom(["export", file], { cwd, env })
  const [lost, changed] = [pathIn(join(to, "files"), ids[0] ?? ""), pathIn(join(to, "files"), ids[1] ?? "")]
  const [lostBytes, changedBytes] = [readFileSync(lost), readFileSync(changed)]
  rmSync(lost)
  writeFileSync(changed, Buffer.from(changedBytes).fill(0, 100, 101))
  const other = { NEWSROOM_DATABASE: "sqlite:other/newsroom.db" }

  const broken = await newsroom(["import", file], { cwd, env: other })
  expect(broken).toMatchObject({ code: 1, stderr: expect.stringMatching(/^newsroom: 2 files could not be carried/) })
  expect(broken.stdout).toContain(`${ids[0]} "Report.pdf" is nowhere\n`)
  expect(broken.stdout).toContain(`${ids[1]} "Group.png" is damaged`)
  expect(existsSync(pathIn(join(cwd, "other/files"), ids[1] ?? ""))).toBe(false)
  expect(readdirSync(join(cwd, "other/files/.incoming"))).toEqual([])

  writeFileSync(lost, lostBytes)
  writeFileSync(changed, changedBytes)
  const again = await newsroom(["import", file], { cwd, env: other })
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("were there already") })
  expect(again.stdout).toContain("3 files: 2 copied")
  await expectServed(bytes, cwd, other)
})

test("what is lost where files are kept is not in an export, which says so, as of what is kept and not noted", async () => {
  const { cwd, env, ids } = await filled()
  const to = temporaryFolder()
  rmSync(pathIn(join(cwd, "files"), ids[0] ?? ""))
  const { code, said } = await json(["export", join(to, "a.ndjson")], cwd, env)
  expect([code, said.files]).toMatchObject([1, { copied: 2, missing: [{ id: ids[0] }] }])
  expect(existsSync(join(to, "a.ndjson"))).toBe(true)
  const other = { NEWSROOM_DATABASE: "sqlite:other.db" }
  // Where no files are wanted, nobody asks for them.
  const unreachable = { ...env, NEWSROOM_FILES: "s3://newsroom?endpoint=http://127.0.0.1:1", ...keys }
  const log = await newsroom(["export", "--no-files", join(to, "log.ndjson")], { cwd, env: unreachable })
  expect(log).toMatchObject({ code: 0, stderr: "" })
  expect(await newsroom(["export", join(to, "c.ndjson")], { cwd, env: unreachable })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("cannot be reached at http://127.0.0.1:1"),
  })
  expect(existsSync(join(to, "c.ndjson"))).toBe(false)
  expect((await newsroom(["import", join(to, "log.ndjson")], { cwd, env: other })).stdout).toContain(
    "3 files that items name are not listed: newsroom files find looks for them",
  )
  const unnoted = await newsroom(["export", join(to, "b.ndjson")], { cwd, env: other })
  expect(unnoted).toMatchObject({ code: 1, stderr: expect.stringMatching(/1 file that items name .* not noted/) })
})

test.each(["export", "backup"])("%s does not take the files themselves for their copy", async (command) => {
  const { cwd, env } = await filled()
  const { code, stderr } = await newsroom([command, join(cwd, "copy")], { cwd, env })
  expect([code, stderr]).toEqual([1, expect.stringContaining("is where files are kept")])
  expect(existsSync(join(cwd, "copy"))).toBe(false)
  expect((await newsroom([command, join(cwd, "copy"), "--no-files"], { cwd, env })).code).toBe(0)
})

test("through a pipe goes what is known of files, and where they are kept already none need be carried", async () => {
  const { cwd, env, bytes } = await filled()
  const { stdout, stderr } = await newsroom(["export", "-"], { cwd, env })
  expect(stderr).toContain("3 files listed and not copied: --files says where to\n")
  const other = { NEWSROOM_DATABASE: "sqlite:deep/other.db", NEWSROOM_FILES: "file:files" }
  const imported = await newsroom(["import", "--archive", "-"], { cwd, env: other, input: stdout })
  expect(imported).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("0 copied to file:files (0 bytes), 3 there"),
  })
  await expectServed(bytes, cwd, other)
  const bare = { NEWSROOM_DATABASE: "sqlite:bare/other.db" }
  expect(await newsroom(["import", "--archive", "-"], { cwd, env: bare, input: stdout })).toMatchObject({ code: 1 })
})

test("a backup takes the files along, and a restore brings them back", async () => {
  const { cwd, env, bytes } = await filled()
  const to = temporaryFolder()
  const made = await json(["backup", join(to, "a.db")], cwd, env)
  expect([made.code, made.said.files]).toMatchObject([0, { count: 3, copied: 3 }])
  const restored = { NEWSROOM_DATABASE: "sqlite:restored/newsroom.db" }
  const back = await json(["restore", join(to, "a.db")], cwd, restored)
  expect([back.code, back.said.files]).toMatchObject([0, { count: 3, copied: 3 }])
  await expectServed(bytes, cwd, restored)

  const without = await newsroom(["backup", "--no-files", join(to, "b.db")], { cwd, env })
  expect(without).toMatchObject({ code: 0, stdout: expect.stringContaining("3 files known and not copied\n") })
  const bare = { NEWSROOM_DATABASE: "sqlite:bare/newsroom.db" }
  const half = await newsroom(["restore", "--files", join(to, "none"), join(to, "b.db")], { cwd, env: bare })
  expect(half).toMatchObject({ code: 1, stderr: expect.stringContaining("newsroom files copy --from") })
  const copied = await newsroom(["files", "copy", "--from", join(to, "files")], { cwd, env: bare })
  expect(copied).toMatchObject({ code: 0, stdout: expect.stringContaining("3 files: 3 copied") })
  await expectServed(bytes, cwd, bare)
  expect((await newsroom(["files", "copy"], { cwd, env })).code).toBe(2)
})
