import { type Acronym, type ItemQuery, type Page, parseSearch, type SearchTerm } from "@pg/domain"
import { longFormAt, waysOfWord } from "./acronym-forms.js"
import { analyse, type Language, languageOf, languages } from "./analyse.js"

/** Words that stand one after the other, as tokens. */
export type Phrase = readonly string[]

/**
 * One thing that is asked, in any of several ways, of which each wants all of its phrases. `isInTitle`: there, and not
 * anywhere in the item. `acronym` is the one whose two forms the ways are.
 */
export type Clause = { ways: readonly (readonly Phrase[])[]; isInTitle: boolean; acronym?: Acronym }

/** A question as one language reads it. */
export type Reading = { language: Language; wanted: readonly Clause[]; unwanted: readonly Clause[] }

/**
 * A question as each language reads it: an item is held against the reading of its own. A language to which
 * nothing of it is a word has none, and what asks for nothing has none at all. A short form of the vocabulary asks for
 * its long form too, and the words of the long one for the short form; not so within quotation marks.
 */
export function readQuestion(q: string): readonly Reading[] {
  const known = remembered.get(q)
  if (known) return known
  const readings = readAnew(q)
  // It is read several times for each answer.
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(q, readings)
  return readings
}

/** The acronyms that a question looks for in both of their forms, in the languages in which it looks. */
export function acronymsIn({ q, locale }: ItemQuery): Pick<Page, "acronyms"> {
  if (q === undefined) return {}
  const asked = locale?.map(languageOf)
  const acronyms = readQuestion(q)
    .filter(({ language }) => asked?.includes(language) ?? true)
    .flatMap(({ wanted }) => wanted.flatMap(({ acronym }) => acronym ?? []))
    .map(({ short, long, locale }) => ({ short, long, locale }))
  return acronyms.length === 0 ? {} : { acronyms }
}

const remembered = new Map<string, readonly Reading[]>()
const mostRemembered = 100

function readAnew(q: string): Reading[] {
  const terms = parseSearch(q)
  const wanted = terms.filter(({ isExcluded }) => !isExcluded).reduce(together, [])
  const unwanted = terms.filter(({ isExcluded }) => isExcluded)
  return languages
    .map((language) => ({
      language,
      wanted: unique(wanted.flatMap((term) => wantedClauses(term, language))),
      unwanted: unique(unwanted.flatMap((term) => unwantedClauses(term, language))),
    }))
    .filter((reading) => (wanted.length > 0 ? reading.wanted : reading.unwanted).length > 0)
}

/** Words that follow each other without quotation marks are read together, because they may be a long form. */
function together(terms: SearchTerm[], term: SearchTerm): SearchTerm[] {
  const before = terms.at(-1)
  if (!before || before.isPhrase || term.isPhrase || before.field !== term.field) return [...terms, term]
  return [...terms.slice(0, -1), { ...before, text: `${before.text} ${term.text}` }]
}

/** A clause for each word or long form. */
function wantedClauses(term: SearchTerm, language: Language): Clause[] {
  if (term.isPhrase) return phraseClauses(term, language)
  const words = wordsOf(term, language)
  const tokens = words.map(({ token }) => token)
  const clauses: Clause[] = []
  for (let at = 0, word = words[0]; word; word = words[at]) {
    const { length, ...ways } = longFormAt(tokens, at, language) ?? waysOfWord(word.text, word.token, language)
    clauses.push({ ...ways, ...placeOf(term) })
    at += length
  }
  return clauses
}

/** One clause: what is unwanted has all words of the term. */
function unwantedClauses(term: SearchTerm, language: Language): Clause[] {
  if (term.isPhrase) return phraseClauses(term, language)
  const [word, ...others] = wordsOf(term, language)
  if (!word) return []
  const ways =
    others.length === 0
      ? waysOfWord(word.text, word.token, language).ways
      : [[word, ...others].map(({ token }) => [token])]
  return [{ ways, ...placeOf(term) }]
}

function phraseClauses(term: SearchTerm, language: Language): Clause[] {
  const tokens = wordsOf(term, language).map(({ token }) => token)
  return tokens.length === 0 ? [] : [{ ways: [[tokens]], ...placeOf(term) }]
}

const wordsOf = ({ text }: SearchTerm, language: Language) =>
  analyse(text, language).map(({ token, from, to }) => ({ token, text: text.slice(from, to) }))

const placeOf = ({ field }: SearchTerm) => ({ isInTitle: field === "title" })

const unique = (clauses: readonly Clause[]) => [
  ...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values(),
]
