import { createReadStream, openAsBlob } from "node:fs"
import { plainText, sorts } from "./media-types.js"

/** What is said of a file by whoever hands it in. */
export type Said = { mediaType?: string | undefined; name?: string | undefined }

/** What a file is, or why it is not taken, in a sentence. */
export type Recognised = { mediaType: string } | { refusal: string }

/**
 * Finds out by its bytes what a file is; what is said of it decides only between types whose bytes are alike (text and CSV, the
 * older Office formats). Where what is said and what is seen differ, it is not taken.
 */
export async function recognise(path: string, { mediaType, name = "" }: Said): Promise<Recognised> {
  // It takes a tenth of a second to load.
  const { fileTypeFromBlob } = await import("file-type")
  const seen = (await fileTypeFromBlob(await openAsBlob(path)))?.mime ?? (await textual(path))
  if (typeof seen === "object") return seen
  const alike = sorts.filter((sort) => (sort.seen ?? sort.mediaType) === seen)
  if (alike.length === 0) return { refusal: `The bytes of the file are ${seen}, which is not taken.` }
  const said = meant(mediaType, name)
  const [first] = alike
  const found =
    said === undefined
      ? (alike.find(({ extension }) => name.toLowerCase().endsWith(`.${extension}`)) ??
        (first?.mediaType === seen ? first : undefined))
      : alike.find((sort) => sort.mediaType === said)
  if (found) return { mediaType: found.mediaType }
  const types = alike.map((sort) => sort.mediaType).join(" or ")
  return said === undefined
    ? { refusal: `By its bytes the file may be ${types}: say which by Content-Type, or by how its name ends.` }
    : { refusal: `The file is said to be ${said}, and by its bytes it is ${types}: say what it is, or nothing.` }
}

/** Other names of the same types, and what says nothing. */
function meant(said: string | undefined, name: string): string | undefined {
  const mediaType = (said ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? ""
  // So Windows calls a CSV file once Excel is installed.
  if (mediaType === "application/vnd.ms-excel" && /\.csv$/i.test(name)) return "text/csv"
  // The last is what curl says of any body, unless it is told otherwise.
  if (["", "application/octet-stream", "application/x-www-form-urlencoded"].includes(mediaType)) return undefined
  return otherNames[mediaType] ?? mediaType
}

const otherNames: Record<string, string> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "application/x-pdf": "application/pdf",
  "application/csv": "text/csv",
}

/** Text has no mark of its own: it is what can be read as UTF-8, has no control characters, and is no markup. */
async function textual(path: string): Promise<string | { refusal: string }> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let isBegun = false
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true })
      if (control.test(text)) return unknown
      if (!isBegun && /\S/.test(text)) {
        isBegun = true
        if (/^\s*</.test(text)) return { refusal: "The file is markup (HTML, SVG, XML), which is not taken." }
      }
    }
    decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) return unknown
    throw error
  }
  return plainText
}

// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/

const unknown = { refusal: "The bytes of the file are of no type that is known here, nor text in UTF-8." }
