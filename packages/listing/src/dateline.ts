import type { EventAttendanceMode, Place } from "@pg/domain"
import { suggestPlace } from "./gazetteer/suggest.js"
import { phraseAt } from "./phrases.js"
import { type DateFound, findDate } from "./readers/date.js"
import { isLeaked, namesEvent, readBody } from "./readers/label.js"
import { findMode } from "./readers/mode.js"
import { isNamePart, readPlaceAt, readUnknownCityAt, textOf } from "./readers/place.js"
import { findTime, type TimeFound } from "./readers/time.js"
import { phrasesOf } from "./readers/words.js"
import { clean, type Range } from "./text.js"
import { type Token, tokenise } from "./tokens.js"

/** What the readers found in a dateline. Ranges count from the start of the line; `names` are places as written. */
export type Dateline = {
  date?: Range & Omit<DateFound, "from" | "to"> & { time?: Pick<TimeFound, "start" | "end"> }
  places: (Range & { place: Place; doubt?: "misspelt" | "unknown"; suggestion?: string })[]
  mode?: Range & { mode: EventAttendanceMode }
  bodies: (Range & { body: string })[]
  leaked: Range[]
}

/**
 * Reads a line as `{label} {date} {place}` in any order, each perhaps absent. A line of which more than a short label
 * is left when date, hours, place and way to attend have been claimed is no dateline: undefined.
 */
export function readDateline(line: string): Dateline | undefined {
  if (line.length > longest || line.length < 3 || forbidden.test(line)) return undefined
  const tokens = tokenise(line)
  if (tokens.length === 0 || tokens.length > 60) return undefined
  const date = findDate(tokens)
  const undated = claim(tokens, date)
  const time = date && findTime(undated)
  const timeless = claim(undated, time)
  const mode = findMode(timeless)
  const rest = claim(timeless, mode)
  const labels = readLabels(line, tokens, rest, date)
  if (!labels || !isEnough(date, mode !== undefined, labels)) return undefined
  const rangeOf = ({ from, to }: { from: number; to: number }) => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
  })
  const isMixed = mode && labels.places.length > 0 && (isJoined(rest, mode.from - 1) || isJoined(rest, mode.to))
  return {
    ...labels,
    ...(date && { date: dateOf(date, time, rangeOf) }),
    ...(mode && { mode: { ...rangeOf(mode), mode: isMixed ? "MixedEventAttendanceMode" : mode.mode } }),
  }
}

const longest = 200
/** What a sentence or a title has and a dateline does not. */
const forbidden = /[?!"“”„«»‘%=<>{}@#$€…]|\.\.\./

/** The tokens with those that a reader claimed made unreadable for the others. */
const claim = (tokens: readonly Token[], found: { from: number; to: number } | undefined): readonly Token[] =>
  found ? tokens.map((token, at) => (at >= found.from && at < found.to ? claimed : token)) : tokens

const claimed: Token = { kind: "mark", text: "\u0000", folded: "\u0000", start: 0, end: 0 }

function dateOf(
  { from, to, ...date }: DateFound,
  time: TimeFound | undefined,
  rangeOf: (found: { from: number; to: number }) => Range,
): NonNullable<Dateline["date"]> {
  const range = rangeOf({ from, to })
  if (!time) return { ...range, ...date }
  const hours = rangeOf(time)
  const { start, end } = time
  return {
    ...date,
    start: Math.min(range.start, hours.start),
    end: Math.max(range.end, hours.end),
    time: { start, ...(end !== undefined && { end }) },
  }
}

type Labels = Pick<Dateline, "places" | "bodies" | "leaked">

/** A line without a date must be all place or way to attend; one with a lone month or year may have nothing else. */
function isEnough(date: DateFound | undefined, hasMode: boolean, { places, bodies, leaked }: Labels): boolean {
  if (date?.precision === "day") return true
  if (bodies.length > 0 || leaked.length > 0 || places.some(({ doubt }) => doubt !== undefined)) return false
  return date !== undefined || hasMode || places.some(({ place }) => place.city !== undefined)
}

/** Reads what the others left: places, bodies, leaked words. Undefined where something is none of these. */
function readLabels(
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
    if (token.kind === "mark") at++
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
    labels.places.push({ start, end: range.end, place: { ...(name !== undefined && { name }), ...place.place } })
    return place.to
  }
  const to = labelEnd(rest, from)
  const words = rest.slice(from, to)
  if (words.some(({ kind }) => kind === "number")) return undefined
  if (to === date?.from && genitives.has(tokens[to]!.folded)) return undefined
  const text = textOf(line, tokens, { from, to })
  const body = readBody(text, words)
  if (body !== undefined) labels.bodies.push({ ...rangeOf(to), body })
  else if (isLeaked(words)) labels.leaked.push(rangeOf(to))
  else {
    const other = readOther(text, words, date === undefined || from < date.from, rest[to]?.text === ",")
    if (other === undefined || date?.precision !== "day") return undefined
    if (other === "leaked") labels.leaked.push(rangeOf(to))
    else if (!joinName(line, tokens, labels, { from, to })) labels.places.push({ ...rangeOf(to), ...other })
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

/** "Strasbourg, Alsace": a name that a comma ties to the city before it is of the same place. */
function joinName(
  line: string,
  tokens: readonly Token[],
  { places }: Labels,
  found: { from: number; to: number },
): boolean {
  const before = places.at(-1)
  const comma = tokens[found.from - 1]
  if (!before || comma?.text !== "," || comma.start !== before.end) return false
  const end = tokens[found.to - 1]!.end
  const suggestion = suggestPlace(line.slice(tokens[found.from]!.start, end))
  const isMisspelt = suggestion?.isCountry === true
  if (suggestion && !isMisspelt) return false
  places[places.length - 1] = {
    ...before,
    end,
    place: { name: clean(line.slice(before.start, end)), ...before.place },
    ...(isMisspelt && { doubt: "misspelt", suggestion: suggestion.name }),
  }
  return true
}

/** "Strasbourg, 16 June 2021, France": a country that stands apart from its city is no second place. */
function mergeCountries(places: Labels["places"]): Labels["places"] {
  const cities = places.filter(({ place }) => place.city !== undefined)
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
  return ",;:/|()[]–—·•&+\u0000".includes(token.text) || (token.text === "-" && isSpaced)
}

/** Whether a token joins two things of one sort: and, &, /, +. */
const isJoined = (rest: readonly Token[], at: number): boolean =>
  rest[at] !== undefined && ("&/+".includes(rest[at].text) || phraseAt(conjunctions, rest, at) !== undefined)

const slotNames = phrasesOf("slotNames")
const conjunctions = phrasesOf("conjunctions")
