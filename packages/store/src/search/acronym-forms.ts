import { type Acronym, acronyms } from "@pg/domain"
import { fold, languageOf, type Language, tokensIn } from "./analyse.js"

/** A short and a long form as tokens of their language. */
type Forms = { acronym: Acronym; short: string; long: readonly string[] }

/** The ways to ask for a thing, of how many words it is, and the acronym where it is one. */
type Ways = { ways: string[][][]; length: number; acronym?: Acronym }

/**
 * The ways to ask for a word: the word itself, and the long form that it stands for, word for word. A short form that is a
 * word too (WHO) is one in capitals only, and then asks for those.
 */
export function waysOfWord(word: string, token: string, language: Language): Ways {
  const forms = formsOf(language).find(({ short }) => short === token)
  if (!forms || (forms.acronym.isWord && word !== forms.acronym.short)) return { ways: [[[token]]], length: 1 }
  return { ways: [[[inShort(forms)]], [[...forms.long]]], length: 1, acronym: forms.acronym }
}

/**
 * The ways to ask for the words of the long form that begins at a place among others: all of them, in any order, or its
 * short form. `undefined` where none begins there.
 */
export function longFormAt(tokens: readonly string[], at: number, language: Language): Ways | undefined {
  const [forms] = formsOf(language)
    .filter(({ long }) => long.every((token, index) => tokens[at + index] === token))
    .toSorted((a, b) => b.long.length - a.long.length)
  if (!forms) return undefined
  const { long, acronym } = forms
  return { length: long.length, ways: [long.map((token) => [token]), [[inShort(forms)]]], acronym }
}

/** The tokens of short forms that are words too, which stand in a text in capitals. */
export const capitalsIn = (text: string, locale: string): string[] =>
  wordLikeIn(languageOf(locale))
    .filter(({ pattern }) => pattern.test(text))
    .map(({ token }) => token)

/** The short form, in capitals, that a token of `capitalsIn` stands for. */
export const writtenAs = (token: string): string | undefined =>
  token.includes("!")
    ? [...wordLikeIn("en"), ...wordLikeIn("fr")].find((form) => form.token === token)?.written
    : undefined

const inShort = ({ short, acronym }: Forms) => (acronym.isWord ? capital(short) : short)

/** No word has such a token. */
const capital = (token: string) => token.replace(".", ".!")

/** What is made of the vocabulary is made when it is first asked for: a start need not wait for it. */
const once = <T>(make: (language: Language) => T): ((language: Language) => T) => {
  const made: Partial<Record<Language, T>> = {}
  return (language) => (made[language] ??= make(language))
}

const formsOf = once((language) => acronyms.filter(({ locale }) => locale === language).map(toForms))

function toForms(acronym: Acronym): Forms {
  const { short, long, locale } = acronym
  const [token = fold(short)] = tokensIn(short, locale)
  return { acronym, short: token, long: tokensIn(long, locale) }
}

const wordLikeIn = once((language) =>
  formsOf(language)
    .filter(({ acronym }) => acronym.isWord)
    .map(({ acronym: { short: written }, short }) => ({
      written,
      token: capital(short),
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}\\p{M}])`, "u"),
    })),
)
