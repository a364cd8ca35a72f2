import { type Event, kindOf } from "@pg/domain"
import { boundsOf } from "@pg/domain/dates"

/** What can be said of a registration on a day: one opens later, one is open, one is closed. */
export type RegistrationState = "soon" | "open" | "closed"

/**
 * Whether one can register on a day, YYYY-MM-DD: a deadline's own day is in time, and of a deadline that is a month every
 * day. Undefined where nothing stated tells, and for an event that is cancelled; what is over is closed.
 */
export function registrationState(event: Event, today: string | undefined): RegistrationState | undefined {
  const { registration, eventStatus } = event
  if (registration === undefined || today === undefined || eventStatus === "EventCancelled") return undefined
  const opens = registration.opens === undefined ? {} : boundsOf(registration.opens)
  const closes = registration.closes === undefined ? {} : boundsOf(registration.closes)
  if (isBefore(closes.latest, today) || isOver(event, today)) return "closed"
  if (opens.earliest !== undefined && opens.earliest > today) return "soon"
  return closes.latest !== undefined || isBefore(opens.latest, today) || opens.latest === today ? "open" : undefined
}

/** Whether the last of its times that are known has passed. */
function isOver(event: Event, today: string): boolean {
  const ends = kindOf(event)
    .whens(event)
    .map(({ start, end = start }) => boundsOf(end).latest)
  return ends.length > 0 && ends.every((end) => isBefore(end, today))
}

const isBefore = (day: string | undefined, today: string) => day !== undefined && day < today
