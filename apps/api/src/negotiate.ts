import { type Format, formats } from "@pg/formats"
import type { Context } from "hono"
import { accepts } from "hono/accepts"
import { parseAccept } from "hono/utils/accept"
import { remember } from "./remember.js"

type Range = { type: string; q: number }

/** A last part of an address, cut into its name and the format that its suffix names: `items.atom`, `items.csl.json`. */
export function cutSuffix(text: string): { name: string; format: Format | undefined } {
  const format = text.includes(".") ? longestFirst.find(({ extension }) => text.endsWith(`.${extension}`)) : undefined
  return { name: format ? text.slice(0, -format.extension.length - 1) : text, format }
}

const longestFirst = formats.toSorted((a, b) => b.extension.length - a.extension.length)

/**
 * The format that a request's Accept header likes best (RFC 9110 section 12.5.1), the first of the registry where it has
 * none; `undefined` where it takes none that there is.
 */
export const negotiate = (c: Context): Format | undefined => likedFormat(c.req.header("Accept"))

/** The same for an Accept header. */
export const likedFormat = (accept: string | undefined): Format | undefined => liked(accept).format

const mediaTypes = formats.map(({ mediaType }) => mediaType)

const liked = remember((accept) => {
  const wanted = accept ? preferred(parseAccept(accept), mediaTypes) : mediaTypes[0]
  return { format: formats.find(({ mediaType }) => mediaType === wanted) }
})

/** Of some media types the one that the Accept header likes best; the first where there is no header, "" where none will do. */
export const preferredType = (c: Context, mediaTypes: string[]): string =>
  accepts(c, {
    header: "Accept",
    supports: mediaTypes,
    default: mediaTypes[0] ?? "",
    match: (ranges, { supports }) => preferred(ranges, supports) ?? "",
  })

/**
 * The extension in the address by which a document names itself: without one, the address of a document that was asked for
 * by Accept would give whoever follows it JSON.
 */
export const extensionOf = (format: Format, suffix: Format | undefined): string | undefined =>
  suffix?.extension ?? (format === formats[0] ? undefined : format.extension)

/** Of equally liked types the first. */
function preferred(ranges: readonly Range[], mediaTypes: readonly string[]): string | undefined {
  const liked = mediaTypes.map((mediaType) => ({ mediaType, q: qualityOf(mediaType, ranges) }))
  return liked.filter(({ q }) => q > 0).toSorted((a, b) => b.q - a.q)[0]?.mediaType
}

/** How well liked a media type is: the most exact range that has it in it decides. */
export function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const exactness = [mediaType, `${mediaType.split("/")[0]}/*`, "*/*"]
  return (
    exactness
      .map((type) => ranges.find((range) => range.type.toLowerCase() === type)?.q)
      .find((q) => q !== undefined) ?? 0
  )
}
