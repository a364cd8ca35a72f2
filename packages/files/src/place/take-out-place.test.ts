import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { open } from "node:fs/promises"
import { createHash } from "node:crypto"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, expect, test, vi } from "vitest"
import { exifOf, photograph, picture, placed, placedByXmp, showsPlace, withChunk } from "../../test/samples.js"
import { createPictures } from "../index.js"
import { hashed } from "../spool.js"
import { erasePlace, saysPlace } from "./exif.js"
import { takeOutPlace } from "./take-out-place.js"
import { saysPlaceInXmp } from "./xmp.js"

const folder = mkdtempSync(join(tmpdir(), "place-"))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, "picture")
const pictures = createPictures()

/** What becomes of a picture, and what is said of it. */
async function take(bytes: Uint8Array) {
  writeFileSync(path, bytes)
  const outcome = await pictures.withoutPlace(await hashed(path))
  return { outcome, kept: readFileSync(path) }
}
const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()

test.each(["jpeg", "png", "webp", "avif"] as const)(
  "a picture in %s says no longer where it was taken, and all else of it is as it was",
  async (format) => {
    const bytes = await placed(format)
    expect(saysPlace((await exifIn(bytes)) ?? Buffer.alloc(0))).toBe(true)
    const { outcome, kept } = await take(bytes)
    expect(outcome).toEqual({ path, size: bytes.length, sha256: createHash("sha256").update(kept).digest("hex") })
    expect(kept.equals(bytes)).toBe(false)
    const exif = (await exifIn(kept)) ?? Buffer.alloc(0)
    expect(saysPlace(exif)).toBe(false)
    expect(exif.toString("latin1")).toContain("Ada")
    expect(exif.toString("latin1")).toContain("Pompidou Group")
    expect((await sharp(kept).metadata()).orientation).toBe((await sharp(bytes).metadata()).orientation)
    expect([showsPlace(bytes), showsPlace(kept)]).toEqual([true, false])
    expect((await pixels(kept)).equals(await pixels(bytes))).toBe(true)
    expect((await take(kept)).kept.equals(kept)).toBe(true)
  },
)

/** EXIF of a picture from its TIFF on, as libvips finds it. */
async function exifIn(bytes: Buffer) {
  const { exif } = await sharp(bytes, { failOn: "warning" }).metadata()
  return exif?.subarray(exif.toString("latin1", 0, 4) === "Exif" ? 6 : 0)
}

test.each(["jpeg", "webp"] as const)("nor does it by XMP, in %s, which says all else", async (format) => {
  const bytes = await placedByXmp(format)
  expect(bytes.includes("48,35.2057N")).toBe(true)
  const { kept } = await take(bytes)
  expect([kept.length, kept.includes("48,35"), kept.includes("7,45.72")]).toEqual([bytes.length, false, false])
  const { xmp } = await sharp(kept, { failOn: "warning" }).metadata()
  expect(xmp?.toString("utf8")).toContain('photoshop:Credit="Ada"')
  expect((await pixels(kept)).equals(await pixels(bytes))).toBe(true)
})

test.each(["II", "MM"] as const)("EXIF in the order %s loses that one field, and what it leads to", (order) => {
  const tiff = exifOf(order)
  expect([saysPlace(tiff), erasePlace(tiff), saysPlace(tiff)]).toEqual([true, true, false])
  const expected = exifOf(order)
  expected.copyWithin(22, 34, 50)
  expected.fill(0, 38, 50)
  expected.fill(0, 60, 78)
  expected.fill(0, 110, 134)
  expected.writeUInt8(2, order === "II" ? 8 : 9)
  expect(tiff.equals(expected)).toBe(true)
  expect(erasePlace(tiff)).toBe(false)
})

test("a second picture within the first, as telephones append, says no more than the first", async () => {
  const bytes = Buffer.concat([await photograph(200, 100), await placed("jpeg")])
  const { kept } = await take(bytes)
  expect([showsPlace(bytes), showsPlace(kept)]).toEqual([true, false])
})

test("what says nothing of a place is as it was, to the last byte", async () => {
  for (const bytes of [await picture("png"), await picture("gif"), await picture("avif"), await picture("webp")]) {
    const { outcome, kept } = await take(bytes)
    expect(kept.equals(bytes)).toBe(true)
    expect(outcome).toEqual(await hashed(path))
  }
})

test("bytes that only look like the beginning of EXIF stay", async () => {
  const noise = Buffer.alloc(3_000_000)
  for (let at = 0; at < noise.length; at += 4) noise.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at)
  for (let at = 1000; at < noise.length - 4; at += 5003) noise.write(at % 2 ? "II*\0" : "MM\0*", at, "latin1")
  const { kept } = await take(noise)
  expect(kept.equals(noise)).toBe(true)
})

test("a place that is packed in the picture is not taken, and whoever hands it in is told", async () => {
  const raw = Buffer.concat([Buffer.from("Raw profile type exif\0\0", "latin1"), deflateSync(exifOf("II"))])
  for (const bytes of [await placedByXmp("png"), withChunk(await picture("png", 40, 30), "zTXt", raw)])
    expect((await take(bytes)).outcome).toEqual({ refusal: expect.stringContaining("(GPS)") })
})

test("EXIF that says it again and again, or in values that are all of it, is no camera's", () => {
  const again = Buffer.concat([exifOf("II"), Buffer.alloc(12 * 20)])
  again.writeUInt16LE(20, 8)
  for (let entry = 10; entry < 10 + 12 * 20; entry += 12) exifOf("II").copy(again, entry, 22, 34)
  expect(erasePlace(again)).toBe("hidden")
  const long = exifOf("II")
  long.writeUInt32LE(18, 62 + 4)
  long.writeUInt32LE(0, 62 + 8)
  expect(erasePlace(long)).toBe("hidden")
})

const far = 300_000

test.each([
  ["the directory with it", 22 + 8],
  ["a value of it", 62 + 8],
])("where EXIF has %s farther away than is looked, it is not taken", async (_, at) => {
  const near = exifOf("II")
  const tiff = Buffer.concat([near, Buffer.alloc(far - near.length), near.subarray(60)])
  tiff.writeUInt32LE(at === 30 ? far : far + 50, at)
  if (at === 30) tiff.writeUInt32LE(far + 50, far + 2 + 8)
  const { outcome } = await take(withChunk(await picture("png", 40, 30), "eXIf", tiff))
  expect(outcome).toEqual({ refusal: expect.stringContaining("(GPS)") })
})

/** How often something that runs reads of a file, and how many bytes in all. */
async function readsOf(run: () => Promise<unknown>): Promise<{ count: number; bytes: number }> {
  const handle = await open(path)
  const read = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, "read")
  await handle.close()
  try {
    await run()
    const answers = await Promise.all(read.mock.results.map(({ value }) => value as Promise<{ bytesRead: number }>))
    return { count: answers.length, bytes: answers.reduce((sum, answer) => sum + answer.bytesRead, 0) }
  } finally {
    read.mockRestore()
  }
}

test.each([
  ["the beginnings of EXIF", "II*\0"],
  ["the beginnings of fields of XMP", `exif:GPS${"x".repeat(4000)}`],
])(
  "a file is read once, however many are %s in it; with more than any picture has, it is not taken",
  async (_, mark) => {
    const jpeg = await photograph(200, 100)
    const many = Buffer.concat([jpeg, Buffer.from(mark.repeat(900), "latin1")])
    writeFileSync(path, many)
    expect((await readsOf(() => takeOutPlace(path))).bytes).toBeLessThan(1.5 * many.length)
    expect((await take(many)).outcome).not.toHaveProperty("refusal")
    const { outcome } = await take(Buffer.concat([jpeg, Buffer.from(mark.repeat(5000), "latin1")]))
    expect(outcome).toEqual({ refusal: expect.stringContaining("(GPS)") })
  },
)

test("XMP that is nothing but names of fields may say a place", () => {
  expect(saysPlaceInXmp(Buffer.from(`exif:GPS${"x".repeat(24)}`.repeat(900)))).toBe(false)
  expect(saysPlaceInXmp(Buffer.from(`exif:GPS${"x".repeat(24)}`.repeat(5000)))).toBe(true)
})

test("of a PNG with very many chunks, those that changed are given their sums anew, and not one by one is read", async () => {
  let png = await placed("png")
  const none = Buffer.alloc(0)
  for (let times = 0; times < 2000; times++) png = withChunk(png, "teSt", none)
  writeFileSync(path, png)
  expect((await readsOf(() => takeOutPlace(path))).count).toBeLessThan(10)
  expect(saysPlace((await exifIn(readFileSync(path))) ?? none)).toBe(false)
})
