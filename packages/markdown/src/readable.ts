/**
 * Whether a text is Markdown that a page can wait for. Reading it takes time that grows with the square of a paragraph, of the
 * depth and the number of quotations and lists, and of the marks in a line; and a table is filled up to its widest row. Nothing that a person writes
 * comes near these bounds.
 */
export function isReadable(markdown: string): boolean {
  if (markdown.length > longest || countOf(markdown, /\[\^/g) > mostMentions) return false
  let widest = 0
  let rows = 0
  let containers = 0
  let tables = 0
  let definitions = 0
  for (const line of markdown.split("\n")) {
    const depth = countOf(leading.exec(line)?.[0] ?? "", /[>*+-]|\d[.)]/g)
    containers += depth
    if (depth > deepest || containers > mostContainers) return false
    if (/^[ \t|:-]*-[ \t|:-]*$/.test(line)) tables++
    if (/^ {0,3}\[/.test(line)) definitions++
    if (tables > mostTables || definitions > mostDefinitions) return false
    const cells = countOf(line, /\|/g)
    widest = Math.max(widest, cells)
    if (cells > 0) rows++
    if (cells > mostCells || widest * rows > mostCellsInAll || indentOf(line) > deepest * 4) return false
  }
  return markdown.split(/\n\s*\n/).every((paragraph) => countOf(paragraph, marks) <= mostMarks)
}

const longest = 50_000
const deepest = 12
/** Quotations and points of lists: they are looked through for each line that ends one. */
const mostContainers = 2000
/** Lines as below the head of a table; they may be rules and lists' points too. */
const mostTables = 200
const mostDefinitions = 500
/** Of notes: each is a link there and one back. */
const mostMentions = 1000
const mostCells = 60
const mostCellsInAll = 20_000
const mostMarks = 1500
/** What begins or ends something within a paragraph, each end of a line too. */
const marks = /[[\]*_`~<!&\\\n]|https?:|www\./g

/** What stands before a line's text: marks of quotations and lists. */
const leading = /^(?:[ \t]*(?:>|[-+*](?=[ \t>]|$)|\d{1,9}[.)](?=[ \t]|$)))+/

const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
