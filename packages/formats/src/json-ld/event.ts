import { bodies, type EventAttendanceMode, type Item, labelOf, type Place, type Programme, type When } from "@pg/domain"
import {
  aboutOf,
  type Addresses,
  countriesOf,
  filesOf,
  imageOf,
  linksOf,
  peopleOf,
  placeOf,
  referTo,
  relatedBy,
} from "./common.js"
import { isoDate } from "./iso-date.js"
import { type Node, node } from "./node.js"

/**
 * Something that takes place, schema.org Event. What belongs to its announcement and not to itself, as when that was
 * published, is said of its page.
 */
export function describeEvent(item: Item, programme: Programme, addresses: Addresses): Node<"Event"> {
  const { organisers, sessions, series, locale } = { ...item, ...programme }
  return node("Event", {
    ...referTo(item.id),
    name: item.title,
    description: item.summary,
    url: addresses.itemUrl(item),
    ...happening(programme, addresses.itemUrl(item)),
    eventStatus: `https://schema.org/${programme.status}`,
    organizer: organisers.map((name) => node("Organization", { name: labelOf(bodies, name, locale) })),
    offers: offerOf(programme),
    audience: audienceOf(programme),
    superEvent: series && node("EventSeries", { identifier: series.id }),
    subEvent: sessions.map((session, index) =>
      node("Event", {
        "@id": `urn:uuid:${item.id}#${index + 1}`,
        name: session.title,
        ...happening({ ...session, locations: session.location ? [session.location] : [] }, addresses.itemUrl(item)),
        eventStatus: `https://schema.org/${programme.status}`,
        superEvent: referTo(item.id),
      }),
    ),
    about: [...aboutOf(item, addresses), ...countriesOf(item)],
    image: imageOf(item),
    inLanguage: locale,
    subjectOf: [...filesOf(item), ...linksOf(item), ...relatedBy(item, "announcedIn", "reportedIn", "hasCall")],
    mainEntityOfPage: pageOf(item, addresses),
  })
}

type Happening = {
  when?: When | undefined
  locations: readonly Place[]
  eventAttendanceMode?: EventAttendanceMode | undefined
}

/** When, where and how. What one attends online is at its page, where it is said how. */
function happening({ when, locations, eventAttendanceMode: mode }: Happening, url: string) {
  const isOnline = mode === "OnlineEventAttendanceMode" || mode === "MixedEventAttendanceMode"
  const virtual = isOnline ? [node("VirtualLocation", { url })] : []
  return {
    startDate: isoDate(when?.start, when?.timeZone),
    endDate: isoDate(when?.end, when?.timeZone),
    location: [...locations.map(placeOf), ...virtual],
    eventAttendanceMode: mode && (`https://schema.org/${mode}` as const),
  }
}

/** How one registers. A fee stands in words, for nobody says in which currency a number is. */
const offerOf = ({ registration }: Programme): Node<"Offer"> | undefined =>
  registration &&
  node("Offer", {
    url: registration.url,
    validFrom: isoDate(registration.opens),
    validThrough: isoDate(registration.closes),
    description: registration.fee,
  })

const audienceOf = ({ registration }: Programme): Node<"Audience"> | undefined =>
  registration?.audience === undefined ? undefined : node("Audience", { audienceType: registration.audience })

const pageOf = (item: Item, { itemUrl }: Addresses) =>
  node("WebPage", {
    "@id": itemUrl(item),
    inLanguage: item.locale,
    datePublished: isoDate(item.issued),
    dateModified: item.updatedAt,
    text: item.body,
    mentions: peopleOf(item),
    translationOfWork: relatedBy(item, "translationOf"),
    workTranslation: relatedBy(item, "hasTranslation"),
  })
