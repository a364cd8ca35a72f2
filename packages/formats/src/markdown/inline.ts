import { oneLine } from "../one-line.js"

/**
 * A text as one line of CommonMark that reads as just that text: whatever could begin markup, in it or at its start, or
 * close a heading at its end, has a backslash in front (CommonMark 0.31 section 2.4).
 */
export function escapeLine(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_[\]<>|~${}]|&(?=[#\w])/g, "\\$&")
      // What GitHub takes for an address (GFM 6.9) has no escapes in it: one that would need them is no address.
      .replace(/\b(?:www(?=[.]\S*\\)|https?(?=:\/\/\S*\\))/gi, "$&\\")
      .replace(/^[#+\-=:]/, "\\$&")
      .replace(/^(\d{1,9})(?=[.)])/, "$1\\")
      .replace(/(?<=\s)#(?=#*$)/, "\\#")
  )
}

/** A text of several lines: an empty one between paragraphs, and a hard break where a line ends within one. */
export function escapeLines(text: string): string {
  return text
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.split("\n").map(escapeLine).filter(Boolean).join("\\\n"))
    .filter(Boolean)
    .join("\n\n")
}

/** An inline link, section 6.3. */
export const link = (text: string, url: string): string => `[${escapeLine(text)}](${destination(url)})`

/** An address that stands for itself: an autolink, section 6.5, where it can be one. */
export const autolink = (url: string): string => (/^https?:[^\s<>\p{Cc}]+$/iu.test(url) ? `<${url}>` : link(url, url))

/** A picture and the text that stands for it, section 6.4. */
export const image = (alt: string, url: string): string => `!${link(alt, url)}`

/** An address with no character by which its place could end, and no `&` that would be read as another character. */
const destination = (url: string) =>
  url
    .toWellFormed()
    .replace(/[\s\\()<>`\p{Cc}]/gu, (character) => encoded[character] ?? encodeURIComponent(character))
    .replace(/&(?=#?\w+;)/g, "&amp;")

/** What encodeURIComponent leaves as it is. */
const encoded: Record<string, string> = { "(": "%28", ")": "%29" }
