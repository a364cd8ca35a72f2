import { boundsOf, type Reason, type When } from "@pg/domain"
import { fits, issuedBounds } from "./bounds.js"
import { type Draft, headingsOf } from "./draft.js"
import { inOrder } from "./order.js"
import { readDateAt } from "./readers/date.js"
import { tokenise } from "./tokens.js"

/** The dates of an item once its neighbours have been asked, with the rule that told whose its dateline's date is. */
export type Dates = { issued?: string; when?: When; issuedBounds?: string; reason?: Omit<Reason, "text"> }

/**
 * Says of each dateline's date whether it is the day of issue or the event's, and bounds by its neighbours what has no
 * day of issue. Undefined bounds and no event's dates come from the order of a list that is not sorted: `isSorted`. Nothing
 * was issued after `retrievedAt`, when the listing was read.
 */
export function readDates(drafts: readonly Draft[], retrievedAt: string): { dates: Dates[]; isSorted: boolean } {
  const lastDay = dayAfter(retrievedAt)
  const rules = drafts.map((draft) => eventRule(draft, lastDay))
  const days = drafts.flatMap((draft, at) =>
    rules[at] === undefined && isWholeDay(draft) && !isAfter(draft, lastDay) ? [{ at, day: edtfOf(draft)! }] : [],
  )
  const kept = inOrder(days.map(({ day }) => day))
  const isSorted = kept !== undefined
  const anchors: (string | undefined)[] = drafts.map(() => undefined)
  for (const [number, { at, day }] of days.entries())
    if (kept?.has(number)) anchors[at] = day
    else if (isSorted && !isPublication(drafts[at]!)) rules[at] = dateRules.outOfOrder
  if (isSorted) placeVagueDates(drafts, rules, anchors)
  const bounds = isSorted ? issuedBounds(anchors) : anchors.map(() => undefined)
  return { dates: drafts.map((draft, at) => datesOf(draft, rules[at], bounds[at])), isSorted }
}

/** A month or a year has no place in the order of days: it is the event's where it cannot lie between its neighbours. */
function placeVagueDates(
  drafts: readonly Draft[],
  rules: (string | undefined)[],
  anchors: (string | undefined)[],
): void {
  const bounds = issuedBounds(anchors)
  for (const [at, draft] of drafts.entries()) {
    const edtf = edtfOf(draft)
    if (edtf === undefined || rules[at] !== undefined || isWholeDay(draft) || !draft.dateline!.date!.hasYear) continue
    if (fits(edtf, bounds[at])) anchors[at] = edtf
    else if (!isPublication(draft)) rules[at] = dateRules.outOfOrder
  }
}

function datesOf(draft: Draft, rule: string | undefined, bounds: string | undefined): Dates {
  const edtf = edtfOf(draft)
  const { time, hasYear = false } = draft.dateline?.date ?? {}
  const needsBounds = bounds !== undefined && (edtf === undefined || rule !== undefined || !hasYear)
  return {
    ...(edtf !== undefined && rule !== undefined && { when: whenOf(edtf, time), reason: { field: "when", rule } }),
    ...(edtf !== undefined &&
      rule === undefined && {
        issued: edtf + (time ? `T${time.start}` : ""),
        reason: { field: "issued", rule: dateRules.issued },
      }),
    ...(needsBounds && { issuedBounds: bounds }),
  }
}

/**
 * The rule by which an item's own words say that its date is the event's: how to attend, a range, hours from and to, or
 * the very same date in a heading; undefined where none does. The day in a publication's title is its own.
 */
function eventRule(draft: Draft, lastDay: string): string | undefined {
  const { date, mode } = draft.dateline ?? {}
  if (date?.edtf === undefined) return undefined
  if (mode) return dateRules.wayToAttend
  if (date.isRange) return dateRules.range
  if (isPublication(draft)) return undefined
  if (isAfter(draft, lastDay)) return dateRules.laterThanListing
  if (date.time?.end !== undefined) return dateRules.hours
  return isInHeadings(draft) ? dateRules.inHeading : undefined
}

/** What decides whose a dateline's date is, in words for the reader. */
export const dateRules = {
  wayToAttend: "a date beside a way to attend is the event's",
  range: "a range of dates is the event's",
  laterThanListing: "a date after the day on which the listing was read is the event's",
  hours: "a date with hours from and to is the event's",
  inHeading: "a date that stands in a heading too is the event's",
  outOfOrder: "a date that stands out of the order of the list is the event's",
  issued: "a date is the day of issue where nothing says otherwise",
}

/** The event's first and last day, or moment, both included. */
function whenOf(edtf: string, time: { start: string; end?: string } | undefined): When {
  const [start = "", end] = edtf.split("/")
  if (!time) return { start, ...(end !== undefined && { end }) }
  const last = end ?? (time.end === undefined ? undefined : start)
  return {
    start: `${start}T${time.start}`,
    ...(last !== undefined && { end: last + (time.end === undefined ? "" : `T${time.end}`) }),
  }
}

/** Where a listing is read it may be a day later than in UTC. */
const dayAfter = (instant: string) => new Date(Date.parse(instant) + 86_400_000).toISOString().slice(0, 10)

function isAfter(draft: Draft, lastDay: string): boolean {
  const edtf = edtfOf(draft)
  return edtf !== undefined && (boundsOf(edtf).earliest ?? "") > lastDay
}

const isPublication = ({ classification }: Draft) => classification.kind === "publication"

const edtfOf = ({ dateline }: Draft) => dateline?.date?.edtf

function isWholeDay({ dateline }: Draft): boolean {
  const date = dateline?.date
  return date?.edtf !== undefined && date.precision === "day" && date.hasYear && !date.isRange
}

/** Whether a heading holds the very same full date as the dateline. */
function isInHeadings(draft: Draft): boolean {
  const edtf = edtfOf(draft)
  return (
    edtf !== undefined &&
    isWholeDay(draft) &&
    headingsOf(draft).some((heading) => heading.includes(edtf.slice(0, 4)) && hasDate(heading, edtf))
  )
}

function hasDate(text: string, edtf: string): boolean {
  const tokens = tokenise(text)
  for (let from = 0; from < tokens.length; ) {
    const found = readDateAt(tokens, from)
    if (found?.edtf === edtf) return true
    from = found?.precision === "day" ? found.to : from + 1
  }
  return false
}
