import type { FileHandle } from "node:fs/promises"

/** At most so many bytes of a file, from one on. */
export async function readAt(file: FileHandle, at: number, most: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, at)
  return buffer.subarray(0, bytesRead)
}
