import { rm } from "node:fs/promises"
import { fileKey, pictureKey, type PictureType, pictureTypes, type Width } from "@pg/files"
import { parseAccept } from "hono/utils/accept"
import type { Filing } from "./filing.js"
import { busy } from "./take-in.js"

/**
 * Makes sure that a picture is kept at a width, as a type: how many bytes that has, `undefined` where there is no original. It is
 * made once, also for many who ask at once. Throws Refused.
 */
export type MakeSmaller = (id: string, width: Width, mediaType: PictureType) => Promise<number | undefined>

/** What makes pictures smaller and keeps them. */
export function createMakeSmaller({ files, pictures }: Filing): MakeSmaller {
  const underWay = new Map<string, Promise<number | undefined>>()
  const make = async (id: string, width: Width, mediaType: PictureType) => {
    const original = await files.get(fileKey(id))
    if (!original) return undefined
    const { path } = await files.spool(original.body)
    try {
      const made = await pictures.resize(path, width, mediaType)
      if (made === "busy") throw busy()
      await files.put(pictureKey(id, width, mediaType), made)
      return made.length
    } finally {
      await rm(path, { force: true })
    }
  }
  return async (id, width, mediaType) => {
    const key = pictureKey(id, width, mediaType)
    const size = await files.size(key)
    if (size !== undefined) return size
    const other = underWay.get(key)
    if (other) return other
    // Each has its original on disk while it waits.
    if (underWay.size >= mostUnderWay) throw busy()
    const making = make(id, width, mediaType).finally(() => underWay.delete(key))
    underWay.set(key, making)
    return making
  }
}

const mostUnderWay = 40

/** The type in which a picture is given: the smallest that the client names, else one that every browser knows. */
export function pictureTypeFor(accept: string | undefined, original: string): PictureType {
  const named = parseAccept(accept ?? "").filter(({ q }) => q > 0)
  const liked = pictureTypes.slice(0, 2).find((mediaType) => named.some(({ type }) => type === mediaType))
  return liked ?? (original === "image/jpeg" ? original : "image/png")
}
