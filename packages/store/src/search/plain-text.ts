/** The words of a Markdown text, without its links' addresses and the marks that make headings, lists, tables and stress. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, "")
    .replace(/^[ \t|:-]+$/gm, " ")
    .replace(/[*_`|]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
