import { constants } from "node:fs"
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { Readable } from "node:stream"
import { checkKey, type Files } from "./files.js"
import { absence, explained as explainedIn, orAbsent } from "./explained.js"
import { spool } from "./spool.js"

/** Files in a folder on disk, which is made with the first of them. */
export function openFolder(path: string): Files {
  const root = resolve(path)
  const incoming = join(root, ".incoming")
  const pathOf = (key: string) => join(root, ...checkKey(key).split("/"))
  const explained = <Result>(run: () => Promise<Result>) => explainedIn(root, run)

  let isReady = false
  const makeReady = async () => {
    if (isReady) return
    await mkdir(incoming, { recursive: true })
    await removeLeft(incoming)
    isReady = true
  }
  const take = async (chunks: Parameters<Files["spool"]>[0]) => {
    await makeReady()
    return spool(incoming, chunks)
  }
  return {
    spool: (chunks) => explained(() => take(chunks)),
    put: (key, content) =>
      explained(async () => {
        const target = pathOf(key)
        await mkdir(dirname(target), { recursive: true })
        const { path: from } = content instanceof Uint8Array ? await take([content]) : content
        await rename(from, target)
        await syncUpTo(root, dirname(target))
      }),
    get: (key, range) =>
      explained(() =>
        orAbsent(async () => {
          const { handle, size } = await openFile(pathOf(key))
          const stream = handle.createReadStream({ ...range, highWaterMark: 256 * 1024 })
          return { size, body: Readable.toWeb(stream) as ReadableStream<Uint8Array> }
        }),
      ),
    size: (key) =>
      explained(() =>
        orAbsent(async () => {
          const found = await lstat(pathOf(key))
          return found.isFile() ? found.size : undefined
        }),
      ),
    remove: (key) =>
      explained(async () => {
        await rm(pathOf(key), { force: true })
        // Its folder goes with the last that was in it.
        await rmdir(dirname(pathOf(key))).catch(() => {})
      }),
    removeFolder: (folder) => explained(() => rm(pathOf(folder), { recursive: true, force: true })),
    close: async () => {},
  }
}

/** What is no file of our own, as a link to another, a folder or a pipe, was put there by nobody here: it is absent. */
async function openFile(path: string): Promise<{ handle: FileHandle; size: number }> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  const found = await handle.stat()
  if (found.isFile()) return { handle, size: found.size }
  await handle.close()
  throw absence()
}

/** A name is on disk only when its folder is, and that folder's when the one above is. */
async function syncUpTo(root: string, folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
  if (folder !== root) await syncUpTo(root, dirname(folder))
}

/** What has been on its way in for a day was left by a process that was killed. */
async function removeLeft(incoming: string): Promise<void> {
  const dayAgo = Date.now() - 86_400_000
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const left = await orAbsent(() => stat(path))
    if (left && left.mtimeMs < dayAgo) await rm(path, { force: true })
  }
}
