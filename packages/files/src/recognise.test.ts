import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { bomb, documents, macros, photograph, picture, zipOf } from "../test/samples.js"
import { recognise, type Said } from "./index.js"

const folder = mkdtempSync(join(tmpdir(), "recognise-"))
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (bytes: Uint8Array | string, said: Said = {}) => {
  writeFileSync(join(folder, "file"), bytes)
  return recognise(join(folder, "file"), said)
}

test.each(Object.entries(documents))("%s is known by its bytes and what is said of it", async (mediaType, bytes) => {
  expect(await ask(bytes, { mediaType })).toEqual({ mediaType })
})

test.each(["png", "webp", "gif", "avif"] as const)("a picture in %s is known by its bytes", async (format) => {
  expect(await ask(await picture(format))).toEqual({ mediaType: `image/${format}` })
})

test("where nothing is said, the bytes decide, and between types that are alike the name", async () => {
  expect(await ask(documents["application/pdf"], { mediaType: "application/octet-stream" })).toEqual({
    mediaType: "application/pdf",
  })
  expect(await ask(documents["text/csv"], { name: "members.CSV" })).toEqual({ mediaType: "text/csv" })
  expect(await ask(documents["text/csv"])).toEqual({ mediaType: "text/plain" })
  expect(await ask(documents["application/msword"], { name: "old.doc" })).toEqual({ mediaType: "application/msword" })
  expect(await ask(documents["application/msword"])).toMatchObject({ refusal: expect.stringContaining("say which") })
})

test("other names of a type mean the same", async () => {
  expect(await ask(await photograph(40, 20), { mediaType: "image/jpg" })).toEqual({ mediaType: "image/jpeg" })
  expect(await ask(documents["text/csv"], { mediaType: "Text/CSV; charset=utf-8" })).toEqual({ mediaType: "text/csv" })
  expect(await ask(documents["text/csv"], { mediaType: "application/vnd.ms-excel", name: "a.csv" })).toEqual({
    mediaType: "text/csv",
  })
})

test("what is said and what is seen are to be the same", async () => {
  expect(await ask(await picture("png"), { mediaType: "application/pdf" })).toEqual({
    refusal: "The file is said to be application/pdf, and by its bytes it is image/png: say what it is, or nothing.",
  })
  expect(await ask(documents["application/pdf"], { mediaType: "text/plain" })).toHaveProperty("refusal")
})

const page = "<!doctype html><script>alert(1)</script>"

test.each([
  ["HTML that is called a picture", page, { mediaType: "image/png", name: "logo.png" }],
  ["HTML behind a blank line", `\n\n  ${page}`, { mediaType: "text/plain" }],
  ["HTML behind a byte order mark", `\uFEFF${page}`, { mediaType: "text/plain" }],
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', { mediaType: "image/svg+xml" }],
  ["XML", '<?xml version="1.0"?><svg/>', {}],
  ["a document with macros", macros, {}],
  ["an archive", zipOf({ "setup.exe": "MZ" }), { mediaType: "application/zip" }],
  ["an archive that is called a document", zipOf({ "setup.exe": "MZ" }), { name: "report.docx" }],
  ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), { mediaType: "application/pdf" }],
  ["text with a control character", "a\u0000b", { mediaType: "text/plain" }],
  ["text in another coding", Buffer.from([0x63, 0xe9, 0x64]), { mediaType: "text/plain" }],
  ["text that ends in the middle of a letter", Buffer.from([0x61, 0xc3]), { mediaType: "text/plain" }],
])("%s is not taken", async (_, bytes, said) => {
  expect(await ask(bytes, said)).toHaveProperty("refusal")
})

test("TIFF is a picture that no browser shows, and not taken", async () => {
  expect(await ask(await picture("tiff"))).toMatchObject({ refusal: expect.stringContaining("image/tiff") })
})

test("a picture with a page behind it is a picture, and nothing else by its type", async () => {
  expect(await ask(Buffer.concat([bomb(8, 8), Buffer.from(page)]))).toEqual({ mediaType: "image/png" })
})

test("an archive that is a few kilobytes and would become a hundred megabytes is not unpacked to be looked at", async () => {
  const bytes = zipOf({ "[Content_Types].xml": " ".repeat(100_000_000) }, { isCompressed: true })
  expect(bytes.length).toBeLessThan(200_000)
  const before = process.memoryUsage().rss
  expect(await ask(bytes, { name: "report.docx" })).toHaveProperty("refusal")
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
})
