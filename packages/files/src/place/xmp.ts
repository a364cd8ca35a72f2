/** How a field of XMP that says where a picture was taken begins, whether it is an attribute or an element. */
export const xmpField = "exif:GPS"
/** Of marks behind which a picture may say where it was taken, far more than one has; what has more is made to keep us busy. */
export const mostMarks = 1000

/** Where the value of the field that begins here lies. It is found in one way only: the name ends where its letters do. */
const valueOf = /^exif:GPS\w*\b(?:\s*=\s*(?:"([^"]*)"|'([^']*)')|[^<>=]*>([^<]*)<)/d

/** Takes out the value of a field of XMP, from its first byte on: it becomes spaces. Whether there was something. */
export function eraseField(bytes: Buffer): boolean {
  const [start, end] = findValue(bytes)
  bytes.fill(" ", start, end)
  return end > start
}

/** Whether XMP says where a picture was taken, or may: where it has more fields of that than are looked at. */
export function saysPlaceInXmp(xmp: Buffer): boolean {
  let left = mostMarks
  for (let at = xmp.indexOf(xmpField); at !== -1; at = xmp.indexOf(xmpField, at + 1)) {
    const [start, end] = findValue(xmp.subarray(at))
    if (end > start || left-- === 0) return true
  }
  return false
}

/** From where to where it is; nowhere where there is none, or an empty one. */
function findValue(bytes: Buffer): [start: number, end: number] {
  // Each byte is a letter, so that places are the same.
  const { indices } = valueOf.exec(bytes.toString("latin1", 0, 4096)) ?? {}
  const [start, end] = indices?.slice(1).find((place) => place !== undefined) ?? [0, 0]
  return bytes.toString("latin1", start, end).trim() === "" ? [0, 0] : [start, end]
}
