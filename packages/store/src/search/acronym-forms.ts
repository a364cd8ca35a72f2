import { type Acronym, acronyms } from "@pg/domain"
import { fold, languageOf, type Language, tokensIn } from "./analyse.js"

/** A short and a long form as tokens of their language. */
type Forms = { written: string; short: string; long: readonly string[]; isWord: boolean }

/**
 * The ways to ask for a word: the word itself, and the long form that it stands for, word for word. A short form that is a
 * word too (WHO) is one in capitals only, and then asks for those.
 */
export function waysOfWord(word: string, token: string, language: Language): string[][][] {
  const forms = formsOf(language).find(({ short }) => short === token)
  if (!forms || (forms.isWord && word !== forms.written)) return [[[token]]]
  return [[[inShort(forms)]], [[...forms.long]]]
}

/**
 * The ways to ask for the words of the long form that begins at a place among others: all of them, in any order, or its
 * short form; `length` is how many words they are. `undefined` where none begins there.
 */
export function longFormAt(
  tokens: readonly string[],
  at: number,
  language: Language,
): { length: number; ways: string[][][] } | undefined {
  const [forms] = formsOf(language)
    .filter(({ long }) => long.every((token, index) => tokens[at + index] === token))
    .toSorted((a, b) => b.long.length - a.long.length)
  return forms && { length: forms.long.length, ways: [forms.long.map((token) => [token]), [[inShort(forms)]]] }
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

const inShort = ({ short, isWord }: Forms) => (isWord ? capital(short) : short)

/** No word has such a token. */
const capital = (token: string) => token.replace(".", ".!")

/** What is made of the vocabulary is made when it is first asked for: a start need not wait for it. */
const once = <T>(make: (language: Language) => T): ((language: Language) => T) => {
  const made: Partial<Record<Language, T>> = {}
  return (language) => (made[language] ??= make(language))
}

const formsOf = once((language) => acronyms.filter(({ locale }) => locale === language).map(toForms))

function toForms({ short, long, locale, isWord }: Acronym): Forms {
  const [token = fold(short)] = tokensIn(short, locale)
  return { written: short, short: token, long: tokensIn(long, locale), isWord: isWord === true }
}

const wordLikeIn = once((language) =>
  formsOf(language)
    .filter(({ isWord }) => isWord)
    .map(({ written, short }) => ({
      written,
      token: capital(short),
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}\\p{M}])`, "u"),
    })),
)
