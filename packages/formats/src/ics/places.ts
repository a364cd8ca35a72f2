import type { Occurrence, Place } from "@pg/domain"
import { languageOf, words } from "./words.js"

/** Where something takes place, in words; "" where nobody says. What has no place but is online says that. */
export function writePlaces(occurrence: Occurrence, locale: string): string {
  const { location, additionalLocations = [], eventAttendanceMode } = occurrence
  const places = [...(location ? [location] : []), ...additionalLocations]
  if (places.length > 0) return places.map((place) => writePlace(place, locale)).join("; ")
  return eventAttendanceMode === "OnlineEventAttendanceMode" ? words[languageOf(locale)].online : ""
}

/** Where a place was written with more than its city and country say, as it was written. */
function writePlace({ name, venue, city, country }: Place, locale: string): string {
  const rest = name === undefined ? [city, country && nameCountry(country, locale)] : [name]
  return [venue, ...rest].filter((part) => part !== undefined).join(", ")
}

/** English for a language that the runtime has no names in, never the language of the machine. */
function nameCountry(code: string, locale: string): string | undefined {
  const names = namesByLocale.get(locale) ?? new Intl.DisplayNames([locale, "en"], { type: "region" })
  namesByLocale.set(locale, names)
  return names.of(code)
}

const namesByLocale = new Map<string, Intl.DisplayNames>()
