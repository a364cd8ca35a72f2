import { pieceKey, uploadFolder } from "@pg/files"
import type { UploadRecord } from "@pg/store"
import { Refused } from "../writing/refused.js"
import type { Filing } from "./filing.js"
import { type TakenIn, takeIn } from "./take-in.js"

/** What is held in memory of a request, and lost of it when the process is killed. */
const pieceBytes = 4_000_000
/** Each is a file and a word in a row: whoever sends more sends them too small. */
const mostPieces = 2000

/**
 * Adds what comes to an upload, piece by piece, each kept before the next is read; how many bytes it has then. Where what comes
 * breaks off, what has come is kept, and its error is thrown. Throws Refused where somebody else adds to it meanwhile.
 */
export async function receive(
  { store, files, newId }: Filing,
  { id, received, pieces }: UploadRecord,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  let at = received
  let count = pieces.length
  let gathered: Uint8Array[] = []
  let size = 0
  const keep = async () => {
    if (size === 0) return
    if (count++ >= mostPieces)
      throw new Refused("tooLarge", `A file comes in at most ${mostPieces} parts: send larger ones.`)
    const key = pieceKey(id, newId())
    await files.put(key, Buffer.concat(gathered, size))
    if (!(await store.addPiece(id, { at, size, key }))) {
      await files.remove(key)
      throw elsewhere(at)
    }
    at += size
    gathered = []
    size = 0
  }
  try {
    for await (const chunk of chunks) {
      gathered.push(chunk)
      size += chunk.length
      if (size >= pieceBytes) await keep()
    }
  } catch (error) {
    if (!(error instanceof Refused)) await keep()
    throw error
  }
  await keep()
  return at
}

/** The bytes that are sent are not those that come next. */
export const elsewhere = (offset: number): Refused =>
  new Refused(
    "unfit",
    `What was sent is not what comes next: ask by HEAD how far the upload has come, and go on there.`,
    {
      members: { offset },
    },
  )

/**
 * What has become of an upload of which all has come; `undefined` while something is to come. May be asked again, and by
 * several at once. Where the file is refused, nothing is left of the upload. Throws Refused.
 */
export async function complete(filing: Filing, upload: UploadRecord, by: string): Promise<TakenIn | undefined> {
  const { store, files } = filing
  const { id, fileId, name, mediaType, received, size } = upload
  if (fileId !== undefined) {
    const file = await store.getFile(fileId)
    return file && { file, isNew: false }
  }
  if (received < size) return undefined
  try {
    const spooled = await files.spool(bytesOf(filing, upload))
    const taken = await takeIn(filing, spooled, { said: { name, mediaType }, by })
    await store.endUpload(id, taken.file.id)
    await files.removeFolder(uploadFolder(id))
    return taken
  } catch (error) {
    const latest = await store.getUpload(id)
    // Somebody else was quicker, and has taken the pieces away.
    if (latest?.fileId !== undefined) return complete(filing, latest, by)
    if (error instanceof Refused && error.why !== "busy") await discard(filing, upload)
    throw error
  }
}

async function* bytesOf({ files }: Filing, { id, pieces }: UploadRecord): AsyncGenerator<Uint8Array> {
  for (const key of pieces) {
    const kept = await files.get(key)
    if (!kept) throw new Error(`The upload ${id} has lost its piece ${key}`)
    yield* kept.body
  }
}

/** Ends an upload; nothing is left of it but the file that it may have become. */
export async function discard({ store, files }: Filing, { id }: UploadRecord): Promise<void> {
  await files.removeFolder(uploadFolder(id))
  await store.forgetUpload(id)
}
