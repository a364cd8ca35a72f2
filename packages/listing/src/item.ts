import { type ItemInput, type KindName, type Reason, type Span, toSlug } from "@pg/domain"
import type { Dates } from "./dates.js"
import type { Draft } from "./draft.js"
import type { ParseOptions } from "./options.js"
import { type Range, spanOf, type Text } from "./text.js"

type Parts = { text: Text; draft: Draft; dates: Dates; id: string; own: string; options: ParseOptions }

/** Puts an item together; `own` is its part of the listing. */
export function buildItem(parts: Parts): ItemInput {
  const { draft, dates, id } = parts
  const { kicker, title, subtitle, summary, subjects, classification, locale } = draft
  const bodies = bodiesOf(draft)
  return ofKind[classification.kind](draft, dates, {
    id,
    ...(classification.type !== undefined && { type: classification.type }),
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
    source: sourceOf(parts, bodies),
  })
}

/** Bodies that the dateline names, then those of the text. */
const bodiesOf = ({ dateline, subjects }: Draft): ReadonlyMap<string, Range> =>
  new Map([...(dateline?.bodies ?? []).map(({ body, ...range }): [string, Range] => [body, range]), ...subjects.bodies])

function sourceOf(
  { text, draft, dates, own, options }: Parts,
  bodies: ReadonlyMap<string, Range>,
): ItemInput["source"] {
  return {
    name: options.source,
    ...(options.sourceUrl !== undefined && { url: options.sourceUrl }),
    retrievedAt: options.retrievedAt,
    text: own,
    spans: spansOf(text, draft, dates, bodies),
    reasons: [...draft.classification.reasons, ...reasonsOf(text, draft, dates)],
  }
}

type Common = Omit<ItemInput, "kind">

/** What only some kinds have of a dateline. */
const ofKind: Record<KindName, (draft: Draft, dates: Dates, common: Common) => ItemInput> = {
  news: (draft, { when }, common) => ({
    ...common,
    kind: "news",
    ...placesOf(draft),
    ...modeOf(draft),
    ...(when && { when }),
  }),
  event: (draft, { when }, common) => ({
    ...common,
    kind: "event",
    ...placesOf(draft),
    ...(isOnSite(draft, when) ? onSite : modeOf(draft)),
    ...(when && { when }),
  }),
  publication: (draft, _, common) => ({
    ...common,
    kind: "publication",
    ...placesOf(draft),
    ...(draft.languages && { languages: draft.languages.value }),
  }),
}

const placesOf = ({ dateline }: Draft) => {
  const [location, ...additionalLocations] = dateline?.places.map(({ place }) => place) ?? []
  return { ...(location && { location }), additionalLocations }
}

const modeOf = ({ dateline }: Draft) => (dateline?.mode ? { eventAttendanceMode: dateline.mode.mode } : {})

/** An event's date with a place and no word on how to attend means: there. */
const isOnSite = ({ dateline }: Draft, when: Dates["when"]) =>
  when !== undefined && dateline?.mode === undefined && (dateline?.places.length ?? 0) > 0
const onSite = { eventAttendanceMode: "OfflineEventAttendanceMode" } as const

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
    ["eventAttendanceMode", kind === "publication" ? undefined : dateline?.mode],
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
  return [
    ...(reason ? [{ ...reason, text: textOf(draft.dateline?.date) }] : []),
    ...(kind === "event" && isOnSite(draft, when)
      ? [{ ...onSiteReason, text: textOf(draft.dateline?.places[0]) }]
      : []),
  ]
}

/** Why somebody has to be there, where no words say so. */
export const onSiteReason = {
  field: "eventAttendanceMode",
  rule: "an event's date with a place means attendance there",
}
