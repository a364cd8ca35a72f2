import { boundsOf } from "./values/edtf.js"

type Dated = { issued?: string | undefined; issuedBounds?: string | undefined }

/**
 * The text by which items are sorted by date of issue: plain text comparison of two keys puts the older first.
 * It is the latest day that the date can mean, then `=` where that is the only day and `<` where it is only a limit,
 * so that "June 2021" and an undated item "not after 30 June 2021" stand just before the 30th itself. By `issued`,
 * else by `issuedBounds`; where neither has a latest day, its earliest one and `>`; "" where nothing is known, which
 * a list puts last in both directions. No day is invented: a key is never shown.
 */
export function sortKey({ issued, issuedBounds }: Dated): string {
  const { earliest, latest } = [issued, issuedBounds]
    .map((edtf) => (edtf === undefined ? {} : boundsOf(edtf)))
    .reduceRight((rest, bounds) => ((bounds.earliest ?? bounds.latest) ? bounds : rest), {})
  if (latest !== undefined) return latest + (earliest === latest ? "=" : "<")
  return earliest === undefined ? "" : `${earliest}>`
}
