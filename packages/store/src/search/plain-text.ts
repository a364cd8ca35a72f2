/** A text in one line. */
export const plain = (text: string): string => text.replace(/\s+/g, " ").trim()

/** The words of a Markdown text, without its links' addresses and the marks that make headings, lists, tables and stress. */
export const withoutMarks = (markdown: string): string => withoutSigns(withoutLinks(markdown))

/** A Markdown text with the words of its links in their place. */
export const withoutLinks = (markdown: string): string =>
  markdown.includes("](") ? markdown.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1") : markdown

/** A Markdown text without all other marks: none of its words is new, and what is done to a line depends on it alone. */
export const withoutSigns = (markdown: string): string =>
  markdown
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, "")
    .replace(/^[ \t|:-]+$/gm, " ")
    .replace(/[*_`|]+/g, " ")
