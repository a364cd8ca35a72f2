import type { Highlight } from "@pg/domain"
import type { Mark } from "./marks.js"

const longestText = 300

/** The part of a text with most marks in it, cut between words, and the marks in it. */
export function excerpt(text: string, marks: Mark[]): Omit<Highlight, "field"> {
  if (text.length <= longestText) return { text, marks }
  const [first, last] = densest(marks)
  const from = cutAfter(text, Math.max(0, first - longestText / 3))
  const to = cutBefore(text, Math.max(last, Math.min(text.length, from + longestText)))
  return {
    text: text.slice(from, to),
    marks: marks.filter((mark) => mark[0] >= from && mark[1] <= to).map((mark) => [mark[0] - from, mark[1] - from]),
  }
}

/** Where the most marks stand within half of the longest text: the first one's beginning and end. */
function densest(marks: readonly Mark[]): Mark {
  let best = { at: 0, count: 0 }
  let start = 0
  for (const [end, [, to]] of marks.entries()) {
    while ((marks[start]?.[0] ?? to) < to - longestText / 2 && start < end) start++
    if (end - start + 1 > best.count) best = { at: start, count: end - start + 1 }
  }
  return marks[best.at] ?? [0, 0]
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
  const near = Math.max(0, at - longestText / 4)
  const gap = text.slice(near, at + 1).search(/\s\S*$/)
  return gap < 0 ? at : near + gap
}
