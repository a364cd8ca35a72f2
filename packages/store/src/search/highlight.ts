import type { Highlight, Item } from "@pg/domain"
import { writtenAs } from "./acronym-forms.js"
import { analyse, languageOf, type Word } from "./analyse.js"
import { plain, withoutMarks } from "./plain-text.js"
import { type Phrase, type Reading, readQuestion } from "./question.js"

const fields = ["title", "summary", "body"] as const
const longestText = 300
/** Beyond this no body is read for its highlights, so that a page of very long ones comes at once too. */
const longestRead = 100_000

/** The found words of each item, by its id: title, summary and body where they have one, cut to what stands around them. */
export function highlightsOf(items: readonly Item[], question: string): Record<string, Highlight[]> {
  const readings = readQuestion(question)
  return Object.fromEntries(
    items
      .map((item) => [item.id, highlights(item, readings)] as const)
      .filter(([, highlights]) => highlights.length > 0),
  )
}

/**
 * What is asked of the title is marked there only; a phrase is one mark. The body, which is long, is read only for what
 * neither title nor summary says, and only as far as its first paragraph with something of that in it.
 */
function highlights(item: Item, readings: readonly Reading[]): Highlight[] {
  const language = languageOf(item.locale)
  const wanted = readings.find((reading) => reading.language === language)?.wanted ?? []
  const phrasesIn = (field: Highlight["field"]) =>
    wanted.filter(({ isInTitle }) => field === "title" || !isInTitle).map(({ ways }) => ways.flat())
  const found = fields
    .filter((field) => field !== "body")
    .flatMap((field) => highlight(field, item[field] ?? "", item.locale, phrasesIn(field).flat()) ?? [])
  const said = found.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to))).join("\n")
  const unsaid = phrasesIn("body").filter((phrases) => marksIn(said, item.locale, phrases).length === 0)
  if (unsaid.length === 0 || item.body === undefined) return found
  for (const paragraph of withoutMarks(item.body.slice(0, longestRead)).split(/\n\s*\n/)) {
    const inBody = highlight("body", plain(paragraph), item.locale, unsaid.flat())
    if (inBody) return [...found, inBody]
  }
  return found
}

function highlight(field: Highlight["field"], text: string, locale: string, phrases: readonly Phrase[]) {
  const marks = marksIn(text, locale, phrases)
  if (marks.length === 0) return undefined
  return field === "title" ? { field, text, marks } : { field, ...excerpt(text, marks) }
}

/** Where phrases stand in a text; of two that begin at one word, the longer. */
function marksIn(text: string, locale: string, phrases: readonly Phrase[]): [number, number][] {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length)
  const byFirst = Map.groupBy(longestFirst, ([first = ""]) => first)
  const inCapitals = longestFirst.filter(([first = ""]) => writtenAs(first) !== undefined)
  const words = analyse(text, locale)
  const marks: [number, number][] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    const phrase =
      byFirst.get(word.token)?.find((phrase) => phrase.every((token, index) => words[at + index]?.token === token)) ??
      inCapitals.find(([first = ""]) => writtenAs(first) === text.slice(word.from, word.to))
    if (!phrase) continue
    at += phrase.length - 1
    marks.push([word.from, words[at]?.to ?? word.to])
  }
  return marks
}

/** The part of a text with most marks in it, cut between words, and the marks in it. */
function excerpt(text: string, marks: [number, number][]): Omit<Highlight, "field"> {
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
function densest(marks: readonly [number, number][]): [number, number] {
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
