import { isUtf8 } from "node:buffer"
import { createReadStream } from "node:fs"
import { readdir } from "node:fs/promises"
import { Failure } from "./failure.js"

/** The most that is read of one file, in bytes: a listing is held in memory as a whole, with all that is found in it. */
const longestFile = 100_000_000

/**
 * The text of a file, exactly as it stands, a byte order mark included. Throws Failure where it is not there, is a
 * directory, is empty, is longer than 100 MB, or is not text in UTF-8.
 */
export async function readText(path: string): Promise<string> {
  try {
    return await readStream(createReadStream(path), path)
  } catch (error) {
    throw failureOf(error, path)
  }
}

/** The text of a stream; the same holds for it. `name` is what it is called in a failure. */
export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > longestFile)
      throw new Failure(
        `${name} is longer than ${longestFile / 1_000_000} MB, the most that is read at once; split it.`,
      )
    chunks.push(chunk)
  }
  return decode(Buffer.concat(chunks), name)
}

/** The names of the files and folders in a folder, sorted. Throws Failure where there is none. */
export async function readFolder(path: string): Promise<{ files: string[]; folders: string[] }> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    const named = (list: typeof entries) => list.map(({ name }) => name).toSorted()
    return {
      files: named(entries.filter((entry) => !entry.isDirectory())),
      folders: named(entries.filter((entry) => entry.isDirectory())),
    }
  } catch (error) {
    throw failureOf(error, path, "folder")
  }
}

function decode(bytes: Buffer, name: string): string {
  if (bytes.length === 0) throw new Failure(`${name} is empty; give a text with something in it.`)
  if (/^(?:fffe|feff)/.test(bytes.toString("hex", 0, 2)))
    throw new Failure(`${name} is in UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8).`)
  const nul = bytes.indexOf(0)
  if (nul !== -1) throw new Failure(`${name} is not a text: byte ${nul + 1} is NUL; give a text file in UTF-8.`)
  if (!isUtf8(bytes))
    throw new Failure(
      `${name} is not in UTF-8 (see its line ${firstWrongLine(bytes)}); save it as UTF-8 (from Windows: iconv -f WINDOWS-1252 -t UTF-8).`,
    )
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
}

/** In UTF-8 the byte of a line feed is never part of another character, so that each line can be looked at alone. */
function firstWrongLine(bytes: Buffer): number {
  for (let line = 1, start = 0; ; line++) {
    const end = bytes.indexOf(10, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}

function failureOf(error: unknown, path: string, wanted: "file" | "folder" = "file"): unknown {
  const sentences: Record<string, string> = {
    ENOENT: `There is no ${wanted} ${path}.`,
    EISDIR: `${path} is a directory; give a file.`,
    ENOTDIR: `${path} is no directory.`,
    EACCES: `${path} may not be read; its permissions do not allow it.`,
    EPERM: `${path} may not be read; its permissions do not allow it.`,
    ENAMETOOLONG: "The name of the file is longer than the system allows.",
  }
  const { code = "" } = error as NodeJS.ErrnoException
  const sentence = sentences[code] ?? (/^E[A-Z]+$/.test(code) ? `${path} cannot be read (${code}).` : undefined)
  return sentence === undefined ? error : new Failure(sentence)
}
