import { stemmer as stemEnglish } from "@orama/stemmers/english"
import { stemmer as stemFrench } from "@orama/stemmers/french"

/** A word of a text: `token` is what is compared, `[from, to)` where the word stands, in UTF-16 code units. */
export type Word = { token: string; from: number; to: number }

/**
 * The words of a text, as its language has them: accents and case folded, French elisions and the English possessive
 * cut off, and in these two languages stemmed. A token begins with its language and a dot, so that a word is compared
 * with words of the same language only; a language without stemmer has the empty name.
 */
export function analyse(text: string, locale: string): Word[] {
  const language = languageOf(locale)
  const { tokens, elision } = languages[language]
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [found] = match
    // Most words are plain: they have no apostrophe in them.
    if (found.length <= longestWord && !apostrophe.test(found)) push(words, found, match.index, tokens)
    else {
      const from = elision?.exec(found)?.[0].length ?? 0
      for (const part of found.slice(from).replace(possessive, "").matchAll(partPattern))
        push(words, part[0], match.index + from + part.index, tokens)
    }
  }
  return words
}

/** The tokens that a question asks for, as each language has them: an item must have all of one of the groups. */
export function analyseQuestion(question: string): string[][] {
  return Object.keys(languages)
    .map((language) => [...new Set(analyse(question, language).map(({ token }) => token))])
    .filter((tokens) => tokens.length > 0)
}

function push(words: Word[], word: string, from: number, tokens: (word: string) => string): void {
  const token = tokens(word)
  if (!token.endsWith(".")) words.push({ token, from, to: from + word.length })
}

type Language = { elision?: RegExp; tokens: (word: string) => string }

const languages: Record<"en" | "fr" | "", Language> = {
  en: { tokens: remembering("en", stemEnglish) },
  fr: {
    elision: /^(?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’ʼ](?=.)/iu,
    // The stemmer knows -é and -ée by their accents, which are gone: what it leaves of them goes too.
    tokens: remembering("fr", (word) => stemFrench(word).replace(/(?<=...)[ei]+$/, "")),
  },
  "": { tokens: remembering("", (word) => word) },
}

const languageOf = (locale: string) => {
  const language = locale.split("-")[0] ?? ""
  return language === "en" || language === "fr" ? language : ""
}

const longestToken = 64
/** What is longer is no word; folding it would take as long as the square of its length. */
const longestWord = 200
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu
const partPattern = /[\p{L}\p{N}\p{M}]+/gu
const apostrophe = /['’ʼ]/
const possessive = /['’ʼ]s$/iu
const mostRemembered = 50_000

/** Gives a word its token, which is "en." for one without letter or digit. Few different words make up most of all texts. */
function remembering(language: string, stem: (word: string) => string): (word: string) => string {
  const tokens = new Map<string, string>()
  return (word) => {
    const known = tokens.get(word)
    if (known !== undefined) return known
    const token = `${language}.${stem(fold(word.slice(0, longestWord)))
      .toLowerCase()
      .slice(0, longestToken)}`
    if (tokens.size >= mostRemembered) tokens.clear()
    if (word.length <= longestToken) tokens.set(word, token)
    return token
  }
}

/** Case, width and, in scripts that can be read without them, accents taken away; what is no letter or digit goes. */
function fold(word: string): string {
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
