import {
  bodies,
  type CitationType,
  type FormatLocale,
  formatWhen,
  type Imprint,
  type Item,
  kindOf,
  labelOf,
  type Place,
  topics,
} from "@pg/domain"
import type { Feed } from "../format.js"
import { languageOf } from "../language.js"
import { writePlace } from "../place.js"
import { type CitedDate, readCitedDate } from "./cited-date.js"
import { type Name, readName } from "./name.js"

/** An item as one cites it: what BibTeX, RIS and CSL all say, each in its own way. Absent is what nobody said. */
export type Citation = {
  type: CitationType
  genre: string | undefined
  title: string
  authors: Name[]
  editors: Name[]
  translators: Name[]
  /** Who had another part in it. */
  contributors: Name[]
  organisers: Name[]
  issued: CitedDate | undefined
  /** When and where what it announces takes place. */
  eventDate: CitedDate | undefined
  eventPlace: string | undefined
  publisher: string | undefined
  publisherPlace: string | undefined
  number: string | undefined
  isbn: string | undefined
  doi: string | undefined
  edition: string | undefined
  pages: number | undefined
  /** BCP 47. */
  locale: string
  keywords: string[]
  abstract: string | undefined
  /** In a word of its language, what has become of what does not take place as planned. */
  status: string | undefined
  /** When and where it takes place and what has become of that, in words: what few styles print by themselves. */
  note: string | undefined
  url: string
}

/**
 * Cites an item. A publication has the authors that it names, and none where it names none; what has no title page is by
 * the Pompidou Group, whose newsroom it is. A summary that the source cut short is no abstract. `issuedBounds` are no
 * date, and nobody's access date is known.
 */
export function citationOf(item: Item, { itemUrl }: Pick<Feed, "itemUrl">): Citation {
  const kind = kindOf(item)
  const { locale, type, issued, summary, summaryTruncated } = item
  const imprint = kind.imprint(item)
  const programme = kind.programme(item)
  const eventPlace = placesOf(programme?.locations, locale)
  const status = statusOf(item, languageOf(locale))
  const when = programme?.when && formatWhen(programme.when, languageOf(locale))
  return {
    type: kind.citationType(item),
    genre: type?.replaceAll("-", " "),
    title: titleOf(item),
    ...peopleOf(imprint, locale),
    organisers: (programme?.organisers ?? []).map((name) => ({ literal: labelOf(bodies, name, locale), isBody: true })),
    issued: readCitedDate(issued),
    eventDate: readCitedDate(programme?.when && [programme.when.start, programme.when.end]),
    eventPlace,
    publisher: imprint?.publisher,
    publisherPlace: placesOf(imprint && kind.places(item), locale),
    number: imprint?.reference,
    isbn: imprint?.isbn,
    doi: imprint?.doi,
    edition: imprint?.edition,
    pages: imprint?.pages,
    locale,
    keywords: item.topics.map((id) => labelOf(topics, id, locale)),
    abstract: summaryTruncated ? undefined : summary,
    status,
    note: [when, eventPlace, status].filter(Boolean).join("; ") || undefined,
    url: itemUrl(item),
  }
}

/** The subtitle after a colon, which French sets off by a space that does not break. */
const titleOf = ({ title, subtitle, locale }: Item) =>
  subtitle === undefined ? title : `${title}${languageOf(locale) === "fr" ? "\u00A0: " : ": "}${subtitle}`

/** Roles are written in words; a contributor with none is an author. */
function peopleOf(imprint: Imprint | undefined, locale: string) {
  const newsroom: Imprint["contributors"] = [{ name: labelOf(bodies, "pompidou-group", locale), type: "Organization" }]
  const all = Object.groupBy(
    imprint?.contributors ?? newsroom,
    ({ role = "author" }) => roles.get(role.toLowerCase()) ?? "contributors",
  )
  const { authors = [], editors = [], translators = [], contributors = [] } = all
  return {
    authors: authors.map(readName),
    editors: editors.map(readName),
    translators: translators.map(readName),
    contributors: contributors.map(readName),
  }
}

const roles: ReadonlyMap<string, "authors" | "editors" | "translators"> = new Map([
  ["author", "authors"],
  ["editor", "editors"],
  ["translator", "translators"],
])

const placesOf = (places: readonly Place[] | undefined, locale: string) =>
  places?.map((place) => writePlace(place, locale)).join("; ") || undefined

/** In a word of a language, what has become of what does not take place as planned. */
export const statusOf = (item: Item, locale: FormatLocale): string | undefined =>
  statuses[locale][kindOf(item).status(item) ?? ""]

const statuses: Record<FormatLocale, Record<string, string>> = {
  en: {
    EventCancelled: "cancelled",
    EventPostponed: "postponed",
    EventRescheduled: "rescheduled",
    EventMovedOnline: "moved online",
  },
  fr: {
    EventCancelled: "annulé",
    EventPostponed: "reporté",
    EventRescheduled: "déplacé à une autre date",
    EventMovedOnline: "passé en ligne",
  },
}
