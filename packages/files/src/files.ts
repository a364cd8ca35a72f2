import type { Spooled } from "./spool.js"

/**
 * Where the newsroom keeps its files, by key: a folder on disk, or S3-compatible storage. A key is words of a-z, 0-9, `.` and
 * `-` between slashes. What has been put is there whole or not at all, also after a crash. Every function throws FilesError
 * where the place cannot be used.
 */
export type Files = {
  /**
   * Writes what comes to a file on this machine, near where it belongs. Whoever asks puts it there, or removes it. Where what
   * comes breaks off, nothing is left and its error is thrown.
   */
  spool(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Spooled>
  /** Keeps bytes, or what was spooled, which is no longer where it was; in place of what was there. */
  put(key: string, content: Uint8Array | Spooled): Promise<void>
  /** What is kept, or the bytes of it from `start` to `end`, both inclusive and within its size. */
  get(key: string, range?: ByteRange): Promise<Kept | undefined>
  /** How many bytes it has; `undefined` where nothing is kept. */
  size(key: string): Promise<number | undefined>
  /** Keeps it no longer; nothing where nothing was. */
  remove(key: string): Promise<void>
  /** Keeps nothing any longer whose key begins with a folder: what is noted nowhere goes with the rest. */
  removeFolder(folder: string): Promise<void>
  close(): Promise<void>
}

/** From the first to the last byte, counted from 0. */
export type ByteRange = { start: number; end: number }

/** Bytes that are asked for, and how many there are in all. */
export type Kept = { size: number; body: ReadableStream<Uint8Array> }

/** Throws where a key is none: they are made here, so that it is a bug. */
export function checkKey(key: string): string {
  if (!/^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/.test(key)) throw new TypeError(`${key} is no key of a file`)
  return key
}
