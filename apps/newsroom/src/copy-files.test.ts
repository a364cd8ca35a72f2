import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Files, fileKey, openFiles } from "@pg/files"
import { afterAll, expect, test } from "vitest"
import { copyFiles } from "./copy-files.js"

const folder = mkdtempSync(join(tmpdir(), "copy-"))
afterAll(() => rmSync(folder, { recursive: true }))
const bytes = Buffer.from("The Pompidou Group met in Strasbourg.\n")
const id = createHash("sha256").update(bytes).digest("hex")
const file = {
  id,
  mediaType: "text/plain",
  size: bytes.length,
  name: "A.txt",
  at: "2026-01-01T00:00:00.000Z",
  by: "Ada",
}

let made = 0
const place = () => openFiles(`file:${join(folder, String(++made))}`, {})

/** Copies the file, and says what came of it and how many bytes were written meanwhile. */
async function copied(from: Files) {
  const to = await place()
  let written = 0
  async function* counted(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    for await (const chunk of chunks) {
      written += chunk.length
      yield chunk
    }
  }
  const spool: Files["spool"] = (chunks) => to.spool(counted(chunks))
  const outcome = await copyFiles([file], { from, to: { ...to, spool }, onStep: () => {} })
  return { outcome, written, isThere: (await to.size(fileKey(id))) !== undefined }
}

test("a file is copied as it is", async () => {
  const from = await place()
  await from.put(fileKey(id), bytes)
  const { outcome, written, isThere } = await copied(from)
  expect([outcome.copied, written, isThere]).toEqual([1, bytes.length, true])
})

test("one that has another size is not read, since it is damaged", async () => {
  const from = await place()
  await from.put(fileKey(id), Buffer.concat([bytes, bytes]))
  const { outcome, written, isThere } = await copied(from)
  expect([outcome.damaged, written, isThere]).toEqual([[file], 0, false])
})

test("one that goes on beyond its size is read no farther", async () => {
  const from = await place()
  const body = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes),
    })
  const endless: Files = { ...from, get: async () => ({ size: bytes.length, body: body() }) }
  const { outcome, written, isThere } = await copied(endless)
  expect([outcome.damaged, written, isThere]).toEqual([[file], 2 * bytes.length, false])
  expect(readdirSync(join(folder, String(made), ".incoming"))).toEqual([])
})
