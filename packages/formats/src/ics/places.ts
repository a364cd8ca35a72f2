import type { Occurrence } from "@pg/domain"
import { languageOf } from "../language.js"
import { writePlace } from "../place.js"
import { words } from "./words.js"

/** Where something takes place, in words; "" where nobody says. What has no place but is online says that. */
export function writePlaces(occurrence: Occurrence, locale: string): string {
  const { location, additionalLocations = [], eventAttendanceMode } = occurrence
  const places = [...(location ? [location] : []), ...additionalLocations]
  if (places.length > 0) return places.map((place) => writePlace(place, locale)).join("; ")
  return eventAttendanceMode === "OnlineEventAttendanceMode" ? words[languageOf(locale)].online : ""
}
