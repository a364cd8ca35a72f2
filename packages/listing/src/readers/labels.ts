import type { Place } from "@pg/domain"
import { suggestPlace } from "../gazetteer/suggest.js"
import { phraseAt } from "../phrases.js"
import { clean, type Range } from "../text.js"
import { isClaimed, type Token } from "../tokens.js"
import type { DateFound } from "./date.js"
import { isLeaked, isLimit, namesEvent, readBody } from "./label.js"
import { readLanguages } from "./languages.js"
import { isNamePart, readPlaceAt, readUnknownCityAt, textOf } from "./place.js"
import { phrasesOf, weekdays } from "./words.js"

/**
 * What a dateline says beside its date: places, of which some are in doubt, `isListed` where the gazetteer has them; issuing bodies; words that leaked into it.
 * Ranges count from the start of the line.
 */
export type Labels = {
  places: (Range & { place: Place; doubt?: "misspelt" | "unknown"; suggestion?: string; isListed?: boolean })[]
  bodies: (Range & { body: string })[]
  leaked: Range[]
}

/** Reads what the others left: places, bodies, leaked words. Undefined where something is none of these. */
export function readLabels(
  line: string,
  tokens: readonly Token[],
  rest: readonly Token[],
  date: DateFound | undefined,
): Labels | undefined {
  const labels: Labels = { places: [], bodies: [], leaked: [] }
  for (let at = 0; at < rest.length; ) {
    const token = rest[at]!
    const slot = phraseAt(slotNames, rest, at)
    const joint = phraseAt(conjunctions, rest, at)
    if (token.text === ":" && date && at >= date.to) return undefined
    if (token.kind === "mark" || disjunctions.has(token.folded)) at++
    else if (weekdays.has(token.folded) && isEnd(rest, at + 1) && date?.precision === "day") at++
    else if (slot && rest[slot.to]?.text === ":") at = slot.to + 1
    else if (joint && isJoined(rest, at) && at > 0) at = joint.to
    else {
      const to = readLabel(line, tokens, rest, at, date, labels)
      if (to === undefined) return undefined
      at = to
    }
  }
  const { places } = labels
  return places.length > 20 ? undefined : { ...labels, places: mergeCountries(places) }
}

/** Reads one label and adds it; gives the token after it. */
function readLabel(
  line: string,
  tokens: readonly Token[],
  rest: readonly Token[],
  from: number,
  date: DateFound | undefined,
  labels: Labels,
): number | undefined {
  const known = readPlaceAt(line, rest, from)
  const place = known && isEnd(rest, known.to) ? known : readUnknownCityAt(line, rest, from)
  const rangeOf = (to: number) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end })
  if (place && isEnd(rest, place.to)) {
    const range = rangeOf(place.to)
    const venue = takeVenue(labels.places, rest[from - 1])
    const start = venue?.start ?? range.start
    const name = venue && clean(line.slice(start, range.end))
    labels.places.push({
      start,
      end: range.end,
      place: { ...(name !== undefined && { name }), ...place.place },
      isListed: place === known,
    })
    return place.to
  }
  const to = labelEnd(rest, from)
  const words = rest.slice(from, to)
  if (to === date?.from && genitives.has(tokens[to]!.folded)) return undefined
  const text = textOf(line, tokens, { from, to })
  const body = isLeaked(words) ? undefined : readBody(text, words)
  if (body !== undefined) labels.bodies.push({ ...rangeOf(to), body })
  else if (isLeaked(words)) labels.leaked.push(rangeOf(to))
  else if (date?.precision !== "day") return undefined
  else {
    const joined = joinName(line, tokens, labels.places, { from, to })
    if (joined !== undefined) return joined
    const other = readOther(text, words, from < date.from, rest[to]?.text === ",")
    if (other === undefined) return undefined
    if (other === "leaked") labels.leaked.push(rangeOf(to))
    else labels.places.push({ ...rangeOf(to), ...other })
  }
  return to
}

/** A name that the gazetteer does not have: a place, misspelt or unknown; or before the date a word that leaked. */
function readOther(
  text: string,
  words: readonly Token[],
  isBeforeDate: boolean,
  hasComma: boolean,
): { place: Place; doubt: "misspelt" | "unknown"; suggestion?: string } | "leaked" | undefined {
  if (isLimit(words) || words.some(({ kind }) => kind === "number")) return undefined
  if (readLanguages(`[${text}]`)) return "leaked"
  const suggestion = suggestPlace(text)?.name
  if (suggestion !== undefined) return { place: { city: text }, doubt: "misspelt", suggestion }
  const isName = words.length <= 7 && words.every((_, at) => isNamePart(words, at, 0))
  const place = { place: { city: text }, doubt: "unknown" } as const
  if (isName && !namesEvent(words)) return place
  const isWord = words.length === 1 && words[0]!.kind === "word" && text.length <= 30
  if (!isWord || namesEvent(words)) return undefined
  return isBeforeDate && !hasComma ? "leaked" : place
}

/** Of what a title is: "Declaration of 16 June 2021". A label does not lean on its date so. */
const genitives = new Set(["of", "de", "d", "du", "del", "di", "dell", "der"])

/** "Palais de l’Europe, Strasbourg": a name that a comma ties to the city after it is of the same place. */
function takeVenue(places: Labels["places"], comma: Token | undefined): Range | undefined {
  const last = places.at(-1)
  return last?.doubt === "unknown" && comma?.text === "," && comma.start === last.end ? places.pop() : undefined
}

/**
 * "Strasbourg, Alsace", "Strasbourg (Room 5)": a name tied to the city before it is of the same place, and so is a
 * misspelt country. Gives the token after it; undefined where it is not tied so.
 */
function joinName(
  line: string,
  tokens: readonly Token[],
  places: Labels["places"],
  { from, to }: { from: number; to: number },
): number | undefined {
  const [before, mark] = [places.at(-1), tokens[from - 1]]
  const isBracket = mark?.text === "(" && tokens[to]?.text === ")"
  if (!before || tokens[from - 2]?.end !== before.end || !(isBracket || mark?.text === ",")) return undefined
  const suggestion = suggestPlace(textOf(line, tokens, { from, to }))
  const isMisspelt = suggestion?.isCountry === true
  const words = tokens.slice(from, to)
  const isName = words.every(({ kind }, at) => (kind === "number" && at > 0) || isNamePart(words, at, 0))
  if (!isMisspelt && (suggestion || !isName || words.length > 7 || namesEvent(words))) return undefined
  const next = isBracket ? to + 1 : to
  const end = tokens[next - 1]!.end
  const { country, ...place } = before.place
  // "Paris, Texas": a region that is not known may be of another country than the gazetteer's city.
  const isElsewhere = !isBracket && !isMisspelt && country !== undefined
  places[places.length - 1] = {
    ...before,
    end,
    place: { ...(isElsewhere ? place : before.place), name: clean(line.slice(before.start, end)) },
    ...(isElsewhere && { doubt: "unknown" }),
    ...(isMisspelt && { doubt: "misspelt", suggestion: suggestion.name }),
  }
  return next
}

/** "Strasbourg, 16 June 2021, France": a country that stands apart from its city is no second place. */
function mergeCountries(places: Labels["places"]): Labels["places"] {
  const cities = places.filter(({ place }) => place.city !== undefined)
  const [city, other] = cities
  const country = places.find(({ place }) => place.city === undefined)?.place.country
  // "Tripoli, 16 June 2021, Lebanon": of cities of one name it is the one in that country.
  if (city && !other && city.place.country === undefined && country !== undefined && city.isListed)
    return [{ ...city, place: { ...city.place, country } }]
  return places.filter(
    ({ place }) => place.city !== undefined || !cities.some((city) => city.place.country === place.country),
  )
}

/** A label ends at what is claimed and at a mark that parts: comma, slash, bracket, dash; an acronym in brackets stays. */
function labelEnd(rest: readonly Token[], from: number): number {
  let to = from
  while (to < rest.length && !isParting(rest, to)) to++
  const isAcronym = rest[to]?.text === "(" && rest[to + 2]?.text === ")" && rest[to + 1]?.kind === "word"
  return isAcronym && to > from ? to + 3 : to
}

const isEnd = (rest: readonly Token[], at: number) =>
  at >= rest.length || isParting(rest, at) || rest[at]!.text === "." || phraseAt(conjunctions, rest, at) !== undefined

function isParting(rest: readonly Token[], at: number): boolean {
  const token = rest[at]!
  if (token.kind !== "mark") return false
  const isSpaced = rest[at - 1] !== undefined && rest[at - 1]!.end < token.start
  return isClaimed(token) || ",;:/|()[]–—·•&+".includes(token.text) || (token.text === "-" && isSpaced)
}

/** Whether a token joins two things of one sort: and, &, /, +. */
export const isJoined = (rest: readonly Token[], at: number): boolean =>
  rest[at] !== undefined && ("&/+".includes(rest[at].text) || phraseAt(conjunctions, rest, at) !== undefined)

const disjunctions: ReadonlySet<string> = new Set(["or", "ou", "oder", "oppure"])
const slotNames = phrasesOf("slotNames")
const conjunctions = phrasesOf("conjunctions")
