import { rm } from "node:fs/promises"
import { fileKey, fileNameOf, isPicture, mediaTypes, recognise, type Said, type Spooled } from "@pg/files"
import type { FileRecord } from "@pg/store"
import { Refused } from "../writing/refused.js"
import type { Filing } from "./filing.js"

/** A file that was taken in, by the name that it was handed in with, and whether for the first time. */
export type TakenIn = { file: FileRecord; isNew: boolean }

/**
 * Takes in a file that has come whole: finds out what it is, refuses what is not taken, and keeps it, a picture without where it
 * was taken. What was spooled is gone
 * afterwards. Throws Refused.
 */
export async function takeIn(
  { store, files, pictures, now }: Filing,
  spooled: Spooled,
  { said, by }: { said: Said; by: string },
): Promise<TakenIn> {
  try {
    const { known, kept } = await look(pictures, spooled, said)
    const { sha256: id, size } = kept
    const name = fileNameOf(said.name ?? "", known.mediaType)
    const file: FileRecord = { id, size, name, ...known, at: now().toISOString(), by }
    // Noted first, so that nothing is kept of which nobody knows.
    const isNew = await store.noteFile(file)
    // What is new may be about to be removed by a clean-up that has just forgotten it.
    if (isNew || (await files.size(fileKey(id))) !== size) await files.put(fileKey(id), kept)
    return { file, isNew }
  } finally {
    await rm(spooled.path, { force: true })
  }
}

/** What a file is, and what is kept of it: all but where a picture was taken. */
async function look(pictures: Filing["pictures"], spooled: Spooled, said: Said) {
  if (spooled.size === 0) throw new Refused("malformed", "The file has no bytes.")
  const known = await recognise(spooled.path, said)
  if ("refusal" in known) throw unsupported(known.refusal)
  if (!isPicture(known.mediaType)) return { known, kept: spooled }
  const kept = await pictures.withoutPlace(spooled)
  if ("refusal" in kept) throw unsupported(kept.refusal)
  const measured = await pictures.measure(kept.path)
  if (measured === "busy") throw busy()
  if ("refusal" in measured) throw unsupported(measured.refusal)
  return { known: { ...known, ...measured }, kept }
}

const unsupported = (refusal: string) =>
  new Refused("unsupported", `${refusal} Taken are PDF, EPUB, Office, OpenDocument, text, CSV and pictures.`, {
    members: { mediaTypes },
  })

/** More pictures wait to be drawn than it is worth to wait for. */
export const busy = (): Refused =>
  new Refused("busy", "Too many pictures are being drawn at present: try again in a moment.", {
    headers: { "Retry-After": "5" },
  })
