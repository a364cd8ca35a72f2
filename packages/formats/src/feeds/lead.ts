import { formatWhen, type Item, kindOf } from "@pg/domain"
import { eventWordsIn } from "../event-words.js"
import { languageOf } from "../language.js"
import { writePlace } from "../place.js"

/**
 * Of what takes place, in one line: what became of it, where that is not what was planned, when and where. A reader of feeds
 * shows nothing else that says so. Undefined for all else, and where nobody has said any of it.
 */
export function leadOf(item: Item): string | undefined {
  const kind = kindOf(item)
  const programme = kind.programme(item)
  if (programme === undefined) return undefined
  const { locale } = item
  const words = eventWordsIn(locale)
  const status = kind.status(item)
  const isOnline = /^(?:Online|Mixed)/.test(programme.eventAttendanceMode ?? "")
  const whens = kind.whens(item).map((when) => formatWhen(when, languageOf(locale)))
  const places = [...kind.places(item).map((place) => writePlace(place, locale)), ...(isOnline ? [words.online] : [])]
  return (
    [status && (words.status[status] ?? status), [...new Set(whens)].join("; "), [...new Set(places)].join("; ")]
      .filter(Boolean)
      .join(" · ") || undefined
  )
}
