import type { EventAttendanceMode, Place } from "@pg/domain"
import { readDateline } from "./dateline.js"

/**
 * What a dateline says. `date` is EDTF; `problem` says why there is none although the line gives one (31 June).
 * `location` and `additionalLocations` are places in the line's order; `bodies` ids of the vocabulary or names as they
 * stand; `label` the words that are no part of a dateline.
 */
export type ParsedDateline = {
  date?: string
  time?: string
  endTime?: string
  problem?: string
  location?: Place
  additionalLocations?: Place[]
  eventAttendanceMode?: EventAttendanceMode
  bodies?: string[]
  label?: string
}

/** Reads one line as a dateline, in any of the languages; undefined where it only looks like one. */
export function parseDateline(line: string): ParsedDateline | undefined {
  const dateline = readDateline(line)
  if (!dateline) return undefined
  const { date, mode, places, bodies, leaked } = dateline
  const [location, ...others] = places.map(({ place }) => place)
  return {
    ...(date?.edtf !== undefined && { date: date.edtf }),
    ...(date?.time && { time: date.time.start }),
    ...(date?.time?.end !== undefined && { endTime: date.time.end }),
    ...(date?.problem !== undefined && { problem: date.problem }),
    ...(location && { location }),
    ...(others.length > 0 && { additionalLocations: others }),
    ...(mode && { eventAttendanceMode: mode.mode }),
    ...(bodies.length > 0 && { bodies: bodies.map(({ body }) => body) }),
    ...(leaked.length > 0 && { label: leaked.map(({ start, end }) => line.slice(start, end)).join(", ") }),
  }
}
