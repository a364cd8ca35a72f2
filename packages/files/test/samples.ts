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
