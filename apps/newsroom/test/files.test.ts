import { Readable } from "node:stream"
import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { expect, onTestFinished, test } from "vitest"
import { photograph, placed } from "../../../packages/files/test/samples.js"
import { startS3, keys } from "../../../packages/files/test/places.js"
import { newsroom, serve } from "./command.js"
import { archive, asking, at, type Told } from "./handed-in.js"

test("a picture that was handed in is on the page in as many widths as a browser may choose from", async () => {
  const { cwd, env, token } = await archive()
  const { url, stop } = await serve({ cwd, env })
  const ask = asking(token)
  const told = (await (
    await ask("POST", `${url}/api/v1/files?name=Ministers.jpg`, {}, await photograph())
  ).json()) as Told
  const item = {
    kind: "news",
    locale: "en",
    title: "Ministers meet",
    image: { url: told.url, alt: "Them", ...told.image },
  }
  const headers = { "Content-Type": "application/json" }
  expect((await ask("POST", `${url}/api/v1/items?action=publish`, headers, JSON.stringify(item))).status).toBe(201)
  const page = await (await fetch(`${url}/en/news/ministers-meet`)).text()
  const image = /<img[^>]*>/.exec(page)?.[0] ?? ""
  expect(image).toContain('width="1000"')
  expect(image).toContain('height="1600"')
  const sources = [...(/srcset="([^"]*)"/.exec(image)?.[1] ?? "").matchAll(/(\S+) (\d+)w/g)]
  expect(sources.map(([, , width]) => width)).toEqual(["320", "640", "960"])
  for (const [, source = ""] of sources) {
    const response = await fetch(source.replaceAll("&amp;", "&"), { headers: { Accept: "image/avif,image/*" } })
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/avif"])
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
  }
  expect((await stop()).stderr).toBe("")
})

test("a file whose server is killed in the middle is gone on with by the next, from what had come", async () => {
  const { cwd, env, token } = await archive()
  const text = Buffer.alloc(20_000_000, "The Pompidou Group met in Strasbourg.\n")
  const ask = asking(token)
  const first = await serve({ cwd, env })
  const created = await ask("POST", `${first.url}/api/v1/uploads`, { "Upload-Length": String(text.length) })
  const path = created.headers.get("location") ?? ""
  const patch = { "Content-Type": "application/offset+octet-stream" }
  const slowly = async function* () {
    for (let start = 0; start < text.length; start += 500_000) {
      yield text.subarray(start, start + 500_000)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  // The types of pages, which other tests need, know no body that is streamed.
  const streamed = { body: Readable.toWeb(Readable.from(slowly())), duplex: "half" } as unknown as RequestInit
  const sending = fetch(first.url + path, {
    method: "PATCH",
    headers: { Authorization: `Bearer ${token}`, "Tus-Resumable": "1.0.0", "Upload-Offset": "0", ...patch },
    ...streamed,
  }).catch((error: unknown) => error)
  const offsetAt = async (url: string) => Number((await ask("HEAD", url + path)).headers.get("upload-offset"))
  await expect.poll(() => offsetAt(first.url), { timeout: 20_000 }).toBeGreaterThan(0)
  await first.stop("SIGKILL")
  expect(await sending).toBeInstanceOf(Error)

  const second = await serve({ cwd, env })
  const offset = await offsetAt(second.url)
  expect(offset).toBeGreaterThan(0)
  expect(offset).toBeLessThan(text.length)
  const rest = text.subarray(offset)
  const answer = await ask("PATCH", second.url + path, { ...patch, "Upload-Offset": String(offset) }, rest)
  expect(answer.status).toBe(204)
  const { pathname } = new URL(answer.headers.get("content-location") ?? "")
  const served = Buffer.from(await (await fetch(second.url + pathname)).arrayBuffer())
  expect(served.equals(text)).toBe(true)
  await second.stop()
})

test("what nothing names goes by `files gc`, and one file for good by `files remove`", async () => {
  const { cwd, env, token } = await archive()
  const { url, stop } = await serve({ cwd, env })
  const ask = asking(token)
  const handIn = async (text: string) => (await (await ask("POST", `${url}/api/v1/files`, {}, text)).json()) as Told
  const [named, stray] = [await handIn("named"), await handIn("stray")]
  const item = { kind: "news", locale: "en", title: "A", attachments: [{ url: named.url }] }
  await ask("POST", `${url}/api/v1/items`, { "Content-Type": "application/json" }, JSON.stringify(item))
  const gc = (...options: string[]) => newsroom(["files", "gc", ...options], { cwd, env })

  expect((await gc()).stdout).toBe("0 files that nothing names, 0 bytes removed\n")
  const trial = await gc("--days", "0", "--dry-run")
  expect(trial.stdout).toContain(
    `1 file that nothing names, 5 bytes (dry run: nothing was removed)\n  ${stray.id} "file.txt"`,
  )
  expect((await fetch(stray.url)).status).toBe(200)
  expect(JSON.parse((await gc("--days", "0", "--json")).stdout)).toMatchObject({ files: [{ id: stray.id }], bytes: 5 })
  expect([(await fetch(stray.url)).status, (await fetch(named.url)).status]).toEqual([404, 200])

  expect((await newsroom(["files", "remove", named.id], { cwd, env })).code).toBe(0)
  expect((await fetch(named.url)).status).toBe(404)
  expect((await newsroom(["files", "remove", named.id], { cwd, env })).stderr).toContain("There is no file")
  expect((await gc("--days", "soon")).code).toBe(2)
  const store = await openStore(env.NEWSROOM_DATABASE)
  const noted = (await store.audited({ limit: 100 })).filter(({ by }) => by === "newsroom (command)")
  await store.close()
  expect(noted).toMatchObject([
    { operation: "newsroom files remove", reason: expect.stringContaining(named.id) },
    { operation: "newsroom files gc", reason: expect.stringContaining(stray.id) },
  ])
  await stop()
  expect(
    readdirSync(join(cwd, "files"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
  ).toEqual([])
})

test("files are kept in a bucket where that is said, and a bucket without keys is said to be so", async () => {
  const { cwd, env, token } = await archive()
  const bucket = await startS3()
  onTestFinished(() => bucket.stop())
  const settings = { ...env, NEWSROOM_FILES: `s3://newsroom?endpoint=${bucket.endpoint}` }
  const { url, stop } = await serve({ cwd, env: { ...settings, ...keys } })
  const told = (await (await asking(token)("POST", `${url}/api/v1/files`, {}, "kept elsewhere")).json()) as Told
  expect(await (await fetch(told.url)).text()).toBe("kept elsewhere")
  await stop()
  expect(readdirSync(cwd).filter((name) => name === "files")).toEqual([])
  const without = await newsroom(["serve"], { cwd, env: settings })
  expect([without.code, without.stderr]).toEqual([1, expect.stringContaining("AWS_ACCESS_KEY_ID")])
})

test("a file that is larger than it may be is refused, however it is sent", async () => {
  const { cwd, env, token } = await archive()
  const { url, stop } = await serve({ cwd, env: { ...env, NEWSROOM_FILE_MB: "1" } })
  const ask = asking(token)
  expect((await ask("POST", `${url}/api/v1/files`, {}, Buffer.alloc(1_000_001, "a"))).status).toBe(413)
  expect((await ask("POST", `${url}/api/v1/uploads`, { "Upload-Length": "1000001" })).status).toBe(413)
  await stop()
})

test("after a move to another database `files find` notes what items name, and says what is not there", async () => {
  const { cwd, env, token } = await archive()
  const first = await serve({ cwd, env })
  const ask = asking(token)
  const picture = (await (
    await ask("POST", `${first.url}/api/v1/files?name=A%20b.jpg`, {}, await photograph(90, 60))
  ).json()) as Told
  const gone = `https://example.org/files/${"0".repeat(64)}/gone.pdf`
  const item = {
    kind: "news",
    locale: "en",
    title: "A",
    image: { url: picture.url, alt: "B" },
    attachments: [{ url: gone }],
  }
  await ask(
    "POST",
    `${first.url}/api/v1/items?action=publish`,
    { "Content-Type": "application/json" },
    JSON.stringify(item),
  )
  await first.stop()
  const moved = { NEWSROOM_DATABASE: `sqlite:${join(cwd, "b.db")}` }
  const [from, to] = [await openStore(env.NEWSROOM_DATABASE), await openStore(moved.NEWSROOM_DATABASE)]
  await to.putAll((await from.find({})).items, { at, by: "Ada" })
  await from.close()
  await to.close()
  const found = await newsroom(["files", "find"], { cwd, env: moved })
  expect([found.code, found.stdout]).toEqual([
    0,
    `0 files known, looked for; 1 noted\n  ${"0".repeat(64)} is named at another address, and not kept here: most often another house's\n`,
  ])
  const ours = await newsroom(["files", "find"], { cwd, env: { ...moved, NEWSROOM_URL: "https://example.org" } })
  expect([ours.code, ours.stdout]).toEqual([
    1,
    `1 file known, looked for; 0 noted\n  ${"0".repeat(64)} is named, and neither known nor where files are kept\n`,
  ])
  const path = join(cwd, "files", picture.id.slice(0, 2), picture.id, "original")
  const bytes = readFileSync(path)
  writeFileSync(path, Buffer.from(bytes).fill(0, 100, 110))
  const notRead = await newsroom(["files", "find", "--json"], { cwd, env: moved })
  expect(JSON.parse(notRead.stdout)).toMatchObject({ noted: 0, damaged: [] })
  const read = await newsroom(["files", "find", "--read", "--json"], { cwd, env: moved })
  expect([read.code, JSON.parse(read.stdout)]).toMatchObject([1, { damaged: [picture.id] }])
  writeFileSync(path, bytes)
  // A picture that a former version has taken in.
  const street = await placed("jpeg")
  const id = createHash("sha256").update(street).digest("hex")
  mkdirSync(join(cwd, "files", id.slice(0, 2), id), { recursive: true })
  writeFileSync(join(cwd, "files", id.slice(0, 2), id, "original"), street)
  const known = await openStore(moved.NEWSROOM_DATABASE)
  const record = { id, mediaType: "image/jpeg", size: street.length, name: "Street.jpg", at, by: "Ada" }
  await known.noteFile(record)
  await known.close()
  const looked = await newsroom(["files", "find", "--read", "--json"], { cwd, env: moved })
  expect(JSON.parse(looked.stdout)).toMatchObject({ damaged: [], placed: [id], elsewhere: ["0".repeat(64)] })
  expect(readFileSync(join(cwd, "files", id.slice(0, 2), id, "original")).equals(street)).toBe(true)
  const second = await serve({ cwd, env: moved })
  const served = await fetch(second.url + new URL(picture.url).pathname)
  expect([served.status, served.headers.get("content-disposition")]).toEqual([200, 'inline; filename="A b.jpg"'])
  await second.stop()
})

test("after a move to another public address items name their files there, by revisions that say so", async () => {
  const { cwd, env } = await archive()
  const store = await openStore(env.NEWSROOM_DATABASE)
  const [id, other] = ["ab".repeat(32), "cd".repeat(32)]
  const there = `https://old.example.org/files/${id}/A.png`
  const item = (n: number, said: object) =>
    parseItem({
      id: `00000000-0000-5000-8000-00000000000${n}`,
      kind: "news",
      locale: "en",
      slug: `a-${n}`,
      title: `A ${n}`,
      ...said,
    })
  const change = { at, by: "Ada" }
  await store.put(
    item(1, { image: { url: there, alt: "B" }, body: `See ![](${there}) and https://old.example.org/en` }),
    change,
  )
  await store.put(item(2, { attachments: [{ url: `https://other.example.org/files/${other}/B.pdf` }] }), change)
  await store.put(item(3, { attachments: [{ url: there }] }), { ...change, action: "edit" })
  await store.put(item(4, { attachments: [{ url: there }] }), change)
  await store.put(item(4, { attachments: [{ url: there }] }), { ...change, action: "remove" })
  const before = await store.seq()
  const moved = { ...env, NEWSROOM_URL: "https://new.example.org" }
  const readdress = (...more: string[]) =>
    newsroom(["files", "readdress", "--from", "https://old.example.org/", ...more], { cwd, env: moved })

  expect((await readdress("--dry-run")).stdout).toBe("2 items would name files at https://new.example.org\n")
  expect(await store.seq()).toBe(before)
  expect((await readdress()).stdout).toBe("2 items now name files at https://new.example.org\n")
  const here = there.replace("old", "new")
  expect(await store.changes(before, 10)).toMatchObject([
    {
      updateType: "minor",
      state: "published",
      by: "newsroom files readdress",
      item: { image: { url: here }, body: `See ![](${here}) and https://old.example.org/en` },
    },
    { updateType: "minor", state: "draft", item: { attachments: [{ url: here }] } },
  ])
  expect((await readdress()).stdout).toBe("0 items now name files at https://new.example.org\n")
  await store.close()
  expect(await newsroom(["files", "readdress", "--from", "old"], { cwd, env: moved })).toMatchObject({ code: 2 })
  expect(await newsroom(["files", "readdress", "--from", "https://a.org"], { cwd, env })).toMatchObject({ code: 2 })
})
