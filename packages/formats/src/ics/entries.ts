import { bodies, type Deadline, formatWhen, type Item, kindOf, labelOf, type Occurrence, topics } from "@pg/domain"
import { plainText } from "@pg/markdown"
import { eventWordsIn } from "../event-words.js"
import type { Feed } from "../format.js"
import { languageOf } from "../language.js"
import { component, contentLine, textLine, uriLine } from "./content-line.js"
import { writeDateTime } from "./date-time.js"
import { writePlaces } from "./places.js"
import { type Dates, type Span, spanOf } from "./span.js"
import { words } from "./words.js"

/** A VEVENT, RFC 5545 section 3.6.1, written, and where it stands. */
export type Entry = { vevent: string; span: Span }

/**
 * What an item puts into a calendar: its occurrences and, where the feed has deadlines, its own. Undefined for each that
 * has no date which a calendar can hold. Throws TypeError where neither item nor feed says when it was updated.
 */
export function entriesOf(item: Item, feed: Omit<Feed, "items">): (Entry | undefined)[] {
  const kind = kindOf(item)
  const deadline = feed.deadlines === true ? kind.deadline(item) : undefined
  return [
    ...kind.occurrences(item).map((occurrence) => occurrenceEntry(item, occurrence, feed)),
    ...(deadline === undefined ? [] : [deadlineEntry(item, deadline, feed)]),
  ]
}

/** Whether something of an item has dates that a calendar can hold: else its own calendar is empty. */
export const isInCalendar = (item: Item): boolean =>
  kindOf(item)
    .occurrences(item)
    .some(({ when }) => when !== undefined && spanOf(when) !== undefined)

/** The UID is the item's id, with the number of the part after it; neither changes when the event is moved or renamed. */
function occurrenceEntry(item: Item, occurrence: Occurrence, feed: Omit<Feed, "items">): Entry | undefined {
  const { part, title, when, status } = occurrence
  const span = when && spanOf(when)
  if (when === undefined || span === undefined) return undefined
  const vevent = component("VEVENT", [
    ...revisionLines(part === undefined ? item.id : `${item.id}.${part}`, item, feed),
    ...span.lines,
    summaryLine(title, when, span, item),
    textLine("DESCRIPTION", describe(item, feed), { LANGUAGE: item.locale }),
    ...optionalText("LOCATION", writePlaces(occurrence, item.locale), item),
    statusLine(status, span),
    transparent,
    ...categoryLines(item),
    uriLine("URL", feed.itemUrl(item)),
    ...conferenceLines(occurrence, item, feed),
    ...attachLines(item),
    ...whenLines(when, span),
  ])
  return { vevent, span }
}

/** The last day or moment to register; it leads to where one registers. */
function deadlineEntry(item: Item, { closes, url, status }: Deadline, feed: Omit<Feed, "items">): Entry | undefined {
  const [start = closes, end] = closes.split("/")
  const span = spanOf({ start, end })
  if (span === undefined) return undefined
  const vevent = component("VEVENT", [
    ...revisionLines(`${item.id}.closes`, item, feed),
    ...span.lines,
    summaryLine(words[languageOf(item.locale)].closes(item.title), { start, end }, span, item),
    statusLine(status, span),
    transparent,
    ...categoryLines(item),
    uriLine("URL", url ?? feed.itemUrl(item)),
    ...whenLines({ start, end }, span),
  ])
  return { vevent, span }
}

/**
 * UID and what the log says of the item. In a calendar with no METHOD, DTSTAMP is when the entry was last revised (RFC
 * 5545 section 3.8.7.2), and no clock is read for it. SEQUENCE counts from 0, revisions from 1.
 */
function revisionLines(uid: string, item: Item, feed: Omit<Feed, "items">): string[] {
  const { revision, firstPublishedAt, updatedAt } = item
  return [
    contentLine("UID", uid),
    instantLine("DTSTAMP", updatedAt ?? feed.updatedAt ?? missing(item)),
    ...(firstPublishedAt === undefined ? [] : [instantLine("CREATED", firstPublishedAt)]),
    ...(updatedAt === undefined ? [] : [instantLine("LAST-MODIFIED", updatedAt)]),
    ...(revision === undefined ? [] : [contentLine("SEQUENCE", String(revision - 1))]),
  ]
}

const instantLine = (name: string, instant: string) => contentLine(name, `${writeDateTime(Date.parse(instant))}Z`)

/**
 * Of what is off the word comes first, for many programs show no STATUS. A date that the entry's days do not tell in full
 * stands in words after the title, for that is what people see.
 */
function summaryLine(title: string, when: Dates, { tells }: Span, item: Item): string {
  const { status, before } = eventWordsIn(item.locale)
  const became = kindOf(item).status(item) ?? ""
  const word = isOff.has(became) ? status[became] : undefined
  const dated = tells === "all" ? title : `${title} [${formatWhen(when, languageOf(item.locale))}]`
  return textLine("SUMMARY", word === undefined ? dated : before(word, dated), { LANGUAGE: item.locale })
}

const isOff = new Set(["EventCancelled", "EventPostponed"])

/** As a plain text, which is all that a calendar shows: at length only where nobody has said it in short; then where the rest is. */
function describe(item: Item, { itemUrl }: Omit<Feed, "items">): string {
  const { kicker, subtitle, summary, body, locale } = item
  const warning = kindOf(item).status(item) === "EventPostponed" ? eventWordsIn(locale).formerDates : undefined
  const said = summary ?? (body === undefined ? undefined : plainText(body))
  return [warning, kicker, subtitle, said, itemUrl(item)].filter(Boolean).join("\n\n")
}

const statusLine = (status: Occurrence["status"], { tells }: Span) =>
  contentLine("STATUS", tells === "frame" && status === "CONFIRMED" ? "TENTATIVE" : status)

/** Who follows what an organisation does is not busy on its days: a subscription takes up nobody's time. */
const transparent = contentLine("TRANSP", "TRANSPARENT")

/** The type is a term; topics and bodies have names in the item's language. */
function categoryLines({ type, topics: ids, bodies: names, locale }: Item): string[] {
  const labels = [
    ...ids.map((id) => labelOf(topics, id, locale)),
    ...names.map((name) => labelOf(bodies, name, locale)),
  ]
  return [
    ...(type === undefined ? [] : [textLine("CATEGORIES", type)]),
    ...(labels.length === 0 ? [] : [textLine("CATEGORIES", labels, { LANGUAGE: locale })]),
  ]
}

/** RFC 7986 section 5.11. Where one dials in is not known here; the item's page is where it is said. */
function conferenceLines({ eventAttendanceMode }: Occurrence, item: Item, feed: Omit<Feed, "items">): string[] {
  if (eventAttendanceMode === undefined || eventAttendanceMode === "OfflineEventAttendanceMode") return []
  const language = languageOf(item.locale)
  const label = { LABEL: words[language].howToAttend, LANGUAGE: language }
  return [uriLine("CONFERENCE", feed.itemUrl(item), { VALUE: "URI", ...label })]
}

const attachLines = (item: Item) =>
  kindOf(item)
    .files(item)
    .map(({ url, mediaType }) => uriLine("ATTACH", url, { FMTTYPE: mediaType }))

/** EDTF, as the item has it. */
const whenLines = ({ start, end }: Dates, { tells }: Span) =>
  tells === "all" ? [] : [textLine("X-PG-WHEN", end === undefined ? start : `${start}/${end}`)]

const optionalText = (name: string, text: string, { locale }: Item) =>
  text === "" ? [] : [textLine(name, text, { LANGUAGE: locale })]

function missing({ id }: Item): never {
  throw new TypeError(`Item ${id} has no updatedAt, which a calendar needs for DTSTAMP: give the feed one`)
}
