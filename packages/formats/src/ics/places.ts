import type { Occurrence } from "@pg/domain"
import { eventWordsIn } from "../event-words.js"
import { writePlace } from "../place.js"

/** Where something takes place, in words; "" where nobody says. What has no place but is online says that. */
export function writePlaces(occurrence: Occurrence, locale: string): string {
  const { location, additionalLocations = [], eventAttendanceMode } = occurrence
  const places = [...(location ? [location] : []), ...additionalLocations]
  if (places.length > 0) return places.map((place) => writePlace(place, locale)).join("; ")
  return eventAttendanceMode === "OnlineEventAttendanceMode" ? eventWordsIn(locale).online : ""
}
