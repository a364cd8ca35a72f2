import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { InvalidInput } from "@pg/domain"
import { mediaTypes } from "@pg/files"
import { importLog, type ImportSummary } from "@pg/store"
import { Failure } from "./failure.js"
import { createSteps } from "./progress.js"
import type { World } from "./world.js"

/** How an export begins, compressed or not. */
const beginnings = [Buffer.from([0x1f, 0x8b]), Buffer.from('{"format":"newsroom-log"')]

/** Whether a file begins as an export does. One that cannot be read does not. */
export async function isArchive(file: string): Promise<boolean> {
  const start = await readStart(file)
  return beginnings.some((beginning) => start.subarray(0, beginning.length).equals(beginning))
}

/** Puts an export, a file or for "-" standard input, into an empty database. Throws Failure where it is not whole. */
export async function importArchive(file: string, database: string, { stdin, stderr }: World): Promise<ImportSummary> {
  const { step: onStep, clear } = createSteps(stderr)
  const bytes = file === "-" ? stdin : createReadStream(file)
  try {
    return await importLog(database, linesOf(await uncompressed(bytes), file), { onStep, mediaTypes })
  } catch (error) {
    throw failureOf(error, file === "-" ? "Standard input" : file)
  } finally {
    clear()
  }
}

/** So long a line is none of an export: an item has at most some MB. */
const longestLine = 64 * 1024 * 1024

/** The lines of a text in UTF-8, without their line feeds; what stands after the last one is a line too. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  let rest = ""
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n")
    rest = lines.pop() ?? ""
    if (rest.length > longestLine) throw new Failure(`${name} is no export of the newsroom: it has a line without end.`)
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== "") yield rest
}

/** What begins as gzip does is unpacked. */
async function uncompressed(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const chunks = bytes[Symbol.asyncIterator]()
  const first = await chunks.next()
  async function* all() {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  if (first.done || !Buffer.from(first.value.subarray(0, 2)).equals(beginnings[0] as Buffer)) return all()
  const source = Readable.from(all())
  const gunzip = createGunzip()
  source.on("error", (error) => gunzip.destroy(error))
  return source.pipe(gunzip)
}

async function readStart(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    // Whoever reads it as a listing says what is the matter.
    return Buffer.alloc(0)
  }
}

function failureOf(error: unknown, name: string): unknown {
  if (error instanceof InvalidInput)
    return new Failure(
      [
        ...error.issues.map(({ path, message }) => `${name}: ${path}: ${message}`),
        "Nothing was imported: take another copy of the export.",
      ].join("\n"),
    )
  const { code } = error as NodeJS.ErrnoException
  if (code === "ENOENT") return new Failure(`There is no file ${name}.`)
  if (code?.startsWith("Z_")) return new Failure(`${name} is damaged or cut off: it cannot be unpacked (gzip).`)
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return new Failure(`${name} is not in UTF-8, as every export is.`)
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return new Failure(`${name} cannot be read (${code}).`)
  return error
}
