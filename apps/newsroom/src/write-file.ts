import { existsSync } from "node:fs"
import { open, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { Failure } from "./failure.js"

/**
 * Makes a file that is there whole or not at all: `write` writes one of another name beside it, which takes the name when
 * all of it is on the disk. Throws Failure where there is such a file already, unless it may be replaced, and where its
 * folder cannot be written to.
 */
export async function writeFileWhole<T>(
  path: string,
  { replace }: { replace: boolean },
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  if (!replace && existsSync(path)) throw new Failure(`${path} is there already: name another file, or say --force.`)
  if (!existsSync(dirname(path))) throw new Failure(`${path} cannot be written: its folder is not there.`)
  const temporary = `${path}.${process.pid}.part`
  try {
    const result = await write(temporary)
    await sync(temporary)
    await rename(temporary, path)
    // The name too is to be there after a power cut.
    await sync(dirname(path))
    return result
  } catch (error) {
    throw failureOf(error, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r")
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function failureOf(error: unknown, path: string): unknown {
  const sentences: Record<string, string> = {
    ENOTDIR: `${path} cannot be written: its folder is none.`,
    EISDIR: `${path} is a folder: name a file.`,
    EACCES: `${path} may not be written; the permissions of its folder do not allow it.`,
    EPERM: `${path} may not be written; the permissions of its folder do not allow it.`,
    EROFS: `${path} cannot be written: its disk is read-only.`,
    ENOSPC: `${path} cannot be written: the disk is full.`,
    EFBIG: `${path} cannot be written: a file may not be that large here.`,
  }
  const sentence = sentences[(error as NodeJS.ErrnoException).code ?? ""]
  return sentence === undefined ? error : new Failure(sentence)
}
