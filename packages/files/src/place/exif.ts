/** How many bytes a value of each type of TIFF takes (TIFF 6.0, section 2; 13 is an offset). */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
/** The field that says where the directory with the place is (EXIF 2.3, section 4.6.3). */
const gpsPointer = 0x8825
const mostEntries = 500
const mostDirectories = 4

/** Whether EXIF, from the first byte of its TIFF on, says where a picture was taken. */
export const saysPlace = (tiff: Buffer): boolean => findPointer(tiff) !== undefined

/**
 * Takes out of EXIF, from the first byte of its TIFF on, where a picture was taken: the field that leads there, and all that it
 * leads to, become zeros, and nothing else moves. Whether there was something; `"hidden"` where it leads beyond these bytes, or
 * says so more often or at more length than a camera does. Bytes that only begin as TIFF does stay.
 */
export function erasePlace(tiff: Buffer): boolean | "hidden" {
  let isChanged = false
  let [fields, room] = [mostDirectories, tiff.length]
  for (let found = findPointer(tiff); found; found = findPointer(tiff)) {
    const { directory, count, index } = found
    const { u16, u32, writeCount } = numbersIn(tiff)
    if (!isDirectory(tiff, directory)) return isChanged
    const gps = u32(directory + 2 + 12 * index + 8)
    if (fields-- === 0 || gps + 2 > tiff.length || gps + 2 + 12 * Math.min(u16(gps), mostEntries) > tiff.length)
      return "hidden"
    if (isDirectory(tiff, gps)) {
      const entries = u16(gps)
      for (let entry = gps + 2; entry < gps + 2 + 12 * entries; entry += 12) {
        const [size, start] = [(sizes[u16(entry + 2)] ?? 0) * u32(entry + 4), u32(entry + 8)]
        if (size <= 4) continue
        room -= size
        if (room < 0 || start + size > tiff.length) return "hidden"
        tiff.fill(0, start, start + size)
      }
      tiff.fill(0, gps, Math.min(gps + 2 + 12 * entries + 4, tiff.length))
    }
    // What comes after it, with what says where the next directory is, moves up.
    const [from, end] = [directory + 2 + 12 * (index + 1), directory + 2 + 12 * count + 4]
    tiff.copyWithin(from - 12, from, end)
    tiff.fill(0, end - 12, end)
    writeCount(count - 1, directory)
    isChanged = true
  }
  return isChanged
}

function findPointer(tiff: Buffer) {
  if (tiff.length < 14) return undefined
  const { u16, u32 } = numbersIn(tiff)
  let directory = u32(4)
  for (let seen = 0; seen < mostDirectories && directory >= 8 && directory + 2 <= tiff.length; seen++) {
    const count = u16(directory)
    if (count === 0 || count > mostEntries || directory + 2 + 12 * count + 4 > tiff.length) return undefined
    for (let index = 0; index < count; index++)
      if (u16(directory + 2 + 12 * index) === gpsPointer) return { directory, count, index }
    directory = u32(directory + 2 + 12 * count)
  }
  return undefined
}

/** Whether there is a directory, all of whose fields are of types that there are: no pixels look like that. */
function isDirectory(tiff: Buffer, at: number): boolean {
  const { u16 } = numbersIn(tiff)
  const count = u16(at)
  if (count > mostEntries || at + 2 + 12 * count > tiff.length) return false
  return Array.from({ length: count }, (_, index) => u16(at + 2 + 12 * index + 2)).every((type) => type in sizes)
}

function numbersIn(tiff: Buffer) {
  const isLittle = tiff[0] === 0x49
  return {
    u16: (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    u32: (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
    writeCount: (count: number, at: number) =>
      isLittle ? tiff.writeUInt16LE(count, at) : tiff.writeUInt16BE(count, at),
  }
}
