import * as z from "zod"
import { envelope } from "../envelope.js"
import { defineKind } from "../kind.js"
import { EventAttendanceMode } from "../values/event-attendance-mode.js"
import { Place } from "../values/place.js"
import { When } from "../values/when.js"

/** A piece of news: schema.org NewsArticle. */
export const News = z.strictObject({
  ...envelope,
  kind: z.literal("news"),
  /** The place in its dateline: schema.org dateline, contentLocation. */
  location: Place.optional(),
  /** Further places of the dateline, in its order. */
  additionalLocations: z.array(Place).max(50).default([]),
  /** The dates of what it reports, where its dateline gives those. */
  when: When.optional(),
  /** How one attended what it reports, where its dateline says so. */
  eventAttendanceMode: EventAttendanceMode.optional(),
})
export type News = z.infer<typeof News>

/** What this kind answers. News has no place in a calendar: what it reports is over or has an event of its own. */
export const news = defineKind({
  name: "news",
  segment: "news",
  schema: News,
  schemaOrgType: "NewsArticle",
  types: [
    "announcement",
    "anniversary",
    "appointment",
    "call",
    "course-launch",
    "decision",
    "event-report",
    "interview",
    "membership",
    "obituary",
    "observance",
    "participation",
    "presidency",
    "research-project",
    "signature",
    "statement",
    "visit",
  ],
  occurrences: () => [],
  deadline: () => undefined,
  places: ({ location, additionalLocations }) => [...(location ? [location] : []), ...additionalLocations],
  whens: ({ when }) => (when ? [when] : []),
  people: () => [],
  files: ({ attachments }) => attachments,
  texts: () => [],
  status: () => undefined,
  citationType: () => "webpage",
  imprint: () => undefined,
  programme: () => undefined,
  act: () => undefined,
})
