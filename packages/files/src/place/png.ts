import type { FileHandle } from "node:fs/promises"
import { crc32 } from "node:zlib"
import { readAt } from "./read-at.js"

const signature = Buffer.from("89504e470d0a1a0a", "hex")
/** The chunks in which EXIF and XMP lie. */
const changed = ["eXIf", "iTXt", "tEXt"]

/** Gives the chunks of a PNG whose bytes may have changed their sums anew; nothing where a file is none. */
export async function mendPng(file: FileHandle): Promise<void> {
  if (!(await readAt(file, 0, 8)).equals(signature)) return
  for (let at = 8; ; ) {
    const head = await readAt(file, at, 8)
    if (head.length < 8) return
    const length = head.readUInt32BE(0)
    if (changed.includes(head.toString("latin1", 4))) {
      const content = await readAt(file, at + 4, Math.min(length, mostBytes) + 4)
      const sum = Buffer.alloc(4)
      sum.writeUInt32BE(crc32(content))
      if (content.length === length + 4) await file.write(sum, 0, 4, at + 8 + length)
    }
    at += 12 + length
  }
}

const mostBytes = 16 * 1024 * 1024
