import { type Item, parseItem } from "@pg/domain"
import ICAL from "ical.js"
import type { Feed } from "../src/format.js"

/** The instant at which a list, or an item where it says none of its own, was last changed. */
export const updatedAt = "2021-06-17T08:30:00Z"

/** An event that is in a calendar, unless its fields say otherwise. */
export const event = (fields: object = {}): Item =>
  parseItem({
    id: "0190b3a5-7c1e-7000-8000-000000000001",
    kind: "event",
    locale: "en",
    slug: "a",
    title: "A",
    when: { start: "2021-06-15" },
    ...fields,
  })

/** What a calendar says beside its entries. */
export const feed = (items: readonly Item[], fields: Partial<Feed> = {}): Feed => ({
  items,
  title: "Events",
  locale: "en",
  selfUrl: "https://example.org/events.ics",
  homeUrl: "https://example.org/en/events",
  updatedAt,
  itemUrl: ({ slug }) => `https://example.org/en/events/${slug}`,
  ...fields,
})

/** What a reader that is not ours makes of a calendar. Throws where it is not one. */
export const readCalendar = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[])

/** The entries of a calendar, as that reader has them. */
export const readEntries = (text: string): ICAL.Component[] => readCalendar(text).getAllSubcomponents("vevent")

/** The start or end of an entry. */
export function readTime(entry: ICAL.Component | undefined, name: "dtstart" | "dtend"): ICAL.Time | undefined {
  const value = entry?.getFirstPropertyValue(name)
  return value instanceof ICAL.Time ? value : undefined
}

/** The instant that an entry's time stands for, RFC 3339, by the time zones that the calendar itself describes. */
export const readInstant = (entry: ICAL.Component | undefined, name: "dtstart" | "dtend"): string | undefined =>
  readTime(entry, name)?.toJSDate().toISOString()
