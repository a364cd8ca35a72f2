import { formats } from "@pg/formats"
import { parseAccept } from "hono/utils/accept"
import { linksetTypes } from "../links.js"
import { qualityOf } from "../negotiate.js"
import { remember } from "../remember.js"

/**
 * What of an Accept header tells answers apart: how much it likes each media type that there is. Whatever is negotiated by
 * `qualityOf`, headers of the same form get the same.
 */
export const acceptForm: (accept: string | undefined) => string = remember((accept) => {
  // An empty header counts as none, as in `preferredType`.
  const ranges = parseAccept(accept || "*/*")
  return mediaTypes.map((mediaType) => qualityOf(mediaType, ranges)).join(" ")
})

const mediaTypes = [...formats.map(({ mediaType }) => mediaType), ...linksetTypes.map(({ type }) => type)]
