import type { FileHandle } from "node:fs/promises"
import { crc32 } from "node:zlib"
import { readAt } from "./read-at.js"

const signature = Buffer.from("89504e470d0a1a0a", "hex")
const windowBytes = 64 * 1024
const mostBytes = 16 * 1024 * 1024

/** Gives the chunks of a PNG in which a byte has changed their sums anew, by where that is; nothing where a file is none. */
export async function mendPng(file: FileHandle, changes: readonly number[]): Promise<void> {
  if (!(await readAt(file, 0, 8)).equals(signature)) return
  const left = changes.toSorted((a, b) => a - b)
  // There may be millions of chunks: they are not read one by one.
  let window = { start: 0, bytes: Buffer.alloc(0) as Buffer }
  for (let at = 8; left.length > 0; ) {
    if (at + 8 > window.start + window.bytes.length) window = { start: at, bytes: await readAt(file, at, windowBytes) }
    if (at + 8 > window.start + window.bytes.length) return
    const length = window.bytes.readUInt32BE(at - window.start)
    const end = at + 8 + length
    if (isBefore(left, end)) await mend(file, at, length)
    while (isBefore(left, end)) left.shift()
    at = end + 4
  }
}

const isBefore = ([first]: readonly number[], end: number) => first !== undefined && first < end

async function mend(file: FileHandle, at: number, length: number): Promise<void> {
  const content = await readAt(file, at + 4, Math.min(length, mostBytes) + 4)
  if (content.length !== length + 4) return
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(content))
  await file.write(sum, 0, 4, at + 8 + length)
}
