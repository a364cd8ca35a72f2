import { indexPhrases, type Phrases } from "../phrases.js"
import { fold } from "../tokens.js"
import { languages } from "../languages/all.js"
import { cities } from "./cities.js"
import { countryCodes, otherCountryNames } from "./country-names.js"

/** A city of the gazetteer: the spellings of one name (case and accents aside), and the countries that have such a city. */
export type City = { names: readonly string[]; countries: readonly string[] }

/**
 * The names of countries in a language (CLDR, through Intl), and those that CLDR does not give, with the code of each.
 * A name that is a common word too is left out: Réunion.
 */
export function countryNamesIn(locale: string): (readonly [name: string, code: string])[] {
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" })
  const current = countryCodes.flatMap((code): [string, string][] => {
    const name = names.of(code)?.replace(/ \(.*\)$/, "")
    return name === undefined || commonWords.has(fold(name)) ? [] : [[name, code]]
  })
  return [...otherCountryNames.flatMap((row) => namesOf(row)), ...current]
}

const commonWords: ReadonlySet<string> = new Set(languages.flatMap(({ signals }) => (signals.meeting ?? []).map(fold)))

/** The names of countries in all languages of listings. */
export const countryNames: readonly (readonly [name: string, code: string])[] = languages.flatMap(({ locale }) =>
  countryNamesIn(locale),
)

/** Countries by name, in any of the languages, in any case: for a dateline, where capitals say little. */
export const countries: Phrases<string> = indexPhrases(countryNames, () => false)

const citiesByName = new Map<string, { names: string[]; countries: string[] }>()
for (const [name, country] of cities.flatMap((row) => namesOf(row))) {
  const { names, countries: inCountries } = citiesByName.get(fold(name)) ?? { names: [], countries: [] }
  citiesByName.set(fold(name), { names: [...names, name], countries: [...new Set([...inCountries, country])] })
}

/** Cities by name, in any of the languages and in any case. */
export const cityIndex: Phrases<City> = indexPhrases(
  [...citiesByName].map(([folded, city]): [string, City] => [folded, city]),
  () => false,
)

/** How the gazetteer spells a city that is written so, in as much as it is the same name: accents as written count. */
export const spelling = ({ names }: City, written: string): string =>
  names.find((name) => name.toLowerCase() === written.toLowerCase()) ?? names[0]!

/** Every name of a place that the gazetteer knows, for suggestions. */
export const placeNames: readonly string[] = [
  ...[...citiesByName.values()].flatMap(({ names }) => names),
  ...new Set(countryNames.map(([name]) => name)),
]

function namesOf(row: string): [name: string, country: string][] {
  const [country = "", ...names] = row.split("|")
  return names.map((name) => [name, country])
}
