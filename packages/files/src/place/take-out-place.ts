import { type FileHandle, open } from "node:fs/promises"
import { erasePlace } from "./exif.js"
import { mendPng } from "./png.js"
import { readAt } from "./read-at.js"
import { eraseField, xmpField } from "./xmp.js"

/** How a text of a PNG begins in which older programs keep EXIF and XMP, packed. */
const profile = Buffer.from("Raw profile type ", "latin1")

/** How what may say a place begins, and what takes it out there. EXIF is a TIFF of its own in every format. */
const marks = [
  { mark: Buffer.from("II*\0", "latin1"), erase: erasePlace },
  { mark: Buffer.from("MM\0*", "latin1"), erase: erasePlace },
  { mark: Buffer.from(xmpField, "latin1"), erase: eraseField },
  { mark: profile, erase: () => "hidden" as const },
]

/** More than JPEG has room for. */
const regionBytes = 256 * 1024
const windowBytes = 1024 * 1024

/**
 * Takes out of a picture in a file where it was taken, wherever EXIF or XMP lies in it as it is: the bytes that say so change, and
 * no other, nor their number. Whether there was something; `"hidden"` where there may be, packed as it is not read here. What else
 * is packed is not seen.
 */
export async function takeOutPlace(path: string): Promise<boolean | "hidden"> {
  const file = await open(path, "r+")
  try {
    let isChanged = false
    for await (const { at, erase } of findMarks(file)) {
      const region = await readAt(file, at, regionBytes)
      const erased = erase(region)
      if (erased === "hidden") return erased
      if (!erased) continue
      await file.write(region, 0, region.length, at)
      isChanged = true
    }
    if (!isChanged) return false
    await mendPng(file)
    await file.sync()
    return true
  } finally {
    await file.close()
  }
}

async function* findMarks(file: FileHandle) {
  for (let start = 0; ; start += windowBytes) {
    const bytes = await readAt(file, start, windowBytes + profile.length)
    for (const { mark, erase } of marks)
      for (let at = bytes.indexOf(mark); at !== -1 && at < windowBytes; at = bytes.indexOf(mark, at + 1))
        yield { at: start + at, erase }
    if (bytes.length <= windowBytes) return
  }
}
