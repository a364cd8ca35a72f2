import type { EventAttendanceMode, Place } from "@pg/domain"
import type { JSX } from "solid-js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { nameCountry } from "./names.js"

type Where = {
  location?: Place | undefined
  additionalLocations?: Place[] | undefined
  eventAttendanceMode?: EventAttendanceMode | undefined
}

/** Whether there is anything to say about where something is. */
export const isSomewhere = ({ location, eventAttendanceMode }: Where): boolean =>
  location !== undefined || (eventAttendanceMode !== undefined && eventAttendanceMode !== "OfflineEventAttendanceMode")

/** Where something is and how one attends: its places, "online", or both. */
export function Places(props: { where: Where }): JSX.Element {
  const { locale, messages } = usePage()
  const { location, additionalLocations = [], eventAttendanceMode } = props.where
  const places = [...(location ? [location] : []), ...additionalLocations].map((place) => formatPlace(place, locale))
  const text = places.join(" · ")
  if (eventAttendanceMode === "MixedEventAttendanceMode" && text !== "")
    return <bdi>{messages.item.andOnline(text)}</bdi>
  const online =
    eventAttendanceMode === undefined || eventAttendanceMode === "OfflineEventAttendanceMode"
      ? []
      : [messages.item.online]
  return <bdi>{[...(text === "" ? [] : [text]), ...online].join(" · ")}</bdi>
}

/** A place in words; where it was written with more than city and country say, as it was written. */
function formatPlace({ name, venue, city, country }: Place, locale: PageLocale): string {
  const known = name === undefined ? [city, country && nameCountry(country, locale).name] : [name]
  return [venue, ...known].filter((part) => part !== undefined).join(", ")
}
