import type { EventAttendanceMode, Place } from "@pg/domain"
import { type JSX, Show } from "solid-js"
import { languages, type PageLocale } from "../messages/languages.js"
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

/** The same as a part of a dateline; nothing where there is nothing to say. */
export const PlaceLine = (props: { where: Where }): JSX.Element => (
  <Show when={isSomewhere(props.where)}>
    {" "}
    <span class="place">
      <Places where={props.where} />
    </span>
  </Show>
)

/** Where something is and how one attends: its places, "online", or both. */
export function Places(props: { where: Where }): JSX.Element {
  const { locale } = usePage()
  return <bdi>{placesInWords(props.where, locale)}</bdi>
}

/** The same as a text. */
export function placesInWords(
  { location, additionalLocations = [], eventAttendanceMode }: Where,
  locale: PageLocale,
): string {
  const { item } = languages[locale]
  const places = [...(location ? [location] : []), ...additionalLocations].map((place) => formatPlace(place, locale))
  const text = places.join(dot)
  if (eventAttendanceMode === "MixedEventAttendanceMode" && text !== "") return item.andOnline(text)
  const online =
    eventAttendanceMode === undefined || eventAttendanceMode === "OfflineEventAttendanceMode" ? [] : [item.online]
  return [...(text === "" ? [] : [text]), ...online].join(dot)
}

/** Between two places; it never stands at the beginning of a line. */
const dot = "\u00a0· "

/** A place in words; where it was written with more than city and country say, as it was written. */
function formatPlace({ name, venue, city, country }: Place, locale: PageLocale): string {
  const known = name === undefined ? [city, country && nameCountry(country, locale).name] : [name]
  return [venue, ...known].filter((part) => part !== undefined).join(", ")
}
