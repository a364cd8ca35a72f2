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

/**
 * How many files are noted now that were not, and the ids of those that are known and not there, that the log names at an address of
 * ours and that are neither known nor there, that it names at other addresses only, as of other houses, that are not whole or not
 * taken, and of pictures that say where they were taken.
 */
export type FoundFiles = { noted: number } & Record<
  "missing" | "unknown" | "elsewhere" | "damaged" | "placed",
  string[]
>

type Place = { store: Store; files: Files; known: readonly FileRecord[] }

/**
 * Looks whether the files that are known are there, where `isRead` also what they are; and notes those that the log names and of
 * which the database knows nothing, as after a move to another database: what they are is found out anew, by their bytes. `url` is
 * where the public sees this archive, if that is known.
 */
export async function findFiles(
  { store, files, known }: Place,
  { at, isRead, url }: { at: string; isRead: boolean; url: string | undefined },
): Promise<FoundFiles> {
  const found: FoundFiles = { noted: 0, missing: [], unknown: [], elsewhere: [], damaged: [], placed: [] }
  const pictures = createPictures()
  for (const file of known) {
    if ((await files.size(fileKey(file.id))) !== file.size) found.missing.push(file.id)
    else if (isRead) {
      const outcome = await spooling(files, file.id, (spooled) => lookInto(pictures, spooled, file))
      if (outcome === "damaged" || outcome === "placed") found[outcome].push(file.id)
    }
  }
  const noted = new Set(known.map(({ id }) => id))
  for (const [id, { name, houses }] of await store.namedFiles()) {
    if (noted.has(id)) continue
    const outcome = await spooling(files, id, async (spooled) => {
      const what = spooled.sha256 === id ? await lookAt(pictures, spooled, name) : undefined
      if (what) await store.noteFile({ id, size: spooled.size, ...what, at, by: "newsroom files find" })
      return what
    })
    if (outcome === "absent") found[houses.has("") || houses.has(url ?? "") ? "unknown" : "elsewhere"].push(id)
    else if (outcome) found.noted++
    else found.damaged.push(id)
  }
  return found
}

/** Looks at a copy of what is kept of a file, which is gone afterwards. */
async function spooling<Result>(files: Files, id: string, look: (spooled: Spooled) => Promise<Result>) {
  const kept = await files.get(fileKey(id))
  if (!kept) return "absent" as const
  const spooled = await files.spool(kept.body)
  try {
    return await look(spooled)
  } finally {
    await rm(spooled.path, { force: true })
  }
}

/** Pictures that were taken in by a former version may say where they were taken. */
async function lookInto(pictures: Pictures, spooled: Spooled, { id, mediaType }: FileRecord) {
  if (spooled.sha256 !== id) return "damaged" as const
  const without = isPicture(mediaType) ? await pictures.withoutPlace(spooled) : spooled
  return "refusal" in without || without.sha256 !== id ? ("placed" as const) : undefined
}

async function lookAt(pictures: Pictures, { path }: Spooled, name: string) {
  const known = await recognise(path, { name })
  if ("refusal" in known) return undefined
  const named = { mediaType: known.mediaType, name: fileNameOf(name, known.mediaType) }
  if (!isPicture(known.mediaType)) return named
  const measured = await pictures.measure(path)
  return measured === "busy" || "refusal" in measured ? undefined : { ...named, ...measured }
}
