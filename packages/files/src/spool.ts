import { createHash, randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { open, rm } from "node:fs/promises"
import { join } from "node:path"

/** A file on its way in: where it lies on this machine, how many bytes it has, and their SHA-256 in hexadecimal. */
export type Spooled = { path: string; size: number; sha256: string }

/** Writes what comes to a new file in a folder, and on to the disk itself; see `Files`. */
export async function spool(
  folder: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Spooled> {
  const path = join(folder, randomUUID())
  const hash = createHash("sha256")
  let size = 0
  const file = await open(path, "wx", 0o600)
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      size += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
    return { path, size, sha256: hash.digest("hex") }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** What was spooled, once it has been changed where it lies. */
export async function hashed(path: string): Promise<Spooled> {
  const hash = createHash("sha256")
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { path, size, sha256: hash.digest("hex") }
}
