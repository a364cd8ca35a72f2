import { createHash } from "node:crypto"
import { rm } from "node:fs/promises"
import {
  createPictures,
  fileKey,
  fileNameOf,
  type Files,
  isPicture,
  type Pictures,
  recognise,
  type Spooled,
} from "@pg/files"
import type { FileRecord, Store } from "@pg/store"

/** Files that the log names: how many are noted now that were not, and the ids of those that are not there, or not whole. */
export type FoundFiles = { noted: number; missing: string[]; damaged: string[] }

/**
 * Notes files that the log names and of which the database knows nothing, as after a move to another database: what they are is
 * found out anew, by their bytes. Of all that are noted already, named or not, it looks whether they are there; `isRead` whether
 * their bytes are still those of their ids.
 */
export async function findFiles(
  { store, files, noted: known }: { store: Store; files: Files; noted: readonly FileRecord[] },
  { at, isRead }: { at: string; isRead: boolean },
): Promise<FoundFiles> {
  const found: FoundFiles = { noted: 0, missing: [], damaged: [] }
  const pictures = createPictures()
  for (const { id, size } of known) {
    if ((await files.size(fileKey(id))) !== size) found.missing.push(id)
    else if (isRead && (await hashOf(files, id)) !== id) found.damaged.push(id)
  }
  const noted = new Set(known.map(({ id }) => id))
  for (const [id, name] of await store.namedFiles()) {
    if (noted.has(id)) continue
    const kept = await files.get(fileKey(id))
    if (!kept) {
      found.missing.push(id)
      continue
    }
    const spooled = await files.spool(kept.body)
    try {
      const known = spooled.sha256 === id ? await lookAt(pictures, spooled, name) : undefined
      if (known) {
        await store.noteFile({ id, size: spooled.size, ...known, at, by: "newsroom files find" })
        found.noted++
      } else found.damaged.push(id)
    } finally {
      await rm(spooled.path, { force: true })
    }
  }
  return found
}

async function hashOf(files: Files, id: string): Promise<string> {
  const hash = createHash("sha256")
  for await (const chunk of (await files.get(fileKey(id)))?.body ?? []) hash.update(chunk)
  return hash.digest("hex")
}

async function lookAt(pictures: Pictures, { path }: Spooled, name: string) {
  const known = await recognise(path, { name })
  if ("refusal" in known) return undefined
  const named = { mediaType: known.mediaType, name: fileNameOf(name, known.mediaType) }
  if (!isPicture(known.mediaType)) return named
  const measured = await pictures.measure(path)
  return measured === "busy" || "refusal" in measured ? undefined : { ...named, ...measured }
}
