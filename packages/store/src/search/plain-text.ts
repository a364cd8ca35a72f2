/** A text in one line. */
export const plain = (text: string): string => text.replace(/\s+/g, " ").trim()

/** The words of a Markdown text, without its links' addresses and the marks that make headings, lists, tables and stress. */
export const withoutMarks = (markdown: string): string =>
  (markdown.includes("](") ? markdown.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1") : markdown)
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, "")
    .replace(/^[ \t|:-]+$/gm, " ")
    .replace(/[*_`|]+/g, " ")
