import { open } from "node:fs/promises"
import { erasePlace } from "./exif.js"
import { mendPng } from "./png.js"
import { readAt } from "./read-at.js"
import { eraseField, mostMarks, xmpField } from "./xmp.js"

/** How what may say a place begins, and what takes it out there. EXIF is a TIFF of its own in every format. */
const sought = [
  { mark: Buffer.from("II*\0", "latin1"), erase: erasePlace },
  { mark: Buffer.from("MM\0*", "latin1"), erase: erasePlace },
  { mark: Buffer.from(xmpField, "latin1"), erase: eraseField },
  // So a text of a PNG begins in which older programs keep EXIF and XMP, packed.
  { mark: Buffer.from("Raw profile type ", "latin1"), erase: () => "hidden" as const },
]

/** More than JPEG has room for. */
const regionBytes = 256 * 1024
const windowBytes = 1024 * 1024

/**
 * Takes out of a picture in a file where it was taken, wherever EXIF or XMP lies in it as it is: the bytes that say so change, and
 * no other, nor their number. Whether there was something; `"hidden"` where there may be, packed as it is not read here, too far
 * from where EXIF begins, or behind more marks than a picture has. What else is packed is not seen. The file is read once.
 */
export async function takeOutPlace(path: string): Promise<boolean | "hidden"> {
  const file = await open(path, "r+")
  try {
    const changes: number[] = []
    let left = mostMarks
    for (let start = 0; ; start += windowBytes) {
      // With what a mark at the window's end may lead to.
      const bytes = await readAt(file, start, windowBytes + regionBytes)
      const changed = eraseIn(bytes, () => left-- > 0)
      if (changed === "hidden") return changed
      if (changed.length > 0) await file.write(bytes, 0, bytes.length, start)
      for (const at of changed) changes.push(start + at)
      if (bytes.length <= windowBytes) break
    }
    if (changes.length === 0) return false
    await mendPng(file, changes)
    await file.sync()
    return true
  } finally {
    await file.close()
  }
}

/** Takes out what begins within a window; behind which marks there was something. */
function eraseIn(bytes: Buffer, isOneMore: () => boolean): number[] | "hidden" {
  const changed: number[] = []
  for (const { mark, erase } of sought)
    for (let at = bytes.indexOf(mark); at !== -1 && at < windowBytes; at = bytes.indexOf(mark, at + 1)) {
      const erased = isOneMore() ? erase(bytes.subarray(at, at + regionBytes)) : "hidden"
      if (erased === "hidden") return erased
      if (erased) changed.push(at)
    }
  return changed
}
