import type { PageLocale } from "../messages/languages.js"
import { nameCountry, type Named } from "./names.js"

/** What CLDR names besides the countries of ISO 3166-1: unions, outlying areas, and codes made up for tests. */
const noCountries = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")

/** The codes of the countries that there are (ISO 3166-1 alpha-2), without those that stand for another one by now. */
const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !noCountries.has(code) && nameCountry(code, "en").name !== code)
  .filter((code) => new Intl.Locale(`und-${code}`).region === code)

const known = new Map<PageLocale, Named[]>()

/** All countries by name, in the order of a language's alphabet. */
export function countries(locale: PageLocale): readonly Named[] {
  const named = known.get(locale) ?? codes.map((code) => nameCountry(code, locale)).toSorted(byName(locale))
  known.set(locale, named)
  return named
}

const collators: Partial<Record<PageLocale, Intl.Collator>> = {}

/** The order of names in a language. */
export function byName(locale: PageLocale): (a: Named, b: Named) => number {
  const { compare } = (collators[locale] ??= new Intl.Collator(locale))
  return (a, b) => compare(a.name, b.name)
}
