import { bodies, type Concept, topics } from "@pg/domain"
import { adjectives, stateWords } from "./gazetteer/country-names.js"
import { countryNamesIn } from "./gazetteer/places.js"
import { languageOf } from "./languages/all.js"
import { headingTopics } from "./rules/topics.js"
import { findPhrases, indexPhrases, isAcronym, type Phrases } from "./phrases.js"
import type { Range } from "./text.js"
import { type Passage, type Token, tokenise } from "./tokens.js"

/** What an item is about, each term with where the text first names it. */
export type Subjects = Record<"topics" | "countries" | "bodies", Map<string, Range>>

/**
 * Finds the terms of the vocabularies, and countries, in headings and teaser. A term that touches the dots of a cut
 * teaser may be the beginning of another, and is left out.
 */
export function findSubjects(headings: readonly Passage[], teaser: readonly Passage[], locale: string): Subjects {
  const subjects: Subjects = { topics: new Map(), countries: new Map(), bodies: new Map() }
  for (const passage of [...headings, ...teaser]) {
    collect(subjects.topics, (teaser.includes(passage) ? topicsOfTeasers : topicsOfHeadings)(locale), passage)
    collect(subjects.bodies, bodyIndex, passage)
    collect(subjects.countries, countriesIn(locale), passage)
    collectStates(subjects.countries, passage)
  }
  return subjects
}

function collect(into: Map<string, Range>, index: Phrases<string>, { start, text, tokens }: Passage): void {
  for (const { value, from, to } of findPhrases(index, tokens)) {
    const [first, last] = [tokens[from]!.start, tokens[to - 1]!.end]
    if (!into.has(value) && !cutHere.test(text.slice(last, last + 4)))
      into.set(value, { start: start + first, end: start + last })
  }
}

const cutHere = /^\s?(?:\.\.\.|…)/

/** "The Hungarian Presidency", « la présidence hongroise »: an adjective beside a word of State. */
function collectStates(into: Map<string, Range>, { start, tokens }: Passage): void {
  const isState = (token: Token | undefined) => token !== undefined && stateWordSet.has(token.folded)
  for (const [at, token] of tokens.entries()) {
    const country = countriesByAdjective.get(token.folded)
    if (country !== undefined && !into.has(country) && (isState(tokens[at - 1]) || isState(tokens[at + 1])))
      into.set(country, { start: start + token.start, end: start + token.end })
  }
}

const rows = (lines: readonly string[]) => lines.map((line) => line.split("|"))

const countriesByAdjective: ReadonlyMap<string, string> = new Map(
  rows(adjectives).flatMap(([code = "", ...words]) =>
    words.flatMap(formsOf).map((word): [string, string] => [tokenise(word)[0]!.folded, code]),
  ),
)

/** German adjectives stand in their first form: ungarische, -n, -r, -s, -m. */
function formsOf(adjective: string): string[] {
  return adjective.endsWith("ische") ? ["", "n", "r", "s", "m"].map((ending) => adjective + ending) : [adjective]
}

const stateWordSet: ReadonlySet<string> = new Set(
  rows(stateWords).flatMap((words) => words.map((word) => tokenise(word)[0]!.folded)),
)

const bodyIndex = indexPhrases(labelsOf(bodies), (label) => isAcronym(label) || /^\p{Lu}/u.test(label))

/** A concept's labels; all languages, or one with English where it has none of its own. */
function labelsOf(concepts: readonly Concept[], locale?: string): [label: string, id: string][] {
  return concepts.flatMap(({ id, prefLabel, altLabel }) => {
    const locales = locale === undefined ? Object.keys(prefLabel) : [prefLabel[locale] === undefined ? "en" : locale]
    const labels = locales.flatMap((one) => [prefLabel[one] ?? [], altLabel[one] ?? []].flat())
    return labels.map((label): [string, string] => [label, id])
  })
}

/**
 * Names of countries count in the text's own language, and only as they are written: Turkey is not turkey, and the
 * German Island is no English island.
 */
const countriesIn = oncePerLanguage((locale) => indexPhrases(countryNamesIn(locale), () => true))

const topicsOfHeadings = oncePerLanguage((locale) => indexPhrases(labelsOf(topics, locale)))

/** Without the topics whose words may stand in a text about anything. */
const topicsOfTeasers = oncePerLanguage((locale) =>
  indexPhrases(labelsOf(topics, locale).filter(([, id]) => !headingTopics.has(id))),
)

function oncePerLanguage(make: (locale: string) => Phrases<string>): (locale: string) => Phrases<string> {
  const indexes = new Map<string, Phrases<string>>()
  return (locale) => {
    const language = languageOf(locale)?.locale ?? "en"
    const index = indexes.get(language) ?? make(language)
    indexes.set(language, index)
    return index
  }
}
