import {
  type Attachment,
  bodies,
  type FormatLocale,
  formatBounds,
  formatEdtf,
  formatWhen,
  type Item,
  kindOf,
  labelOf,
  topics,
} from "@pg/domain"
import { eventWordsIn } from "../event-words.js"
import { nameCountry, writePlace } from "../place.js"
import { autolink, escapeLine, link } from "./inline.js"
import { type Fact, words } from "./words.js"

/**
 * What a list says of each item: what became of it, where that is not what was planned, when and where it takes place, and
 * when it was published. An undated one says that it is, and between which days it must lie where that is known.
 */
export function chiefFacts(item: Item, language: FormatLocale): string[] {
  const kind = kindOf(item)
  const status = kind.status(item)
  return [
    ...(status === undefined ? [] : [`**${escapeLine(eventWordsIn(language).status[status] ?? status)}**`]),
    ...fact(
      "when",
      kind
        .whens(item)
        .map((when) => formatWhen(when, language))
        .map(escapeLine),
      language,
    ),
    ...fact("where", [...new Set(placesOf(item, language))].map(escapeLine), language),
    ...fact("published", [escapeLine(writeIssued(item, language))], language),
  ]
}

/** All that is said of an item beside its texts. */
export function allFacts(item: Item, page: string, language: FormatLocale): string[] {
  const { locale, people } = item
  return [
    ...chiefFacts(item, language),
    ...programmeFacts(item, language),
    ...imprintFacts(item, language),
    ...fact(
      "topics",
      item.topics.map((topic) => escapeLine(labelOf(topics, topic, locale))),
      language,
    ),
    ...fact(
      "countries",
      item.countries.map((code) => escapeLine(nameCountry(code, locale) ?? code)),
      language,
    ),
    ...fact(
      "bodies",
      item.bodies.map((body) => escapeLine(labelOf(bodies, body, locale))),
      language,
    ),
    ...fact("people", people.map(escapeLine), language),
    ...fact("files", kindOf(item).files(item).map(writeFile), language),
    ...fact("links", item.links.map(linkOf), language),
    ...fact("page", [autolink(page)], language),
  ]
}

/** Of what takes place. Sessions say each their own date and place, which `when` has together. */
function programmeFacts(item: Item, language: FormatLocale): string[] {
  const { organisers = [], registration, sessions = [] } = kindOf(item).programme(item) ?? {}
  const { opens, closes, url, audience, fee } = registration ?? {}
  const { online, ...say } = words[language]
  return [
    ...fact(
      "sessions",
      sessions.map(({ title, when, location, eventAttendanceMode }) =>
        [
          title,
          when ? formatWhen(when, language) : say.undated(""),
          location && writePlace(location, language),
          isOnline(eventAttendanceMode) ? online : undefined,
        ]
          .flatMap((part) => (part === undefined ? [] : escapeLine(part)))
          .join(", "),
      ),
      language,
    ),
    ...fact(
      "organisers",
      organisers.map((body) => escapeLine(labelOf(bodies, body, item.locale))),
      language,
    ),
    ...fact(
      "registration",
      [
        ...(url === undefined ? [] : [autolink(url)]),
        ...[
          opens && say.opens(formatWhen({ start: opens }, language)),
          closes && say.closes(formatEdtf(closes, language)),
          audience,
          fee,
        ].flatMap((part) => (part === undefined ? [] : escapeLine(part))),
      ],
      language,
    ),
  ]
}

/** Of what has a title page. */
function imprintFacts(item: Item, language: FormatLocale): string[] {
  const imprint = kindOf(item).imprint(item)
  if (imprint === undefined) return []
  const { contributors, publisher, reference, isbn, doi, edition, pages } = imprint
  const names = contributors.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`))
  const numbers = [reference, isbn && `ISBN ${isbn}`, doi && `DOI ${doi}`].filter((number) => number !== undefined)
  return [
    ...fact("by", names.map(escapeLine), language),
    ...fact("publisher", publisher === undefined ? [] : [escapeLine(publisher)], language),
    ...fact("reference", numbers.map(escapeLine), language),
    ...fact("edition", edition === undefined ? [] : [escapeLine(edition)], language),
    ...fact("pages", pages === undefined ? [] : [String(pages)], language),
  ]
}

const fact = (name: Fact, values: readonly string[], language: FormatLocale) =>
  values.length === 0 ? [] : [`${words[language].label(name)} ${values.join("; ")}`]

function placesOf(item: Item, language: FormatLocale): string[] {
  const places = kindOf(item)
    .places(item)
    .map((place) => writePlace(place, language))
  return isOnline(kindOf(item).programme(item)?.eventAttendanceMode) ? [...places, words[language].online] : places
}

const isOnline = (mode: string | undefined) =>
  mode === "OnlineEventAttendanceMode" || mode === "MixedEventAttendanceMode"

const writeIssued = ({ issued, issuedBounds }: Item, language: FormatLocale) =>
  issued === undefined
    ? words[language].undated(issuedBounds === undefined ? "" : formatBounds(issuedBounds, language))
    : formatEdtf(issued, language)

const linkOf = ({ title, url }: { title?: string | undefined; url: string }) =>
  title === undefined ? autolink(url) : link(title, url)

/** A file's type is said as it stands, its size in bytes. */
const writeFile = ({ url, title, mediaType, size, locale }: Attachment) => {
  const said = [mediaType, locale, size === undefined ? undefined : `${size} B`].filter((part) => part !== undefined)
  return linkOf({ title, url }) + (said.length === 0 ? "" : ` (${escapeLine(said.join(", "))})`)
}
