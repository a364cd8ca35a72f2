import { stemmer as stemEnglish } from "@orama/stemmers/english"
import { stemmer as stemFrench } from "@orama/stemmers/french"
import { rememberingTokens } from "./remembered-tokens.js"
import { type TokenText, tokenText } from "./token-text.js"

/** A word of a text: `token` is what is compared, `[from, to)` where the word stands, in UTF-16 code units. */
export type Word = { token: string; from: number; to: number }

/** The languages whose words are known; "" are all others. */
export const languages = ["en", "fr", ""] as const
export type Language = (typeof languages)[number]

/** The language by which the words of a text are read, by its locale. */
export function languageOf(locale: string): Language {
  const language = locale.split("-")[0]
  return language === "en" || language === "fr" ? language : ""
}

/**
 * The words of a text, as its language has them: accents and case folded, French elisions and the English possessive
 * cut off, and in these two languages stemmed. A token begins with its language and a dot, so that a word is compared
 * with words of the same language only; a language without stemmer has the empty name.
 */
export function analyse(text: string, locale: string): Word[] {
  const language = languageOf(locale)
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [found] = match
    if (isPlain(found)) push(words, found, match.index, language)
    else for (const [word, from] of partsOf(found, language)) push(words, word, match.index + from, language)
  }
  return words
}

/** Adds the tokens of a text alone to others: what `analyse` gives, in a fraction of the time. */
export const addTokens = (text: string, locale: string, into: TokenText): void =>
  remembered[languageOf(locale)](text, into)

/** The same as a list. */
export function tokensIn(text: string, locale: string): string[] {
  const tokens = tokenText((into) => addTokens(text, locale, into))
  return tokens === "" ? [] : tokens.split(" ")
}

function push(words: Word[], word: string, from: number, language: Language): void {
  const token = analysers[language].tokenOf(word)
  if (token !== "") words.push({ token, from, to: from + word.length })
}

/** Most words are: they have no apostrophe in them. */
const isPlain = (found: string) => found.length <= longestWord && !apostrophe.test(found)

/** The words of what has apostrophes in it, and where in it they stand. */
function partsOf(found: string, language: Language): [word: string, from: number][] {
  const start = analysers[language].elision?.exec(found)?.[0].length ?? 0
  const parts = found.slice(start).replace(possessive, "").matchAll(partPattern)
  return [...parts].map((part) => [part[0], start + part.index])
}

type Analyser = { elision?: RegExp; tokenOf: (word: string) => string }

const analysers: Record<Language, Analyser> = {
  en: { tokenOf: remembering("en", stemEnglish) },
  fr: {
    elision: /^(?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’ʼ](?=.)/iu,
    // The stemmer knows -é and -ée by their accents, which are gone: what it leaves of them goes too.
    tokenOf: remembering("fr", (word) => stemFrench(word).replace(/(?<=...)[ei]+$/, "")),
  },
  "": { tokenOf: remembering("", (word) => word) },
}

const longestToken = 64
/** What is longer is no word; folding it would take as long as the square of its length. */
const longestWord = 200
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu
const partPattern = /[\p{L}\p{N}\p{M}]+/gu
const apostrophe = /['’ʼ]/
const possessive = /['’ʼ]s$/iu
const mostRemembered = 20_000

/** Gives a word its token, which is "" for one without letter or digit. Few different words make up most of all texts. */
function remembering(language: Language, stem: (word: string) => string): (word: string) => string {
  const tokens = new Map<string, string>()
  return (word) => {
    const known = tokens.get(word)
    if (known !== undefined) return known
    const stemmed = stem(fold(word.slice(0, longestWord)))
      .toLowerCase()
      .slice(0, longestToken)
      .toWellFormed()
    const token = stemmed === "" ? "" : `${language}.${stemmed}`
    if (tokens.size >= mostRemembered) tokens.clear()
    if (word.length <= longestToken) tokens.set(word, token)
    return token
  }
}

/** A word without case, width and, in scripts that can be read without them, accents; what is no letter or digit goes. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]*$/.test(lower)) return lower
  return lower
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}+/gu, "")
    .replace(/[æœøßłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "")
}

const letters: Record<string, string> = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" }

const remember = (language: Language) =>
  rememberingTokens((piece) => analyse(piece, language).map(({ token }) => token))

const remembered = { en: remember("en"), fr: remember("fr"), "": remember("") }
