import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import { afterAll, expect, test } from "vitest"
import { bomb, photograph, picture } from "../test/samples.js"
import { createPictures, pictureTypes } from "./index.js"

const folder = mkdtempSync(join(tmpdir(), "pictures-"))
afterAll(() => rmSync(folder, { recursive: true }))
const pictures = createPictures()

let made = 0
const fileOf = (bytes: Uint8Array) => {
  const path = join(folder, String(++made))
  writeFileSync(path, bytes)
  return path
}

test("a picture has the width and height that it is seen with, however the camera was held", async () => {
  expect(await pictures.measure(fileOf(await photograph(1600, 1000)))).toEqual({ width: 1000, height: 1600 })
  expect(await pictures.measure(fileOf(await picture("avif", 640, 480)))).toEqual({ width: 640, height: 480 })
})

test.each(pictureTypes)("made smaller, as %s, it says nothing of who and where", async (mediaType) => {
  const drawn = await pictures.resize(fileOf(await photograph(1600, 1000)), 320, mediaType)
  const { format, width, height, exif, orientation } = await sharp(drawn as Uint8Array).metadata()
  expect([`image/${format === "heif" ? "avif" : format}`, width, height]).toEqual([mediaType, 320, 512])
  expect([exif, orientation]).toEqual([undefined, undefined])
})

test("none is made wider than it is", async () => {
  const drawn = await pictures.resize(fileOf(await picture("png", 200, 100)), 1280, "image/webp")
  expect(await sharp(drawn as Uint8Array).metadata()).toMatchObject({ width: 200, height: 100 })
})

test("a few kilobytes that would fill the memory are refused before they do", async () => {
  const bytes = bomb(20_000, 20_000)
  expect(bytes.length).toBeLessThan(100_000)
  const before = process.memoryUsage().rss
  expect(await pictures.measure(fileOf(bytes))).toMatchObject({ refusal: expect.stringContaining("pixel limit") })
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})

test("the beginning of a picture is none", async () => {
  const whole = await photograph()
  expect(await pictures.measure(fileOf(whole.subarray(0, whole.length / 2)))).toHaveProperty("refusal")
  expect(await pictures.measure(fileOf(bomb(100, 100).subarray(0, 40)))).toHaveProperty("refusal")
})

test("of what libvips reads, only what is taken is read", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  for (const bytes of [Buffer.from(svg), await picture("tiff")])
    expect(await pictures.measure(fileOf(bytes))).toHaveProperty("refusal")
})

test("many at once are made in turn, and who comes when too many wait is told so", async () => {
  const path = fileOf(await picture("png", 900, 900))
  const drawn = await Promise.all(Array.from({ length: 60 }, () => pictures.resize(path, 320, "image/webp")))
  expect(drawn.filter((one) => one === "busy")).toHaveLength(19)
  expect(drawn.filter((one) => one instanceof Uint8Array)).toHaveLength(41)
  expect(await pictures.resize(path, 320, "image/webp")).toBeInstanceOf(Uint8Array)
})
