import type { Locale } from "@pg/domain"
import { type Classification, classify } from "./classify.js"
import { cut } from "./cut.js"
import { type DraftDateline, eventWords, mergeDatelines, noteDateline } from "./draft-dateline.js"
import { type Issue, type IssueCode, issueAt } from "./issue.js"
import { findDate } from "./readers/date.js"
import type { Layout } from "./layout.js"
import { findSubjects, type Subjects } from "./subjects.js"
import { type Passage, tokenise } from "./tokens.js"
import { clean, type Range, type Text } from "./text.js"

/** A field's value and the characters that it was read from. */
type Read<Value> = Range & { value: Value }

/** What one item of the listing says by itself, before its neighbours are asked. */
export type Draft = {
  locale: Locale
  kicker?: Read<string>
  title: Read<string>
  subtitle?: Read<string>
  summary?: Read<string>
  isTruncated: boolean
  dateline?: DraftDateline
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
  for (const range of layout.strays) note(range, "missing-separator", secondDateline)
  const headings = readHeadings(text, layout.headings, fit)
  if (!headings) return undefined
  const summary = readSummary(text, layout.teaser, fit)
  const dateline = mergeDatelines(layout.datelines)
  if (dateline) noteDateline(text, dateline, note)
  else noteUnreadDateline(text, layout.headings, note)
  const passages = [headings.kicker, headings.title, headings.subtitle].flatMap((part) =>
    part ? [passageOf(text, part)] : [],
  )
  const teaser = summary ? [passageOf(text, summary)] : []
  const { languages } = layout
  const datedEvent = dateline && eventWords(text, dateline)
  const classification = classify(passages, teaser, locale, datedEvent)
  if (languages && classification.kind !== "publication") note(languages, "residue", onlyPublications)
  if (dateline?.mode && classification.kind === "publication") note(dateline.mode, "residue", notPublications)
  return {
    locale,
    ...headings,
    ...(summary && { summary }),
    isTruncated: summary !== undefined && /(?:\.\.\.|…)["'”’»)\]]?$/.test(summary.value),
    ...(dateline && { dateline }),
    ...(languages && { languages: { start: languages.start, end: languages.end, value: languages.locales } }),
    subjects: findSubjects(passages, teaser, locale),
    classification,
  }
}

function passageOf({ raw }: Text, { start, end }: Range): Passage {
  const text = raw.slice(start, end)
  return { start, text, tokens: tokenise(text) }
}

/** A second heading with a full date in it, where there is no dateline, may be one that was not understood. */
function noteUnreadDateline(
  { raw }: Text,
  headings: readonly Range[],
  note: (range: Range, code: IssueCode) => void,
): void {
  const last = headings.at(-1)
  if (!last || headings.length < 2 || last.end - last.start > 200) return
  const line = raw.slice(last.start, last.end)
  if (line.length <= 40 && vague.test(line)) return note(last, "unread-dateline")
  const tokens = tokenise(line)
  const date = findDate(tokens)
  if (!date?.hasYear) return
  const others = tokens.length - (date.to - date.from)
  if (others <= { day: Number.POSITIVE_INFINITY, month: 4, year: 1 }[date.precision]) note(last, "unread-dateline")
}

/** What stands where a date is not settled: a quarter, to be confirmed. */
const vague = /\bQ[1-4]\b|\bt\.?b\.?[acd]\b|\bto be (?:confirmed|announced|decided)\b|à (?:confirmer|préciser)/i

const secondDateline =
  "This looks like the dateline of another item; if it is, put a separator such as “Read more” above its heading."
const notPublications = "A publication has no way to attend; check whether this is one."
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
