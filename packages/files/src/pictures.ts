import type { Sharp } from "sharp"
import { saysPlace } from "./place/exif.js"
import { takeOutPlace } from "./place/take-out-place.js"
import { saysPlaceInXmp } from "./place/xmp.js"
import { hashed, type Spooled } from "./spool.js"
import type { PictureType, Width } from "./widths.js"

/** Pictures read, and made smaller, one after the other, so that the rest goes on. */
export type Pictures = {
  /**
   * Takes out of a picture that was spooled where it was taken, and gives it as it is then: nothing but these bytes has changed.
   * Where that lies in it in a way that cannot be taken out here, why it is not taken, in a sentence.
   */
  withoutPlace(spooled: Spooled): Promise<Spooled | { refusal: string }>
  /**
   * The width and height of a picture in a file as it is seen, or why it is none, in a sentence. It is drawn once, small: what
   * has the beginning of a picture and no more is found out. `"busy"` where too many wait.
   */
  measure(path: string): Promise<{ width: number; height: number } | { refusal: string } | "busy">
  /**
   * A picture in a file at a width, without what its camera or its maker wrote beside it. A moving picture stands still.
   * `"busy"` where too many wait. Throws what libvips says where it cannot be drawn.
   */
  resize(path: string, width: Width, mediaType: PictureType): Promise<Uint8Array | "busy">
}

/** More than a page or a printer wants, fewer than would fill the memory. */
const mostPixels = 64_000_000
/** A large one takes 200 MB while it is drawn; two at once took twice as much, and no less time. */
const atOnce = 1
const mostWaiting = 40
const mostSeconds = 20

/** What reads and resizes pictures. libvips is loaded with the first of them. */
export function createPictures(): Pictures {
  const inTurn = createTurns()
  return {
    withoutPlace: async (spooled) => {
      const isChanged = await takeOutPlace(spooled.path)
      if (isChanged === "hidden") return { refusal: placed }
      const sharp = await library()
      const told = await sharp(spooled.path, reading)
        .metadata()
        .catch(() => undefined) // whoever measures it says what is wrong with it
      const { exif = empty, xmp = empty } = told ?? {}
      // As it is read by others, wherever it lies, and packed as it may be.
      const tiff = exif.subarray(exif.toString("latin1", 0, 4) === "Exif" ? 6 : 0)
      if (saysPlace(tiff) || saysPlaceInXmp(xmp)) return { refusal: placed }
      return isChanged ? hashed(spooled.path) : spooled
    },
    measure: async (path) => {
      const sharp = await library()
      const drawn = await inTurn(async () => {
        const { autoOrient } = await sharp(path, reading).metadata()
        await draw(sharp(path, reading), 320, "image/jpeg")
        return { width: autoOrient.width, height: autoOrient.height }
      })
      if (drawn === "busy") return drawn
      if ("value" in drawn) return drawn.value
      if (isTimeout(drawn.error)) return "busy"
      return { refusal: refusalOf(drawn.error) }
    },
    resize: async (path, width, mediaType) => {
      const sharp = await library()
      const drawn = await inTurn(() => draw(sharp(path, reading), width, mediaType))
      if (drawn === "busy") return drawn
      if ("value" in drawn) return new Uint8Array(drawn.value)
      if (isTimeout(drawn.error)) return "busy"
      throw drawn.error
    },
  }
}

const load = async () => {
  const { default: sharp } = await import("sharp")
  // What was read once is not asked again, and memory counts.
  sharp.cache(false)
  sharp.concurrency(1)
  // Of the many formats that libvips can read, those that are taken: the fewer, the less there is to break.
  sharp.block({ operation: ["VipsForeignLoad"] })
  sharp.unblock({
    operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((format) => `VipsForeignLoad${format}`),
  })
  return sharp
}
let loaded: ReturnType<typeof load> | undefined
const library = () => (loaded ??= load())
const reading = { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true } as const

function draw(picture: Sharp, width: Width, mediaType: PictureType): Promise<Buffer> {
  const smaller = picture.autoOrient().resize({ width, withoutEnlargement: true }).timeout({ seconds: mostSeconds })
  return written[mediaType](smaller).toBuffer()
}

/** So good that nobody sees a difference beside a text, and no slower than it is worth. */
const written: Record<PictureType, (picture: Sharp) => Sharp> = {
  "image/avif": (picture) => picture.avif({ quality: 55, effort: 3 }),
  "image/webp": (picture) => picture.webp({ quality: 78 }),
  "image/jpeg": (picture) => picture.flatten({ background: "white" }).jpeg({ quality: 80, mozjpeg: true }),
  "image/png": (picture) => picture.png({ compressionLevel: 9 }),
}

/** Runs so many at a time and lets as many wait as is worth it. What one throws is its own: it is given as `error`. */
function createTurns() {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Value>(run: () => Promise<Value>): Promise<{ value: Value } | { error: unknown } | "busy"> => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return "busy"
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return { value: await run() }
    } catch (error) {
      return { error }
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/** In words of ours: libvips says more of the machine than whoever sent a picture is to know. */
const refusalOf = (error: unknown): string =>
  error instanceof Error && error.message.includes("pixel limit")
    ? "The picture has more pixels than are drawn here, which is the pixel limit of 64 million."
    : "The picture cannot be drawn: it is damaged, or not what it begins like."

const empty = Buffer.alloc(0)
const placed =
  "The picture says where it was taken (GPS), or may, in a way that cannot be taken out here: save it without that."

/** A machine that is busy with other things may need longer the next time, or not. */
const isTimeout = (error: unknown) => error instanceof Error && error.message.startsWith("timeout")
