import { boundsOf, type EdtfDate, isEdtf, parseEdtf } from "@pg/domain"
import { contentLine } from "./content-line.js"
import { day, isWritable, writeDate, writeDateTime } from "./date-time.js"
import { instantOf, type ZonedTimes } from "./zone.js"

/**
 * Where something stands in a calendar: DTSTART and, where there is one, DTEND, written. `tells` is how much of the
 * date these say: `all` of it; its `days` but not its times; or no more than the `frame` in which it lies.
 */
export type Span = { lines: readonly string[]; tells: "all" | "days" | "frame"; zoned?: ZonedTimes }

/** A first and a last day or moment, both inclusive, EDTF; the zone of their times of day. */
export type Dates = { start: string; end?: string | undefined; timeZone?: string | undefined }

/**
 * The span of what takes place from a first to a last day or moment, both inclusive, EDTF. Undefined where no calendar
 * can hold it: where an end is open, is a year or has none, for any day of it would be invented; and where DTEND, which
 * is exclusive, would be in the year 10000.
 */
export function spanOf({ start, end = start, timeZone }: Dates): Span | undefined {
  const ends = [readDate(start), readDate(end)].filter((date) => date?.year !== undefined && date.month !== undefined)
  const days = ends.length === 2 ? daySpan(start, end) : undefined
  if (days === undefined) return undefined
  const isSure = ends.every((date) => date?.day !== undefined && !date.uncertain && !date.approximate)
  const hasTimes = ends.some((date) => date?.time !== undefined)
  const timed = hasTimes ? timedSpan(readMoment(start), readMoment(end), timeZone) : undefined
  const tells = !isSure ? "frame" : hasTimes && timed === undefined ? "days" : "all"
  return { ...(timed ?? { lines: days }), tells }
}

function readDate(text: string): EdtfDate | undefined {
  const date = isEdtf(text) ? parseEdtf(text) : undefined
  return date === undefined || "start" in date ? undefined : date
}

/** Whole days: DTEND is the day after the last one. */
function daySpan(start: string, end: string): string[] | undefined {
  const [first, last] = [boundsOf(start).earliest ?? "", boundsOf(end).latest ?? ""].map((text) => Date.parse(text))
  if (first === undefined || last === undefined || !isWritable(last + day)) return undefined
  const value = { VALUE: "DATE" }
  return [contentLine("DTSTART", writeDate(first), value), contentLine("DTEND", writeDate(last + day), value)]
}

/** What a clock shows, in milliseconds as if it showed UTC; `ahead` is how far it is ahead of UTC, if it says so. */
type Moment = { local: number; ahead?: number }

function readMoment(text: string): Moment | undefined {
  const [, local, offset] = /^(.*T\d\d:\d\d(?::\d\d)?)(Z|[+-][\d:]+)?[?~%]?$/.exec(text) ?? []
  if (local === undefined) return undefined
  const time = Date.parse(`${local}Z`)
  if (offset === undefined) return { local: time }
  return { local: time, ahead: time - Date.parse(local + (/^.\d\d$/.test(offset) ? `${offset}:00` : offset)) }
}

/**
 * Times of day in the one form that both ends can have: by a zone's clock, in UTC where an end says its instant, or
 * floating where nothing says where the clock hangs. Undefined where there is none, or where the end is before the start
 * once both are instants. Where there is no end, or the same as the start, there is no DTEND, which has to be later.
 */
function timedSpan(start?: Moment, end?: Moment, zone?: string): Omit<Span, "tells"> | undefined {
  if (start === undefined || end === undefined) return undefined
  const saysInstant = start.ahead !== undefined || end.ahead !== undefined
  const isFloating = zone === undefined && !saysInstant
  const [first, last] = [start, end].map((moment) => (isFloating ? moment.local : readInstant(moment, zone)))
  if (first === undefined || last === undefined || last < first || ![first, last].every(isWritable)) return undefined
  const write = (from: number, to: number, suffix: string, parameters = {}) =>
    (first === last ? [from] : [from, to]).map((time, index) =>
      contentLine(index === 0 ? "DTSTART" : "DTEND", writeDateTime(time) + suffix, parameters),
    )
  if (zone === undefined || saysInstant) return { lines: write(first, last, isFloating ? "" : "Z") }
  const zoned = { zone, first: start.local, last: end.local }
  return { lines: write(start.local, end.local, "", { TZID: zone }), zoned }
}

const readInstant = ({ local, ahead }: Moment, zone: string | undefined): number | undefined =>
  ahead !== undefined ? local - ahead : zone === undefined ? undefined : instantOf(local, zone)
