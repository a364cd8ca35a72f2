import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createHash } from "node:crypto"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, expect, test } from "vitest"
import { exifOf, photograph, picture, placed, placedByXmp, showsPlace, withChunk } from "../../test/samples.js"
import { createPictures } from "../index.js"
import { hashed } from "../spool.js"
import { erasePlace, saysPlace } from "./exif.js"

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
