/**
 * A Markdown text to be read where nothing is rendered, in a calendar say: its words, in its lines, without the marks. A note
 * keeps its number, `[1]`; of a link its words are left, of a table its cells. It is not read as CommonMark, which would take a hundred times
 * as long: what is no mark to these rules stands as it was written. Takes time in proportion to the text's length.
 */
export function plainText(markdown: string): string {
  const words = withoutInline(withoutBlocks(markdown.replace(escaped, hide)))
  // One stress may be within another.
  return withoutStress(withoutStress(words))
    .replace(hidden, show)
    .replace(entity, (_, name: string) => entities[name] ?? "")
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

const withoutBlocks = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/^ {0,3}(?:>[ \t]?)+/gm, "")
    .replace(/^ {0,3}#{1,6}[ \t]+/gm, "")
    .replace(/^ {0,3}(?:`{3,}|~{3,})[^`\n]*$/gm, "")
    // Lines under headings and between parts, and those that make a table of others.
    .replace(/^(?=[ \t|:]*[-=*_])[ \t|:=*_-]+(?:\n|$)/gm, "")
    .replace(/^[ \t]*\|(.*)$/gm, (_, cells: string) => cells.trim().replace(/\|$/, ""))
    .replace(/(?<![ \t])[ \t]*\|[ \t]*/g, " · ")
    .replace(/^ {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*\S.*\n?/gm, "")
    .replace(/\[\^([^[\]\s]+)\]:?/g, "[$1]")
    .replace(/\\$/gm, "")

const withoutInline = (text: string) =>
  text
    .replace(/<br[ \t]*\/?>/gi, "\n")
    .replace(/<(https?:[^\s<>]+)>/gi, "$1")
    .replace(/<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi, "")
    .replace(/!?\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "$1")
    .replace(/\[([^[\]\n]+)\]\[[^[\]\n]*\]/g, "$1")

const withoutStress = (text: string) =>
  text
    .replace(/(?:\*{1,3}|~~)(?=[^\s*~])([^*~\n]*[^\s*~])(?:\*{1,3}|~~)/g, "$1")
    .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])([^_\n]*[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/`+([^`\n]+)`+/g, "$1")

/** What a backslash made a plain sign is out of the way of all rules, as a character that no text has. */
const escaped = /\\([!-/:-@[-`{-~])/g
const hidden = /[\u{F0021}-\u{F007E}]/gu
const hide = (_: string, sign: string) => String.fromCodePoint(0xf0000 + sign.charCodeAt(0))
const show = (sign: string) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xf0000)

const entity = /&(amp|lt|gt|quot|nbsp);/g
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" }
