import type { Place } from "@pg/domain"
import { type City, cityIndex, countries, spelling } from "../gazetteer/places.js"
import { countryCodes } from "../gazetteer/country-names.js"
import { phraseAt } from "../phrases.js"
import { clean } from "../text.js"
import { type Token, touches } from "../tokens.js"
import { skipMarks } from "./date-point.js"
import { phrasesOf } from "./words.js"

/** A place found in a line. `isKnown` where the gazetteer has it or the line gives its country. */
export type PlaceFound = { from: number; to: number; place: Place; isKnown: boolean }

/** Reads the place that begins at a token: a city with its country, a city, or a country. */
export function readPlaceAt(line: string, tokens: readonly Token[], from: number): PlaceFound | undefined {
  const start = phraseAt(prepositions, tokens, from)?.to ?? from
  const city = phraseAt(cityIndex, tokens, start)
  if (city) {
    const written = textOf(line, tokens, city)
    const country = readCountryAfter(tokens, city.to)
    const code = country?.code ?? onlyCountry(city.value)
    const place: Place = { city: spelling(city.value, written), ...(code !== undefined && { country: code }) }
    return { from, to: country?.to ?? city.to, place, isKnown: true }
  }
  const country = phraseAt(countries, tokens, start)
  return country && { from, to: country.to, place: { country: country.value }, isKnown: true }
}

/** Reads a city that the gazetteer does not have but that a country follows: Vouliagmeni (Greece). */
export function readUnknownCityAt(line: string, tokens: readonly Token[], from: number): PlaceFound | undefined {
  const start = phraseAt(prepositions, tokens, from)?.to ?? from
  for (let to = start; to < start + 5 && isNamePart(tokens, to, start); to++) {
    const country = readCountryAfter(tokens, to + 1)
    if (!country) continue
    const place: Place = { city: textOf(line, tokens, { from: start, to: to + 1 }), country: country.code }
    return { from, to: country.to, place, isKnown: true }
  }
  return undefined
}

/** The country behind a city: ", France", "(France)", "- France", "/ France", "(FR)". */
function readCountryAfter(tokens: readonly Token[], from: number): { code: string; to: number } | undefined {
  const start = skipMarks(tokens, skipMarks(tokens, from, ","), "([-–—/")
  const isBracket = tokens[start - 1]?.text === "(" || tokens[start - 1]?.text === "["
  const found = phraseAt(countries, tokens, start)
  const to = found?.to ?? start + 1
  const code = found?.value ?? (isBracket ? codeAt(tokens[start]) : undefined)
  if (code === undefined || (start === from && found === undefined)) return undefined
  if (isBracket) return ")]".includes(tokens[to]?.text ?? " ") ? { code, to: to + 1 } : undefined
  return { code, to }
}

const codeAt = (token: Token | undefined): string | undefined =>
  token !== undefined && codes.has(token.text) ? token.text : undefined

const onlyCountry = ({ countries: [first, ...others] }: City) => (others.length === 0 ? first : undefined)

/** A word of a place's name: capitalised words, with little ones, hyphens and apostrophes between them. */
export function isNamePart(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at]
  if (token?.kind === "word") return /^\p{Lu}/u.test(token.text) || (at > start && little.has(token.folded))
  const isJoint = token !== undefined && "-'’.".includes(token.text) && at > start
  return isJoint && touches(tokens[at - 1], token)
}

const little = new Set(
  "d de del dell della di l da do dos las los la le les en sur sous am an der den im ob bei pri nad upon on of the et y".split(
    " ",
  ),
)

/** The text of some tokens, with single spaces. */
export const textOf = (line: string, tokens: readonly Token[], { from, to }: { from: number; to: number }): string =>
  clean(line.slice(tokens[from]!.start, tokens[to - 1]!.end))

const codes: ReadonlySet<string> = new Set(countryCodes)
const prepositions = phrasesOf("placePrepositions")
