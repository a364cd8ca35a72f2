import type { Item } from "@pg/domain"
import type { Feed, Format } from "./format.js"
import { component, contentLine, textLine, uriLine } from "./ics/content-line.js"
import { type Entry, entriesOf } from "./ics/entries.js"
import { words } from "./ics/words.js"
import { writeZone, type ZonedTimes } from "./ics/zone.js"
import { languageOf } from "./language.js"

/**
 * iCalendar, RFC 5545, with the properties of RFC 7986. What has no date that a calendar can hold is not in it and is
 * counted in X-PG-UNDATED. There is no METHOD: with one, DTSTAMP would be when the text was written, and no two
 * readings of the same calendar would be equal; without, it is when the entry was last revised. Where neither an item
 * nor the feed says that, TypeError is thrown, for it would be invented.
 */
export const ics: Format = {
  name: "ics",
  extension: "ics",
  mediaType: "text/calendar",
  title: "iCalendar",
  usualLimit: 1000,
  says: ["deadlines"],
  serialize: (feed) => writeCalendar(feed.items, feed, subscriptionLines(feed)),
  serializeItem: (item, feed) => writeCalendar([item], feed, []),
}

function writeCalendar(items: readonly Item[], feed: Omit<Feed, "items">, lines: readonly string[]): string {
  const all = items.flatMap((item) => entriesOf(item, feed))
  const entries = all.filter((entry) => entry !== undefined)
  return component("VCALENDAR", [
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//Pompidou Group//Newsroom//EN"),
    contentLine("CALSCALE", "GREGORIAN"),
    ...lines,
    ...undatedLines(all.length - entries.length, feed),
    ...zonesOf(entries).map(writeZone),
    ...entries.map(({ vevent }) => vevent),
  ])
}

/**
 * What a calendar says of itself to who subscribes to it. One item's has none of it, for it is to be put into a calendar
 * that is there already, and some programs make a new one for whatever has a name.
 */
function subscriptionLines({ title, locale, selfUrl, homeUrl, nextUrl }: Feed): string[] {
  return [
    textLine("NAME", title, { LANGUAGE: locale }),
    textLine("X-WR-CALNAME", title),
    uriLine("URL", homeUrl),
    uriLine("SOURCE", selfUrl, { VALUE: "URI" }),
    contentLine("REFRESH-INTERVAL", "PT1H", { VALUE: "DURATION" }),
    contentLine("X-PUBLISHED-TTL", "PT1H"),
    contentLine("COLOR", "purple"),
    ...(nextUrl === undefined ? [] : [uriLine("X-PG-NEXT", nextUrl, { VALUE: "URI" })]),
  ]
}

function undatedLines(count: number, { locale, homeUrl }: Omit<Feed, "items">): string[] {
  const language = languageOf(locale)
  const description = textLine("DESCRIPTION", words[language].undated(count, homeUrl), { LANGUAGE: language })
  return [...(count === 0 ? [] : [description]), contentLine("X-PG-UNDATED", String(count))]
}

/** The zones of all times, by name. A calendar must have a component: with nothing else in it, that is the zone UTC. */
function zonesOf(entries: readonly Entry[]): ZonedTimes[] {
  const zones = new Map<string, ZonedTimes>()
  for (const { zone, first, last } of entries.flatMap(({ span }) => span.zoned ?? [])) {
    const known = zones.get(zone) ?? { zone, first, last }
    zones.set(zone, { zone, first: Math.min(known.first, first), last: Math.max(known.last, last) })
  }
  if (entries.length === 0) return [{ zone: "Etc/UTC", first: 0, last: 0 }]
  return [...zones.values()].toSorted((a, b) => (a.zone < b.zone ? -1 : 1))
}
