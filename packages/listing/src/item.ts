import { type ItemInput, type KindName, type Reason, type Span, toSlug } from "@pg/domain"
import type { Dates } from "./dates.js"
import type { Draft } from "./draft.js"
import type { ParseOptions } from "./options.js"
import { type Range, spanOf, type Text } from "./text.js"

type Parts = { text: Text; draft: Draft; dates: Dates; id: string; own: string; options: ParseOptions }

/** Puts an item together; `own` is its part of the listing. */
export function buildItem({ text, draft, dates, id, own, options }: Parts): ItemInput {
  const { kicker, title, subtitle, summary, subjects, classification, locale } = draft
  const bodies = new Map([
    ...(draft.dateline?.bodies ?? []).map(({ body, ...range }): [string, Range] => [body, range]),
    ...subjects.bodies,
  ])
  const { reasons, ...kindAndType } = classification
  return {
    id,
    ...kindAndType,
    locale,
    slug: toSlug(title.value) || toSlug(kicker?.value ?? "") || id,
    ...(kicker && { kicker: kicker.value }),
    title: title.value,
    ...(subtitle && { subtitle: subtitle.value }),
    ...(summary && { summary: summary.value }),
    summaryTruncated: draft.isTruncated,
    ...(dates.issued !== undefined && { issued: dates.issued }),
    ...(dates.issuedBounds !== undefined && { issuedBounds: dates.issuedBounds }),
    topics: [...subjects.topics.keys()],
    countries: [...subjects.countries.keys()],
    bodies: [...bodies.keys()],
    ...ofKind[classification.kind](draft, dates),
    source: {
      name: options.source,
      ...(options.sourceUrl !== undefined && { url: options.sourceUrl }),
      retrievedAt: options.retrievedAt,
      text: own,
      spans: spansOf(text, draft, dates, bodies),
      reasons: [...reasons, ...reasonsOf(text, draft, dates)],
    },
  } as ItemInput
}

/** What only some kinds have of a dateline. */
const ofKind: Record<KindName, (draft: Draft, dates: Dates) => object> = {
  news: (draft, { when }) => ({ ...placesOf(draft), ...modeOf(draft), ...(when && { when }) }),
  event: (draft, { when }) => ({
    ...placesOf(draft),
    ...(isOnSite(draft, when) ? offline : modeOf(draft)),
    ...(when && { when }),
  }),
  publication: (draft) => ({ ...placesOf(draft), ...(draft.languages && { languages: draft.languages.value }) }),
}

const placesOf = ({ dateline }: Draft) => {
  const [location, ...additionalLocations] = dateline?.places.map(({ place }) => place) ?? []
  return { ...(location && { location }), additionalLocations }
}

const modeOf = ({ dateline }: Draft) => (dateline?.mode ? { eventAttendanceMode: dateline.mode.mode } : {})

/** An event's date with a place and no word on how to attend means: there. */
const isOnSite = ({ dateline }: Draft, when: Dates["when"]) =>
  when !== undefined && dateline?.mode === undefined && (dateline?.places.length ?? 0) > 0
const offline = { eventAttendanceMode: "OfflineEventAttendanceMode" }

/** Where each field was read; `dateline` is the whole line, or both, whatever was made of it. */
function spansOf(
  text: Text,
  draft: Draft,
  { issued, when }: Dates,
  bodies: ReadonlyMap<string, Range>,
): Record<string, Span> {
  const { kicker, title, subtitle, summary, dateline, languages, subjects, classification } = draft
  const { kind } = classification
  const lists = { topics: subjects.topics, countries: subjects.countries, bodies }
  const ranges: [path: string, range: Range | undefined][] = [
    ["kicker", kicker],
    ["title", title],
    ["subtitle", subtitle],
    ...(dateline?.lines ?? []).map((line, at): [string, Range] => [at === 0 ? "dateline" : `dateline.${at}`, line]),
    ["issued", issued === undefined ? undefined : dateline?.date],
    ["when", when === undefined ? undefined : dateline?.date],
    ["location", dateline?.places[0]],
    ...(dateline?.places.slice(1) ?? []).map((place, at): [string, Range] => [`additionalLocations.${at}`, place]),
    ["eventAttendanceMode", dateline?.mode],
    ["summary", summary],
    ["languages", kind === "publication" ? languages : undefined],
    ...Object.entries(lists).flatMap(([list, terms]) =>
      [...terms.values()].map((range, at): [string, Range] => [`${list}.${at}`, range]),
    ),
  ]
  return Object.fromEntries(ranges.flatMap(([path, range]) => (range ? [[path, spanOf(text, range)]] : [])))
}

function reasonsOf(text: Text, draft: Draft, { reason, when }: Dates): Reason[] {
  const { kind } = draft.classification
  const textOf = (range: Range | undefined) => (range ? spanOf(text, range).text : "")
  const onSite = { field: "eventAttendanceMode", rule: "an event's date with a place means attendance there" }
  return [
    ...(reason ? [{ ...reason, text: textOf(draft.dateline?.date) }] : []),
    ...(kind === "event" && isOnSite(draft, when) ? [{ ...onSite, text: textOf(draft.dateline?.places[0]) }] : []),
  ]
}
