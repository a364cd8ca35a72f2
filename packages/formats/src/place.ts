import type { Place } from "@pg/domain"

/**
 * A place in words, in a language (BCP 47): "Palais de l’Europe, Strasbourg, France". Where a place was written with more
 * than its city and country say, as it was written.
 */
export function writePlace({ name, venue, city, country }: Place, locale: string): string {
  const rest = name === undefined ? [city, country && nameCountry(country, locale)] : [name]
  return [venue, ...rest].filter((part) => part !== undefined).join(", ")
}

/**
 * A country's name in a language, ISO 3166-1 alpha-2 and BCP 47; in English for a language that the runtime has no names
 * in, never in the language of the machine.
 */
export function nameCountry(code: string, locale: string): string | undefined {
  const names = namesByLocale.get(locale) ?? new Intl.DisplayNames([locale, "en"], { type: "region" })
  namesByLocale.set(locale, names)
  return names.of(code)
}

const namesByLocale = new Map<string, Intl.DisplayNames>()
