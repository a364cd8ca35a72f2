import { languages } from "../languages/all.js"
import type { Language } from "../languages/language.js"
import { indexPhrases, type Phrases } from "../phrases.js"
import { fold } from "../tokens.js"

type Words = { [Key in keyof Language]: Language[Key] extends readonly string[] ? Key : never }[keyof Language]

/** The words of one sort in all languages: a dateline may be in another language than the text around it. */
export const phrasesOf = (...keys: Words[]): Phrases<true> =>
  indexPhrases(
    keys.flatMap((key) =>
      languages.flatMap((language) => language[key].map((phrase): [string, true] => [phrase, true])),
    ),
    () => false,
  )

/** The number of each month by its names in all languages. */
export const months: ReadonlyMap<string, number> = numbered(({ months }) => months)

/** The number of each day of the week, Monday 1, by its names in all languages. */
export const weekdays: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  [...new Set(languages.flatMap(({ weekdays }) => weekdays.flat()))].map((word) => [
    fold(word),
    new Set(
      languages.flatMap(({ weekdays }) =>
        weekdays.flatMap((names, i) => (names.some((name) => fold(name) === fold(word)) ? [i + 1] : [])),
      ),
    ),
  ]),
)

/** What may follow the number of a day, in all languages. */
export const ordinals: ReadonlySet<string> = new Set(languages.flatMap(({ ordinals }) => ordinals.map(fold)))

function numbered(of: (language: Language) => readonly (readonly string[])[]): Map<string, number> {
  return new Map(
    languages.flatMap((language) =>
      of(language).flatMap((names, i) => names.map((name) => [fold(name), i + 1] as const)),
    ),
  )
}
