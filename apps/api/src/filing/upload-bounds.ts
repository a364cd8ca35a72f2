import type { TooMany, UploadBounds } from "@pg/store"
import { Refused } from "../writing/refused.js"

/**
 * What unfinished uploads may hold, for files of at most so many bytes: of one token so much that a program may send some large
 * files at once, in all so much that a disk has room for it. What is to come counts as if it had come.
 */
export const uploadBounds = (mostBytes: number): UploadBounds => ({
  ofToken: { uploads: 50, bytes: 10 * mostBytes },
  inAll: { uploads: 500, bytes: 50 * mostBytes },
})

/** There is no room for another upload: of the token's own, which it may end (429), or of all (507). */
export function noRoom({ whose, uploads, bytes, until }: TooMany, bounds: UploadBounds, now: Date): Refused {
  const most = bounds[whose]
  const held = `${uploads} of ${most.uploads} uploads and ${inWords(bytes)} of ${inWords(most.bytes)} bytes`
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1000) || 60)
  const more = { members: { unfinished: { uploads, bytes }, most }, headers: { "Retry-After": String(seconds) } }
  return whose === "ofToken"
    ? new Refused(
        "tooManyUploads",
        `Unfinished uploads of this token hold ${held} that they may: finish one, or end one by DELETE.`,
        more,
      )
    : new Refused("full", `Unfinished uploads hold ${held} that they may in all: try again later.`, more)
}

const inWords = (count: number) => count.toLocaleString("en")
