import type { FileRecord } from "@pg/store"
import type { Site } from "../site.js"

/** A file as its address and an item's `attachments`, `files` and `image` want it; `id` is the SHA-256 of its bytes. */
export type ToldFile = {
  id: string
  url: string
  name: string
  mediaType: string
  size: number
  sha256: string
  image?: { width: number; height: number }
  /** As an item has it. */
  attachment: { url: string; title: string; mediaType: string; size: number }
}

/** What is told of a file. */
export function tellFile(site: Site, { id, name, mediaType, size, width, height }: FileRecord): ToldFile {
  const image = width === undefined || height === undefined ? undefined : { width, height }
  const url = site.url(filePath(id, name))
  const attachment = { url, title: name, mediaType, size }
  return { id, url, name, mediaType, size, sha256: id, ...(image && { image }), attachment }
}

/** Where a file is, by a name of it. */
export const filePath = (id: string, name: string): string => `/files/${id}/${encodeURIComponent(name)}`
