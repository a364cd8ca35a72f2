import type { Occurrence, Programme } from "../kind.js"
import { boundsOf, parseEdtf } from "../values/edtf.js"
import type { Place } from "../values/place.js"
import type { When } from "../values/when.js"

/** What of an event tells when, where and whether it takes place. */
type TakingPlace = Pick<Programme, "when" | "eventAttendanceMode" | "sessions"> & {
  title: string
  location?: Place | undefined
  additionalLocations: Place[]
  eventStatus: Programme["status"]
}

/**
 * What of an event belongs in a calendar: itself, on its own days. Its sessions stand there in its place where they tell its
 * time better than it does: where it has no days of its own, or where all have dates and they reach from its first day to its
 * last, so that the months between the modules of a course are not filled. A session outside of its days stands beside it.
 */
export function occurrencesOf(event: TakingPlace): Occurrence[] {
  const { title, when, location, additionalLocations, eventAttendanceMode, eventStatus, sessions } = event
  const status = icalendarStatus[eventStatus]
  const whole = { title, when, location, additionalLocations, eventAttendanceMode, status }
  const parts = sessions.map((session, index) => ({
    part: index + 1,
    title: `${title}: ${session.title}`,
    when: session.when,
    location: session.location ?? location,
    eventAttendanceMode: session.eventAttendanceMode ?? eventAttendanceMode,
    status,
  }))
  const dated = sessions.flatMap((session) => session.when ?? [])
  if (dated.length === 0) return [whole]
  if (when === undefined || !isOfDays(when)) return parts
  if (dated.length === parts.length && reachAcross(dated, when)) return parts
  return [whole, ...parts.filter((part) => part.when && !isWithin(part.when, when))]
}

/** When an event takes place: when it says, then when those of its sessions do that are not within that. */
export function whensOf({ when, sessions }: Pick<TakingPlace, "when" | "sessions">): When[] {
  const dated = sessions.flatMap((session) => session.when ?? [])
  return when === undefined ? dated : [when, ...dated.filter((part) => !isWithin(part, when))]
}

/** RFC 5545 section 3.8.1.11. */
export const icalendarStatus: Record<Programme["status"], Occurrence["status"]> = {
  EventScheduled: "CONFIRMED",
  EventRescheduled: "CONFIRMED",
  EventMovedOnline: "CONFIRMED",
  EventPostponed: "TENTATIVE",
  EventCancelled: "CANCELLED",
}

/** Whether both ends are days of a known year; "June 2021" is a frame, in which days are to be found. */
const isOfDays = ({ start, end = start }: When): boolean =>
  [start, end].every((text) => {
    const date = parseEdtf(text)
    return !("start" in date) && date.year !== undefined && date.day !== undefined
  })

function reachAcross(parts: readonly When[], whole: When): boolean {
  const days = parts.map(daysOf)
  const [first] = days.map(({ first = "" }) => first).toSorted()
  const last = days
    .map(({ last = "" }) => last)
    .toSorted()
    .at(-1)
  const all = daysOf(whole)
  return first === all.first && last === all.last
}

function isWithin(part: When, whole: When): boolean {
  const [inner, outer] = [daysOf(part), daysOf(whole)]
  return isAscending(outer.first, inner.first) && isAscending(inner.last, outer.last)
}

/** A day whose year nobody said is neither before nor after another. */
const isAscending = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a <= b

function daysOf({ start, end = start }: When): { first: string | undefined; last: string | undefined } {
  return { first: boundsOf(start).earliest, last: boundsOf(end).latest }
}
