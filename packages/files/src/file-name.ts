import { extensionOf } from "./media-types.js"

/**
 * The name by which a file of a type is served: the last part of the path that it was given, without what turns or breaks a
 * line, hides, or means something to a file system, and with the ending of its type. `file` where nothing is left of it.
 */
export function fileNameOf(given: string, mediaType: string): string {
  const extension = extensionOf(mediaType)
  const last = given.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const kept = last
    .replace(/\s+/gu, " ")
    .replace(/[\p{C}\uFFFD"*:<>?|]/gu, "")
    .replace(endings(extension), "")
  const name = Array.from(kept.replace(/^[. ]+/, ""))
    .slice(0, mostLetters)
    .join("")
    .replace(/[. ]+$/, "")
  return `${name || "file"}.${extension}`
}

const mostLetters = 120

const endings = (extension: string) => new RegExp(`\\.(?:${extension === "jpg" ? "jpe?g" : extension}) *$`, "i")
