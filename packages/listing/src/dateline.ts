import type { EventAttendanceMode } from "@pg/domain"
import { type DateFound, findDate } from "./readers/date.js"
import { isJoined, type Labels, readLabels } from "./readers/labels.js"
import { findMode } from "./readers/mode.js"
import { findTime, type TimeFound } from "./readers/time.js"
import type { Range } from "./text.js"
import { claim, tokenise } from "./tokens.js"

/** What the readers found in a dateline. Ranges count from the start of the line. */
export type Dateline = Labels & {
  date?: Range & Omit<DateFound, "from" | "to"> & { time?: Pick<TimeFound, "start" | "end"> }
  mode?: Range & { mode: EventAttendanceMode }
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
  const time = date?.precision === "day" ? findTime(undated) : undefined
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

/** A line without a date must be all place or way to attend; one with a lone month or year may have nothing else. */
function isEnough(date: DateFound | undefined, hasMode: boolean, { places, bodies, leaked }: Labels): boolean {
  if (date?.precision === "day") return true
  if (bodies.length > 0 || places.some(({ isListed }) => isListed !== true)) return false
  if (leaked.length > 0) return places.length > 0
  return date !== undefined || hasMode || places.some(({ place }) => place.city !== undefined)
}
