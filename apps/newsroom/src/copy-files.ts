import { rm } from "node:fs/promises"
import { fileKey, type Files } from "@pg/files"
import type { FileRecord, OnStep } from "@pg/store"

/** Of files that were to be copied: how many were and how many bytes they have, how many were there, and which could not be. */
export type Copied = {
  count: number
  copied: number
  bytes: number
  /** Not where they were to be copied from. */
  missing: FileRecord[]
  /** Their bytes are others than their ids say. */
  damaged: FileRecord[]
}

/**
 * Copies files from one place to another, byte by byte, none of them whole in memory. What is there already, which was held
 * against its SHA-256 when it was put, is left; what is copied is held against it before it is put.
 */
export async function copyFiles(
  list: readonly FileRecord[],
  { from, to, onStep }: { from: Files; to: Files; onStep: OnStep },
): Promise<Copied> {
  const done: Copied = { count: list.length, copied: 0, bytes: 0, missing: [], damaged: [] }
  for (const [index, file] of list.entries()) {
    onStep("files", index, list.length)
    const outcome = await copyOne(file, from, to)
    if (outcome === "missing" || outcome === "damaged") done[outcome].push(file)
    if (outcome === "copied") {
      done.copied++
      done.bytes += file.size
    }
  }
  return done
}

async function copyOne({ id, size }: FileRecord, from: Files, to: Files) {
  const key = fileKey(id)
  if ((await to.size(key)) === size) return "there"
  const kept = await from.get(key)
  if (!kept) return "missing"
  if (kept.size !== size) {
    await kept.body.cancel()
    return "damaged"
  }
  const spooled = await to.spool(upTo(size, kept.body))
  if (spooled.sha256 === id && spooled.size === size) {
    await to.put(key, spooled)
    return "copied"
  }
  await rm(spooled.path, { force: true })
  return "damaged"
}

/** What comes, until it is more than it may be: a place that goes on and on does not fill the disk. */
async function* upTo(most: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    yield chunk
    if (size > most) return
  }
}
