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
  const { joined, stem } = languages[language]
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [found] = match
    const from = match.index + (joined?.exec(found)?.[0].length ?? 0)
    const word = text.slice(from, match.index + found.length).replace(endPattern, "")
    for (const part of word.matchAll(partPattern)) {
      const folded = fold(part[0].slice(0, longestWord))
      if (folded === "") continue
      words.push({ token: `${language}.${stem(folded).toLowerCase().slice(0, longestToken)}`, from: from + part.index, to: from + part.index + part[0].length })
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

type Language = { joined?: RegExp; stem: (word: string) => string }

const languages = {
  en: { stem: stemEnglish },
  // The stemmer knows -é and -ée by their accents, which are gone: what it leaves of them goes too.
  fr: { joined: /^(?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’ʼ](?=.)/iu, stem: (word) => stemFrench(word).replace(/(?<=...)[ei]+$/, "") },
  "": { stem: (word) => word },
} satisfies Record<string, Language> as Record<"en" | "fr" | "", Language>

const languageOf = (locale: string) => {
  const language = locale.split("-")[0] ?? ""
  return language === "en" || language === "fr" ? language : ""
}

const longestToken = 64
/** What is longer is no word; folding it would take as long as the square of its length. */
const longestWord = 200
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu
const partPattern = /[\p{L}\p{N}\p{M}]+/gu
const endPattern = /['’ʼ]s$/iu

const letters: Record<string, string> = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" }

/** Case, width and, in scripts that can be read without them, accents taken away; what is no letter or digit goes. */
const fold = (word: string) =>
  word
    .toLowerCase()
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}+/gu, "")
    .replace(/[æœøßłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "")
