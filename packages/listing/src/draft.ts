import type { Locale } from "@pg/domain"
import { type Classification, classify } from "./classify.js"
import type { Dateline } from "./dateline.js"
import { type Issue, type IssueCode, issueAt } from "./issue.js"
import type { DatelineAt, Layout } from "./layout.js"
import { findSubjects, type Subjects } from "./subjects.js"
import { clean, type Range, type Text, trim } from "./text.js"

/** A field's value and the characters that it was read from. */
export type Read<Value> = Range & { value: Value }

/** What one item of the listing says by itself, before its neighbours are asked. */
export type Draft = {
  locale: Locale
  kicker?: Read<string>
  title: Read<string>
  subtitle?: Read<string>
  summary?: Read<string>
  isTruncated: boolean
  dateline?: Dateline & { lines: Range[] }
  languages?: Read<string[]>
  subjects: Subjects
  classification: Classification
}

/** Reads the lines of one item. What breaks a limit is cut, what no field takes becomes an issue. */
export function readDraft(
  text: Text,
  layout: Layout,
  locale: Locale,
  report: (issue: Issue) => void,
): Draft | undefined {
  const note = (range: Range, code: IssueCode, hint?: string) => report(issueAt(text, range, code, hint))
  const fit = (range: Range, longest: number): Range => {
    const { kept, rest } = cut(text.raw, range, longest)
    if (rest) note(rest, "too-long")
    return kept
  }
  for (const range of layout.residue) note(range, "residue")
  const headings = readHeadings(text, layout.headings, fit)
  if (!headings) return undefined
  const summary = readSummary(text, layout.teaser, fit)
  const dateline = mergeDatelines(layout.datelines)
  if (dateline) noteDateline(text, dateline, note)
  const inHeadings = [headings.kicker, headings.title, headings.subtitle].filter((heading) => heading !== undefined)
  const { languages } = layout
  const datedEvent = dateline && eventWords(text, dateline)
  const classification = classify(headingsOf(headings), summary?.value ?? "", locale, datedEvent)
  if (languages && classification.kind !== "publication") note(languages, "residue", onlyPublications)
  return {
    locale,
    ...headings,
    ...(summary && { summary }),
    isTruncated: summary !== undefined && /(?:\.\.\.|…)["'”’»)\]]?$/.test(summary.value),
    ...(dateline && { dateline }),
    ...(languages && { languages: { start: languages.start, end: languages.end, value: languages.locales } }),
    subjects: findSubjects(text.raw, inHeadings, summary ? [summary] : [], locale),
    classification,
  }
}

const onlyPublications = "Only a publication keeps the languages that it is in; check whether this is one."

/** The headings' values, from top to bottom. */
export const headingsOf = ({ kicker, title, subtitle }: Pick<Draft, "kicker" | "title" | "subtitle">): string[] =>
  [kicker, title, subtitle].flatMap((heading) => (heading ? [heading.value] : []))

type Fit = (range: Range, longest: number) => Range

/** One heading is the title; of two the first is the kicker; a third is the subtitle. */
function readHeadings(
  { raw }: Text,
  ranges: readonly Range[],
  fit: Fit,
): Pick<Draft, "kicker" | "title" | "subtitle"> | undefined {
  const read = (range: Range, longest: number): Read<string> => {
    const kept = fit(range, longest)
    return { ...kept, value: clean(raw.slice(kept.start, kept.end)) }
  }
  const [first, second, third] = ranges
  if (!first) return undefined
  if (!second) return { title: read(first, 5000) }
  return { kicker: read(first, 2000), title: read(second, 5000), ...(third && { subtitle: read(third, 2000) }) }
}

/** The teaser's lines; where blank lines part them, they are paragraphs. */
function readSummary({ raw }: Text, lines: readonly Range[], fit: Fit): Read<string> | undefined {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return undefined
  const kept = fit({ start: first.start, end: last.end }, 20_000)
  const value = raw
    .slice(kept.start, kept.end)
    .split(/\r\n|\n|\r/)
    .map(clean)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
  return { ...kept, value }
}

/** Cuts a range at a word's end, or failing that anywhere but within a character, to a length. */
function cut(raw: string, range: Range, longest: number): { kept: Range; rest?: Range } {
  if (range.end - range.start <= longest) return { kept: range }
  const limit = range.start + longest
  const space = raw.slice(range.start, limit + 1).search(/\s\S*$/)
  const isHalf = /[\ud800-\udbff]/.test(raw[limit - 1]!) && /[\udc00-\udfff]/.test(raw[limit]!)
  const end = space > longest / 2 ? range.start + space : limit - (isHalf ? 1 : 0)
  return { kept: trim(raw, { start: range.start, end }), rest: trim(raw, { start: end, end: range.end }) }
}

/** A dateline over one or two lines, its ranges counted from the start of the listing. */
function mergeDatelines(datelines: readonly DatelineAt[]): Draft["dateline"] {
  if (datelines.length === 0) return undefined
  const moved = datelines.map(({ start, dateline }) => move(dateline, start))
  const [date, mode] = [moved.find((one) => one.date)?.date, moved.find((one) => one.mode)?.mode]
  return {
    lines: datelines.map(({ start, end }) => ({ start, end })),
    places: moved.flatMap(({ places }) => places),
    bodies: moved.flatMap(({ bodies }) => bodies),
    leaked: moved.flatMap(({ leaked }) => leaked),
    ...(date && { date }),
    ...(mode && { mode }),
  }
}

function move({ date, mode, places, bodies, leaked }: Dateline, by: number): Dateline {
  const moved = <Found extends Range>(found: Found): Found => ({
    ...found,
    start: found.start + by,
    end: found.end + by,
  })
  return {
    ...(date && { date: moved(date) }),
    ...(mode && { mode: moved(mode) }),
    places: places.map(moved),
    bodies: bodies.map(moved),
    leaked: leaked.map(moved),
  }
}

/** Says what an editor should look at in a dateline. */
function noteDateline(
  text: Text,
  { date, places, leaked }: Dateline,
  note: (range: Range, code: IssueCode, hint?: string) => void,
): void {
  if (date?.problem !== undefined) note(date, "impossible-date", date.problem)
  else if (date?.doubt !== undefined) note(date, "partial-date", date.doubt)
  else if (date && !date.hasYear) note(date, "partial-date", noYear)
  if (date?.wrongWeekday) note(date, "wrong-weekday")
  for (const range of leaked) note(range, "leaked-label")
  for (const { doubt, suggestion, ...range } of places)
    if (doubt === "unknown") note(range, "unknown-place")
    else if (doubt === "misspelt")
      note(range, "misspelt-place", `No place of this name is known; did you mean “${suggestion}”?`)
}

const noYear = "The year is not said, and none was made up; add it in the source."

/** The words of a dateline that make its date an event's: a way to attend, or a range. */
function eventWords({ raw }: Text, { date, mode }: Dateline): string | undefined {
  const isRange = date?.isRange === true && date.edtf !== undefined
  return mode ? raw.slice(mode.start, mode.end) : isRange ? raw.slice(date.start, date.end) : undefined
}
