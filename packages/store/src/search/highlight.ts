import type { Highlight, Item } from "@pg/domain"
import { analyse, analyseQuestion } from "./analyse.js"

const fields = ["title", "summary", "body"] as const
const longestText = 300

/** The found words of each item, by its id: title, summary and body where they have one, cut to what stands around them. */
export function highlightsOf(items: readonly Item[], question: string): Record<string, Highlight[]> {
  const asked = new Set(analyseQuestion(question).flat())
  return Object.fromEntries(
    items
      .map((item) => [item.id, fields.flatMap((field) => highlight(item, field, asked) ?? [])] as const)
      .filter(([, highlights]) => highlights.length > 0),
  )
}

function highlight(item: Item, field: Highlight["field"], asked: ReadonlySet<string>): Highlight | undefined {
  const text = field === "body" ? plainText(item.body ?? "") : (item[field] ?? "")
  const marks = analyse(text, item.locale)
    .filter(({ token }) => asked.has(token))
    .map(({ from, to }): [number, number] => [from, to])
  if (marks.length === 0) return undefined
  return field === "title" ? { field, text, marks } : { field, ...excerpt(text, marks) }
}

/** The part of a text with most found words in it, cut between words, and the marks in it. */
function excerpt(text: string, marks: [number, number][]): Omit<Highlight, "field"> {
  if (text.length <= longestText) return { text, marks }
  const within = ([first]: [number, number]) => marks.filter(([from, to]) => from >= first && to <= first + longestText / 2)
  const densest = marks.reduce((best, mark) => (within(mark).length > best.count ? { mark, count: within(mark).length } : best), {
    mark: marks[0] as [number, number],
    count: 0,
  }).mark
  const from = cutAfter(text, Math.max(0, densest[0] - longestText / 3))
  const to = cutBefore(text, Math.max(densest[1], Math.min(text.length, from + longestText)))
  return {
    text: text.slice(from, to),
    marks: marks.filter((mark) => mark[0] >= from && mark[1] <= to).map((mark) => [mark[0] - from, mark[1] - from]),
  }
}

/** The next beginning of a word at or after a place near the front, the place itself where there is none near. */
function cutAfter(text: string, at: number): number {
  if (at === 0) return 0
  const gap = text.slice(at, at + longestText / 4).search(/\s\S/)
  return gap < 0 ? at : at + gap + 1
}

/** The last end of a word at or before a place. */
function cutBefore(text: string, at: number): number {
  if (at >= text.length) return text.length
  const gap = text.slice(0, at + 1).search(/\s\S*$/)
  return gap < at - longestText / 4 ? at : gap
}

/** The words of a Markdown text, without its links' addresses and the marks that make headings, lists, tables and stress. */
const plainText = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, "")
    .replace(/[*_`|]+|^\s*[-:|\s]+$/gm, " ")
    .replace(/\s+/g, " ")
    .trim()
