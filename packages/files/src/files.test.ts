import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { type Place, places, startS3 } from "../test/places.js"
import { type Files, type Kept, openFiles } from "./index.js"

const read = async (kept: Kept | undefined) => kept && Buffer.from(await new Response(kept.body).arrayBuffer())
const bytes = (text: string) => new TextEncoder().encode(text)

describe.each(places)("files in $name", ({ make }) => {
  let place: Place
  let files: Files
  beforeAll(async () => {
    place = await make()
    files = place.files
  })
  afterAll(() => place.remove())

  test("what was put is got, whole and with its size", async () => {
    await files.put("ab/abc/original", bytes("The Committee met."))
    const kept = await files.get("ab/abc/original")
    expect(kept?.size).toBe(18)
    expect(String(await read(kept))).toBe("The Committee met.")
    expect(await files.size("ab/abc/original")).toBe(18)
  })

  test("what was not put is absent", async () => {
    expect(await files.get("ab/none")).toBeUndefined()
    expect(await files.get("ab/abc/original/none")).toBeUndefined()
    expect(await files.size("ab/none")).toBeUndefined()
    await files.remove("ab/none")
  })

  test("a part is got by its first and its last byte", async () => {
    await files.put("range", bytes("0123456789"))
    const part = await files.get("range", { start: 3, end: 5 })
    expect([part?.size, String(await read(part))]).toEqual([10, "345"])
    expect(String(await read(await files.get("range", { start: 9, end: 9 })))).toBe("9")
  })

  test("what is put in the place of another takes it", async () => {
    await files.put("twice", bytes("first"))
    await files.put("twice", bytes("2nd"))
    expect(String(await read(await files.get("twice")))).toBe("2nd")
  })

  test("what is removed is gone", async () => {
    await files.put("gone/soon", bytes("x"))
    await files.remove("gone/soon")
    expect(await files.get("gone/soon")).toBeUndefined()
  })

  test("a folder goes with all that is in it, and nothing beside it", async () => {
    for (const key of ["up/1/a", "up/1/b/c", "up/10", "up/2/a"]) await files.put(key, bytes(key))
    await files.removeFolder("up/1")
    const sizes = ["up/1/a", "up/1/b/c", "up/10", "up/2/a"].map((key) => files.size(key))
    expect(await Promise.all(sizes)).toEqual([undefined, undefined, 5, 6])
    await files.removeFolder("up/1")
    await expect(async () => files.removeFolder("../files")).rejects.toThrow(TypeError)
  })

  test("a large file is spooled, with its SHA-256, put, and no longer on its way in", async () => {
    const chunk = Buffer.alloc(1_000_000, "Pompidou")
    const spooled = await files.spool(Array.from({ length: 20 }, () => chunk))
    expect(spooled).toMatchObject({
      size: 20_000_000,
      sha256: "f10a129c4a64aa3d1e9d6d59dca41545b095d75e291ce7ffbed650b3a4f2cda5",
    })
    await files.put("large", spooled)
    expect((await read(await files.get("large")))?.equals(Buffer.alloc(20_000_000, "Pompidou"))).toBe(true)
    expect(place.left()).toEqual([])
  })

  test("what breaks off on its way in leaves nothing", async () => {
    const broken = async function* () {
      yield bytes("half of it")
      throw new Error("the line is dead")
    }
    await expect(files.spool(broken())).rejects.toThrow("the line is dead")
    expect(place.left()).toEqual([])
  })

  test("whoever stops reading in the middle holds up nobody", async () => {
    await files.put("long", Buffer.alloc(5_000_000))
    const kept = await files.get("long")
    const reader = kept?.body.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(await files.size("long")).toBe(5_000_000)
  })

  test.each(["../secret", "/etc/passwd", "a/../b", "a//b", "", "A", ".incoming/x", "a/.hidden", "a\0b", "a b"])(
    "%j is no key",
    async (key) => {
      await expect(async () => files.get(key)).rejects.toThrow(TypeError)
      await expect(async () => files.put(key, bytes("x"))).rejects.toThrow(TypeError)
      await expect(async () => files.remove(key)).rejects.toThrow(TypeError)
    },
  )

  test("another process finds what was put", async () => {
    await files.put("shared", bytes("for all"))
    const other = await openFiles(place.url, place.env)
    onTestFinished(() => other.close())
    expect(String(await read(await other.get("shared")))).toBe("for all")
  })
})

test("what a killed process left on its way in is removed after a day", async () => {
  const folder = mkdtempSync(join(tmpdir(), "files-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, ".incoming"))
  for (const [name, hours] of Object.entries({ old: 25, new: 1 })) {
    writeFileSync(join(folder, ".incoming", name), "half")
    const at = new Date(Date.now() - hours * 3_600_000)
    utimesSync(join(folder, ".incoming", name), at, at)
  }
  await (await openFiles(`file:${folder}`, {})).put("a", bytes("a"))
  expect(readdirSync(join(folder, ".incoming"))).toEqual(["new"])
})

test("what somebody laid into the folder that is no file is absent, and a link leads nowhere", async () => {
  const folder = mkdtempSync(join(tmpdir(), "files-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = await openFiles(`file:${join(folder, "kept")}`, {})
  await files.put("ab/one/original", bytes("One"))
  writeFileSync(join(folder, "secret"), "Secret")
  mkdirSync(join(folder, "kept/ab/two/original"), { recursive: true })
  mkdirSync(join(folder, "kept/ab/three"))
  symlinkSync(join(folder, "secret"), join(folder, "kept/ab/three/original"))
  mkdirSync(join(folder, "kept/ab/four"))
  execFileSync("mkfifo", [join(folder, "kept/ab/four/original")])
  for (const name of ["two", "three", "four"])
    expect([await files.size(`ab/${name}/original`), await files.get(`ab/${name}/original`)]).toEqual([
      undefined,
      undefined,
    ])
  await expect(files.put("ab/two/original", bytes("Two"))).rejects.toThrow("the other way round")
  await files.close()
})

test("a folder is made with the first file, and what keeps it from being made is said", async () => {
  const folder = mkdtempSync(join(tmpdir(), "files-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, "taken"), "")
  const files = await openFiles(`file:${join(folder, "taken")}`, {})
  expect(await files.get("a")).toBeUndefined()
  await expect(files.put("a", bytes("a"))).rejects.toThrow(/taken cannot be used: there is a file/)
  await openFiles(`file:${join(folder, "new")}`, {})
  expect(readdirSync(folder)).toEqual(["taken"])
})

describe("storage that does not do as it should", () => {
  const env = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "wrong" }

  test("wrong keys are told from absence", async () => {
    const server = await startS3()
    onTestFinished(() => server.stop())
    const files = await openFiles(`s3://newsroom?endpoint=${server.endpoint}`, env)
    onTestFinished(() => files.close())
    await expect(files.get("x")).rejects.toThrow(/s3:\/\/newsroom answers 403 \(SignatureDoesNotMatch\).*keys/)
    expect(JSON.stringify(await files.get("x").catch((error: Error) => error.message))).not.toContain("wrong")
  })

  test("a bucket that is not there is named", async () => {
    const server = await startS3()
    onTestFinished(() => server.stop())
    const files = await openFiles(`s3://other?endpoint=${server.endpoint}`, { ...env, AWS_SECRET_ACCESS_KEY: "S3RVER" })
    onTestFinished(() => files.close())
    await expect(files.put("x", bytes("x"))).rejects.toThrow("s3://other is not there")
    await expect(files.removeFolder("x")).rejects.toThrow("s3://other is not there")
  })

  test("a server that is not there is named", async () => {
    const files = await openFiles("s3://newsroom?endpoint=http://127.0.0.1:1", env)
    onTestFinished(() => files.close())
    await expect(files.get("x")).rejects.toThrow(/cannot be reached at http:\/\/127\.0\.0\.1:1: /)
  })

  test.each(["ftp://x", "s3:", "folder", "s3://bucket?endpoint=files.example.org"])(
    "%s is no place for files",
    async (url) => {
      await expect(openFiles(url, env)).rejects.toThrow(/NEWSROOM_FILES/)
    },
  )

  test("without keys nothing is tried", async () => {
    await expect(openFiles("s3://newsroom", {})).rejects.toThrow("AWS_ACCESS_KEY_ID")
  })
})
