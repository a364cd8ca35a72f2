import type { When } from "@pg/domain"
import { instantOf } from "../ics/zone.js"

/**
 * A date of schema.org: an EDTF date that ISO 8601 has too, a day, month or year, or a day with its time; a time that a
 * zone's clock shows with that zone's offset. Undefined for what is uncertain or approximate, has no year, or is an
 * interval.
 */
export function isoDate(edtf: string | undefined, timeZone?: string): string | undefined {
  const [, day, time, seconds = ":00", offset = ""] = pattern.exec(edtf ?? "") ?? []
  if (day === undefined || time === undefined) return day
  const local = `${day}T${time}${seconds}`
  const whole = /^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset
  return local + (offset === "" && timeZone !== undefined ? offsetAt(local, timeZone) : whole)
}

/** When something took place, as an ISO 8601 interval with both ends, where both are dates of schema.org. */
export function isoInterval({ start, end, timeZone }: When): string | undefined {
  const ends = [start, end ?? start].map((date) => isoDate(date, timeZone))
  return ends.includes(undefined) ? undefined : [...new Set(ends)].join("/")
}

const pattern = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d(?::\d\d)?)?)?$/

/** How far ahead of UTC a zone's clock is when it shows a time, to the minute. */
function offsetAt(local: string, timeZone: string): string {
  const time = Date.parse(`${local}Z`)
  const minutes = Math.round((time - instantOf(time, timeZone)) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`
}
