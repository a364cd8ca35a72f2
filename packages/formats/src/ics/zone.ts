import { component, contentLine } from "./content-line.js"
import { day, writeDateTime } from "./date-time.js"

/** Times of one zone, the first and the last of them, in milliseconds by the zone's own clock. */
export type ZonedTimes = { zone: string; first: number; last: number }

/**
 * VTIMEZONE, RFC 5545 section 3.6.5, for the years of these times: each change of the clock that there was in them, as
 * the runtime's own time zone database (Intl) has it, with no rule that would run on. Which half of the year is called
 * DAYLIGHT and which STANDARD says nothing of the time: it is the one that is ahead of the lesser of January and July.
 */
export function writeZone({ zone, first, last }: ZonedTimes): string {
  const offsetAt = offsetsOf(zone)
  const standardAt = (at: number) => {
    const year = new Date(at).getUTCFullYear()
    return Math.min(offsetAt(yearStart(year)), offsetAt(yearStart(year) + 182 * day))
  }
  return component("VTIMEZONE", [
    contentLine("TZID", zone),
    ...changesOf(offsetAt, first, last).map(({ at, from, to }) =>
      component(to > standardAt(at) ? "DAYLIGHT" : "STANDARD", [
        contentLine("DTSTART", writeDateTime(at + from)),
        contentLine("TZOFFSETFROM", writeOffset(from)),
        contentLine("TZOFFSETTO", writeOffset(to)),
      ]),
    ),
  ])
}

/**
 * The instant at which a zone's clock shows a time. Of two, the first; a time that the clock skips counts from before
 * the change (RFC 5545 section 3.3.5).
 */
export function instantOf(local: number, zone: string): number {
  const offsetAt = offsetsOf(zone)
  const [before, after] = [offsetAt(local - day), offsetAt(local + day)]
  return offsetAt(local - before) !== before && offsetAt(local - after) === after ? local - after : local - before
}

/** How far a zone is ahead of UTC at an instant; both in milliseconds. */
type Offsets = (instant: number) => number

function offsetsOf(zone: string): Offsets {
  const format = formatOf(zone)
  return (instant) => {
    const [, sign, digits = ""] = /GMT([+-]?)([\d:]*)$/.exec(format.format(instant)) ?? []
    const [hours = 0, minutes = 0, seconds = 0] = digits.split(":").map(Number)
    return (sign === "-" ? -1000 : 1000) * (hours * 3600 + minutes * 60 + seconds)
  }
}

/** To make one takes far longer than to use it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
  formats.set(zone, format)
  return format
}

const formats = new Map<string, Intl.DateTimeFormat>()

type Change = { at: number; from: number; to: number }

/**
 * The offset at the start of the first year, as a change to itself, and all changes until the end of the last year. A
 * day more at either end, for a year begins at different instants in different zones.
 */
function changesOf(offsetAt: Offsets, first: number, last: number): Change[] {
  const [start, end] = [first, last].map((time) => new Date(time).getUTCFullYear()) as [number, number]
  let at = yearStart(start) - day
  let offset = offsetAt(at)
  const changes = [{ at: at - offset, from: offset, to: offset }]
  while (at < yearStart(end + 1) + day) {
    const next = at + week
    if (offsetAt(next) === offset) at = next
    else {
      at = changeWithin(offsetAt, at, next)
      changes.push({ at, from: offset, to: offsetAt(at) })
      offset = offsetAt(at)
    }
  }
  return changes
}

/** How far apart one looks for changes: less than between any two that undo each other. */
const week = 7 * day

/** The second at which the offset stops being what it is at the start. */
function changeWithin(offsetAt: Offsets, start: number, end: number): number {
  if (end - start <= 1000) return end
  const middle = start + Math.floor((end - start) / 2000) * 1000
  return offsetAt(middle) === offsetAt(start)
    ? changeWithin(offsetAt, middle, end)
    : changeWithin(offsetAt, start, middle)
}

const yearStart = (year: number) => Date.parse(`${String(year).padStart(4, "0")}-01-01T00:00:00Z`)

/** UTC-OFFSET, RFC 5545 section 3.3.14. */
function writeOffset(offset: number): string {
  const digits = new Date(Math.abs(offset)).toISOString().slice(11, 19).replaceAll(":", "")
  return (offset < 0 ? "-" : "+") + digits.replace(/00$/, "")
}
