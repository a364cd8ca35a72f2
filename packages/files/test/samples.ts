import { crc32, deflateRawSync, deflateSync } from "node:zlib"
import sharp from "sharp"

const utf8 = (text: string) => Buffer.from(text, "utf8")

/** The smallest documents that are what they say; an archive's names are all that tells its type. */
export const documents = {
  "application/pdf": utf8("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
  "application/epub+zip": zipOf({ mimetype: "application/epub+zip", "META-INF/container.xml": "<container/>" }),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": office("word/document.xml", "document"),
  "application/vnd.oasis.opendocument.text": zipOf({ mimetype: "application/vnd.oasis.opendocument.text" }),
  "application/msword": Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]),
  "text/plain": utf8("Le Comité des Ministres s’est réuni.\n"),
  "text/csv": utf8("country,year\nFR,1971\n"),
} as const

/** An Office document with macros. */
export const macros = zipOf({
  "[Content_Types].xml":
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
  "word/document.xml": "<document/>",
})

function office(part: string, kind: string): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}.main+xml`
  return zipOf({
    "[Content_Types].xml": `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    [part]: "<document/>",
  })
}

/** An archive of files, by name; compressed where that is asked. */
export function zipOf(contents: Record<string, string>, { isCompressed = false } = {}): Buffer {
  const parts = Object.entries(contents).map(([name, text]) => {
    const bytes = isCompressed ? deflateRawSync(text, { level: 9 }) : utf8(text)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(isCompressed ? 8 : 0, 8)
    header.writeUInt32LE(crc32(utf8(text)), 14)
    header.writeUInt32LE(bytes.length, 18)
    header.writeUInt32LE(utf8(text).length, 22)
    header.writeUInt16LE(utf8(name).length, 26)
    return Buffer.concat([header, utf8(name), bytes])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([...parts, end])
}

/** A photograph by a camera that was held on its side and knew where it was. */
export const photograph = (width = 1600, height = 1000): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#246" } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: "Ada" }, IFD3: { GPSLatitude: "48/1 35/1 0/1" } })
    .jpeg()
    .toBuffer()

/** A plain picture of any format, with parts that are seen through. */
export const picture = (format: "png" | "webp" | "gif" | "avif" | "tiff", width = 800, height = 500): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } })
    .toFormat(format)
    .toBuffer()

/** A few kilobytes that become a picture of as many black and white pixels as one likes. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 })
  const parts = [chunkOf("IHDR", header), chunkOf("IDAT", rows), chunkOf("IEND", Buffer.alloc(0))]
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts])
}

function chunkOf(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([utf8(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A picture that says by EXIF where it was taken, and who took it. */
export const placed = (format: "jpeg" | "png" | "webp" | "avif"): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 40, channels: 3, background: "#642" } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: "Ada", Copyright: "Pompidou Group" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "48/1 35/1 1234/100",
        GPSLongitudeRef: "E",
        GPSLongitude: "7/1 45/1 4321/100",
      },
    })
    .toFormat(format, { quality: 90 })
    .toBuffer()

/** Whether the seconds of that place are in it anywhere, in either order of bytes. */
export const showsPlace = (bytes: Buffer): boolean =>
  [1234, 4321].some((seconds) => {
    const [little, big] = [Buffer.alloc(8), Buffer.alloc(8)]
    little.writeUInt32LE(seconds)
    little.writeUInt32LE(100, 4)
    big.writeUInt32BE(seconds)
    big.writeUInt32BE(100, 4)
    return bytes.includes(little) || bytes.includes(big)
  })

/** A picture that says by XMP where it was taken, in both ways, and who took it. */
export const placedByXmp = (format: "jpeg" | "png" | "webp"): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 40, channels: 3, background: "#246" } })
    .withXmp(xmp)
    .toFormat(format)
    .toBuffer()

const xmp = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Ada" exif:GPSLatitude="48,35.2057N"><exif:GPSLongitude>7,45.7202E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** A PNG with one more chunk, before its pixels. */
export function withChunk(png: Buffer, name: string, content: Buffer): Buffer {
  const at = png.indexOf("IDAT") - 4
  return Buffer.concat([png.subarray(0, at), chunkOf(name, content), png.subarray(at)])
}

/** EXIF as a TIFF, in either order of bytes, whose one directory names who took a picture, and where. */
export function exifOf(order: "II" | "MM"): Buffer {
  const tiff = Buffer.alloc(140)
  const u16 = (value: number, at: number) =>
    order === "II" ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    order === "II" ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    u16(tag, at)
    u16(type, at + 2)
    u32(count, at + 4)
    u32(value, at + 8)
  }
  tiff.write(order)
  u16(42, 2)
  u32(8, 4)
  u16(3, 8)
  entry(10, 0x013b, 2, 6, 100) // Artist
  entry(22, 0x8825, 4, 1, 60) // where the place is
  entry(34, 0xc4a5, 7, 4, 1) // the printer's
  u16(1, 60)
  entry(62, 2, 5, 3, 110) // latitude, as three fractions
  tiff.write("Grace\0", 100, "latin1")
  for (const [index, value] of [48, 1, 35, 1, 12, 1].entries()) u32(value, 110 + 4 * index)
  tiff.write("tail", 136)
  return tiff
}
