import type { Item, Relation } from "@pg/domain"
import { languages } from "./languages/all.js"
import { fold, type Token, tokenise } from "./tokens.js"

/**
 * Links each call for applications to the course that it is for, where another item of the listing gives the course's
 * name in the same words. The name is what the call's headings say around the word for a course: three telling words
 * or more. Where several items give it alike, none is linked.
 */
export function relate(items: readonly Item[]): void {
  const courses = items.filter(({ type }) => type !== undefined && courseTypes.has(type))
  const calls = items.filter(({ type }) => type === "course-call-for-applications")
  if (courses.length === 0 || calls.length === 0) return
  const named = indexNames(courses)
  for (const call of calls.slice(0, most)) {
    const names = namesOf(headingsOf(call)).toSorted((a, b) => b.length - a.length)
    const name = names.find((candidate) => named.has(candidate))
    const [course, ...others] = name === undefined ? [] : named.get(name)!
    if (!course || others.length > 0 || isOfOtherYear(call, course)) continue
    add(call, { rel: "callFor", id: course.id })
    add(course, { rel: "hasCall", id: call.id })
  }
}

/** Whether both headings name years, and none of them in common. */
function isOfOtherYear(call: Item, course: Item): boolean {
  const [asked, given] = [call, course].map((item) =>
    headingsOf(item).flatMap((heading) => heading.match(/\b(?:19|20)\d\d\b/g) ?? []),
  )
  return asked!.length > 0 && given!.length > 0 && !asked!.some((year) => given!.includes(year))
}

const courseTypes: ReadonlySet<string> = new Set(["course", "course-launch", "executive-training", "training"])
const most = 10_000

function add({ relations }: Item, relation: Relation): void {
  if (relations.length < 1000) relations.push(relation)
}

function indexNames(courses: readonly Item[]): Map<string, Item[]> {
  const named = new Map<string, Item[]>()
  for (const course of courses)
    for (const name of new Set([...namesOf(headingsOf(course)), ...namesOf([course.summary ?? ""])]))
      named.set(name, [...(named.get(name) ?? []), course].slice(0, 2))
  return named
}

const headingsOf = ({ kicker, title, subtitle }: Item): string[] =>
  [kicker, title, subtitle].filter((text) => text !== undefined)

/** The runs of words, folded, that hold a word for a course and at least three words that tell something. */
function namesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const tokens = tokenise(text.slice(0, 5000))
    return tokens.flatMap((token, at) => (courseWords.has(token.folded) ? runsAround(tokens, at) : []))
  })
}

function runsAround(tokens: readonly Token[], noun: number): string[] {
  const [first, last] = [reach(tokens, noun, -1), reach(tokens, noun, 1)]
  const runs: string[] = []
  for (let from = first; from <= noun; from++)
    for (let to = noun; to <= last; to++) {
      const words = tokens.slice(from, to + 1).map(({ folded }) => folded)
      const isTelling = [words[0]!, words.at(-1)!].every((word) => !little.has(word))
      if (isTelling && words.filter((word) => !little.has(word)).length >= 3) runs.push(words.join(" "))
    }
  return runs
}

/** At most six words away, and not beyond a mark. */
function reach(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let at = from
  while (Math.abs(at - from) < 6 && tokens[at + step]?.kind === "word") at += step
  return at
}

const courseWords: ReadonlySet<string> = new Set(
  languages.flatMap(({ signals }) => [...(signals.course ?? []), ...(signals.training ?? [])].map(fold)),
)
const little: ReadonlySet<string> = new Set(
  languages.flatMap(({ frequent, articles, conjunctions, placePrepositions }) =>
    [...frequent, ...articles, ...conjunctions, ...placePrepositions].map(fold),
  ),
)
