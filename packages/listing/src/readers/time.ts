import { phraseAt } from "../phrases.js"
import { type Token, touches } from "../tokens.js"
import { dashes, skipMarks } from "./date-point.js"
import { phrasesOf } from "./words.js"

/** Hours found in a line, as EDTF writes them: `14:30`, with an offset where the line names the zone. */
export type TimeFound = { from: number; to: number; start: string; end?: string }

/** Finds the hours of a dateline: 14:30, 14h30, 9:00–17:00 CET. */
export function findTime(tokens: readonly Token[]): TimeFound | undefined {
  for (let from = 0; from < tokens.length; from++) {
    const first = readTime(tokens, from)
    if (!first) continue
    const connector = dashes.has(tokens[first.to]?.text ?? "")
      ? first.to + 1
      : phraseAt(rangeWords, tokens, first.to)?.to
    const last = connector === undefined ? undefined : readTime(tokens, connector)
    const zone = readZone(tokens, last?.to ?? first.to)
    const isForward = last === undefined || last.time > first.time
    if (!isForward) return undefined
    return {
      from: phraseBefore(tokens, from),
      to: zone.to,
      start: first.time + zone.offset,
      ...(last && { end: last.time + zone.offset }),
    }
  }
  return undefined
}

/** 14:30, 14h30, 14 h 30, 14h, 14:30 Uhr, 14 heures; 2 p.m., 2:30 pm, 2.30 pm. */
function readTime(tokens: readonly Token[], from: number): { time: string; to: number } | undefined {
  const [hours, mark, minutes] = tokens.slice(from, from + 3)
  if (hours?.kind !== "number" || hours.text.length > 2 || Number(hours.text) > 23) return undefined
  const hasMinutes = minutes?.kind === "number" && /^[0-5]\d$/.test(minutes.text)
  const isClose = hasMinutes && isRun(hours, mark, minutes)
  const isClock =
    (hasMinutes && mark?.folded === "h") ||
    (isClose && (mark?.text === ":" || (mark?.text === "." && readHalf(tokens, from + 3) !== undefined)))
  const afterNumbers = from + (isClock ? 3 : 1)
  const isHour = hourWords.has(tokens[afterNumbers]?.folded ?? "")
  const to = afterNumbers + (isHour ? 1 : 0)
  const half = readHalf(tokens, to)
  if (!isClock && !isHour && !half) return undefined
  if (half && (Number(hours.text) < 1 || Number(hours.text) > 12)) return undefined
  const hour = half ? (Number(hours.text) % 12) + half.add : Number(hours.text)
  return { time: `${String(hour).padStart(2, "0")}:${isClock ? minutes.text : "00"}`, to: half?.to ?? to }
}

/** What may stand behind an hour, and before it. */
const hourWords: ReadonlySet<string> = new Set(["h", "hrs", "hours", "uhr", "heure", "heures", "hora", "horas"])
const hourPrefixes: ReadonlySet<string> = new Set(["ore", "alle", "dalle", "um", "at", "de", "from", "von", "a", "las"])

const isRun = (a: Token, b: Token | undefined, c: Token) => touches(a, b) && touches(b, c)

/** "am", "p.m.": the hours to add, and the token after it. */
function readHalf(tokens: readonly Token[], from: number): { add: number; to: number } | undefined {
  const [first, dot, second, lastDot] = tokens.slice(from, from + 4)
  if (first?.folded === "am" || first?.folded === "pm") return { add: first.folded === "pm" ? 12 : 0, to: from + 1 }
  if ((first?.folded !== "a" && first?.folded !== "p") || dot?.text !== "." || second?.folded !== "m") return undefined
  return { add: first.folded === "p" ? 12 : 0, to: from + (lastDot?.text === "." ? 4 : 3) }
}

function readZone(tokens: readonly Token[], from: number): { offset: string; to: number } {
  const at = skipMarks(tokens, from, "(")
  const offset = zones[tokens[at]?.text ?? ""]
  return offset === undefined ? { offset: "", to: from } : { offset, to: skipMarks(tokens, at + 1, ")") }
}

function phraseBefore(tokens: readonly Token[], from: number): number {
  let at = from
  while (at > 0 && (phraseAt(prepositions, tokens, at - 1) || hourPrefixes.has(tokens[at - 1]!.folded))) at--
  return at
}

const zones: Record<string, string> = {
  Z: "Z",
  UTC: "Z",
  GMT: "Z",
  CET: "+01:00",
  CEST: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
}
const prepositions = phrasesOf("placePrepositions")
const rangeWords = phrasesOf("rangeWords")
