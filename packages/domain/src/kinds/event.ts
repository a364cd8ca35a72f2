import * as z from "zod"
import { envelope } from "../envelope.js"
import { defineKind } from "../kind.js"
import { EventAttendanceMode } from "../values/event-attendance-mode.js"
import { Place } from "../values/place.js"
import { line } from "../values/text.js"
import { Url } from "../values/url.js"
import { Edtf, When } from "../values/when.js"
import { icalendarStatus, occurrencesOf, whensOf } from "./event-times.js"

const place = { location: Place.optional(), eventAttendanceMode: EventAttendanceMode.optional() }

/** A meeting, conference, training or observance: schema.org Event, iCalendar VEVENT. */
export const Event = z.strictObject({
  ...envelope,
  ...place,
  kind: z.literal("event"),
  /** Its own dates; absent where a call for it does not say them. */
  when: When.optional(),
  /** Further places, in the source's order. */
  additionalLocations: z.array(Place).max(50).default([]),
  /** schema.org EventStatusType, its values verbatim. */
  eventStatus: z
    .enum(["EventScheduled", "EventPostponed", "EventRescheduled", "EventCancelled", "EventMovedOnline"])
    .default("EventScheduled"),
  registration: z
    .strictObject({
      url: Url.optional(),
      opens: Edtf.optional(),
      closes: Edtf.optional(),
      audience: line(1000).optional(),
      fee: line(500).optional(),
    })
    .optional(),
  /** Its parts that have dates of their own: the modules of a course, the days of a conference. */
  sessions: z
    .array(z.strictObject({ ...place, title: line(1000), when: When.optional() }))
    .max(500)
    .default([]),
  organisers: z.array(line(500)).max(100).default([]),
})
export type Event = z.infer<typeof Event>

/** What this kind answers. */
export const event = defineKind({
  name: "event",
  segment: "events",
  schema: Event,
  schemaOrgType: "Event",
  types: [
    "conference",
    "course",
    "course-call-for-applications",
    "executive-training",
    "expert-group-meeting",
    "meeting",
    "ministerial-conference",
    "observance",
    "round-table",
    "seminar",
    "side-event",
    "symposium",
    "training",
    "webinar",
    "workshop",
  ],
  occurrences: occurrencesOf,
  deadline: ({ registration: { closes, url } = {}, eventStatus }) =>
    closes === undefined ? undefined : { closes, url, status: icalendarStatus[eventStatus] },
  places: ({ location, additionalLocations, sessions }) =>
    [location, ...additionalLocations, ...sessions.map((session) => session.location)].filter(
      (place) => place !== undefined,
    ),
  whens: whensOf,
  people: () => [],
  files: ({ attachments }) => attachments,
  texts: ({ organisers, sessions }) => [...organisers, ...sessions.map(({ title }) => title)],
  status: ({ eventStatus }) => (eventStatus === "EventScheduled" ? undefined : eventStatus),
  citationType: () => "event",
  imprint: () => undefined,
  programme: ({ location, additionalLocations, eventStatus, ...programme }) => ({
    ...programme,
    locations: [...(location ? [location] : []), ...additionalLocations],
    status: eventStatus,
  }),
  act: (item, action, when) => ({ ...item, eventStatus: statusAfter[action], ...(when && { when }) }),
})

const statusAfter = {
  reschedule: "EventRescheduled",
  postpone: "EventPostponed",
  cancel: "EventCancelled",
} as const
