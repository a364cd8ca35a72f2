/** How a field of XMP that says where a picture was taken begins, whether it is an attribute or an element. */
export const xmpField = "exif:GPS"

/** Where the value of the field that begins here lies. */
const valueOf = /^exif:GPS\w*(?:\s*=\s*(?:"([^"]*)"|'([^']*)')|[^<>=]*>([^<]*)<)/d

/** Takes out the value of a field of XMP, from its first byte on: it becomes spaces. Whether there was something. */
export function eraseField(bytes: Buffer): boolean {
  // Each byte is a letter, so that places are the same.
  const { indices } = valueOf.exec(bytes.toString("latin1", 0, 4096)) ?? {}
  const [start, end] = indices?.slice(1).find((place) => place !== undefined) ?? [0, 0]
  if (bytes.toString("latin1", start, end).trim() === "") return false
  bytes.fill(" ", start, end)
  return true
}

/** Whether XMP says where a picture was taken. */
export function saysPlaceInXmp(xmp: Buffer): boolean {
  for (let at = xmp.indexOf(xmpField); at !== -1; at = xmp.indexOf(xmpField, at + 1))
    if (eraseField(Buffer.from(xmp.subarray(at)))) return true
  return false
}
