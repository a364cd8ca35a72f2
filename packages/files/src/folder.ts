import { createReadStream } from "node:fs"
import { mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { Readable } from "node:stream"
import { checkKey, type Files } from "./files.js"
import { FilesError } from "./files-error.js"
import { spool } from "./spool.js"

/** Files in a folder on disk, which is made where it is not there yet. Throws FilesError where it cannot be written. */
export async function openFolder(path: string): Promise<Files> {
  const root = resolve(path)
  const incoming = join(root, ".incoming")
  const pathOf = (key: string) => join(root, ...checkKey(key).split("/"))
  const explained = <Result>(run: () => Promise<Result>) => explain(root, run)

  await explained(async () => {
    await mkdir(incoming, { recursive: true })
    await removeLeft(incoming)
  })
  return {
    incoming,
    put: (key, content) =>
      explained(async () => {
        const target = pathOf(key)
        await mkdir(dirname(target), { recursive: true })
        const { path: from } = content instanceof Uint8Array ? await spool(incoming, [content]) : content
        await rename(from, target)
        await syncUpTo(root, dirname(target))
      }),
    get: (key, range) =>
      explained(() =>
        orAbsent(async () => {
          const { size } = await stat(pathOf(key))
          const stream = createReadStream(pathOf(key), { ...range, highWaterMark: 256 * 1024 })
          return { size, body: Readable.toWeb(stream) as ReadableStream<Uint8Array> }
        }),
      ),
    size: (key) => explained(() => orAbsent(async () => (await stat(pathOf(key))).size)),
    remove: (key) =>
      explained(async () => {
        await rm(pathOf(key), { force: true })
        // Its folder goes with the last that was in it.
        await rmdir(dirname(pathOf(key))).catch(() => {})
      }),
    close: async () => {},
  }
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

async function orAbsent<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run()
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined
    throw error
  }
}

async function explain<Result>(root: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (cause) {
    const why = reasons[codeOf(cause) ?? ""]
    if (why === undefined) throw cause
    throw new FilesError(`The files in ${root} cannot be used: ${why}.`, { cause })
  }
}

const reasons: Record<string, string> = {
  EACCES: "this process may not read and write there; give the folder to its user, or set NEWSROOM_FILES to another",
  EPERM: "this process may not read and write there; give the folder to its user, or set NEWSROOM_FILES to another",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full; make room",
  EDQUOT: "the user's quota is used up; make room",
  EIO: "the disk fails",
  EMFILE: "too many files are open",
  EEXIST: "there is a file where a folder should be",
  ENOTDIR: "there is a file where a folder should be",
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined
