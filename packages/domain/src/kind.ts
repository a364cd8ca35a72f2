import type { z } from "zod"
import type { Action } from "./lifecycle.js"
import type { Attachment } from "./values/attachment.js"
import type { EventAttendanceMode } from "./values/event-attendance-mode.js"
import type { Place } from "./values/place.js"
import type { When } from "./values/when.js"

/**
 * One thing that takes place: iCalendar VEVENT. `when` is absent where nobody has said it. `part` is which part of its
 * item it is, from 1, undated parts counted; absent where it is the whole. `status` as in RFC 5545 §3.8.1.11.
 */
export type Occurrence = {
  part?: number
  title: string
  when?: When | undefined
  location?: Place | undefined
  additionalLocations?: Place[]
  eventAttendanceMode?: EventAttendanceMode | undefined
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED"
}

/** A day (or moment) until which one can register: EDTF, with where to do so and the status of what it is for. */
export type Deadline = { closes: string; url?: string | undefined; status: Occurrence["status"] }

/** Who made something. A body is kept whole; `role` is absent where they are its authors. */
export type Contributor = { name: string; type: "Person" | "Organization"; role?: string | undefined }

/** What the title page of something that was published says. `pages` is how many there are. */
export type Imprint = {
  contributors: Contributor[]
  publisher?: string | undefined
  reference?: string | undefined
  isbn?: string | undefined
  doi?: string | undefined
  languages: string[]
  edition?: string | undefined
  pages?: number | undefined
}

/** schema.org EventStatusType, its values verbatim. */
type EventStatus = "EventScheduled" | "EventPostponed" | "EventRescheduled" | "EventCancelled" | "EventMovedOnline"

/** What can become of something that was to take place: actions of the lifecycle. */
export type EventAction = Extract<Action, "reschedule" | "postpone" | "cancel">

/** What is said of something that takes place, of it as a whole and of its parts. */
export type Programme = {
  when?: When | undefined
  locations: Place[]
  eventAttendanceMode?: EventAttendanceMode | undefined
  status: EventStatus
  organisers: string[]
  registration?: Registration | undefined
  sessions: {
    title: string
    when?: When | undefined
    location?: Place | undefined
    eventAttendanceMode?: EventAttendanceMode | undefined
  }[]
}

/** How one registers for something: where, from and until when (EDTF), who may, and what it costs, in words. */
export type Registration = {
  url?: string | undefined
  opens?: string | undefined
  closes?: string | undefined
  audience?: string | undefined
  fee?: string | undefined
}

/** What something is to those who cite it: a type of CSL 1.0.2. */
export type CitationType = "webpage" | "event" | "report" | "book" | "pamphlet"

/**
 * What a kind of item must answer, so that nothing else needs to ask which kind it has.
 * `segment` is its part of an address (`/events`), `types` its known types, `schemaOrgType` its class at schema.org,
 * `occurrences` what of it belongs in a calendar, once its date is known, and `deadline` until when one can register for it;
 * `places` and `whens` where and when it, or what it reports, takes place; `people` the names of people that it gives
 * beside the envelope's; `files` what can be had of it; `texts` what it says beside the envelope's fields, for search;
 * `status` is schema.org's word for an event that does not take place as it was planned; `citationType` what it is to
 * those who cite it; `imprint` is there for what has a title page, `programme` for what takes place; `act` is the item once it
 * is put off, or to `when`, or called off, for a kind of which that can be said.
 */
export type Kind<Name extends string, Schema extends z.ZodType> = {
  name: Name
  segment: string
  schema: Schema
  schemaOrgType: string
  types: readonly string[]
  occurrences: (item: z.infer<Schema>) => Occurrence[]
  deadline: (item: z.infer<Schema>) => Deadline | undefined
  places: (item: z.infer<Schema>) => Place[]
  whens: (item: z.infer<Schema>) => When[]
  people: (item: z.infer<Schema>) => string[]
  files: (item: z.infer<Schema>) => Attachment[]
  texts: (item: z.infer<Schema>) => string[]
  status: (item: z.infer<Schema>) => string | undefined
  citationType: (item: z.infer<Schema>) => CitationType
  imprint: (item: z.infer<Schema>) => Imprint | undefined
  programme: (item: z.infer<Schema>) => Programme | undefined
  act: (item: z.infer<Schema>, action: EventAction, when?: When) => z.infer<Schema> | undefined
}

/** Defines a kind; gives back what it is given, with its types kept. */
export const defineKind = <Name extends string, Schema extends z.ZodType>(
  kind: Kind<Name, Schema>,
): Kind<Name, Schema> => kind
