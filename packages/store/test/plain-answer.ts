import {
  boundsOf,
  dateRangeBounds,
  type FacetName,
  type Item,
  type ItemQuery,
  missable,
  sortKey,
  toSlug,
} from "@pg/domain"
import { today } from "./archive.js"

/** A question answered the plain way: each rule as it is written, on each item in turn. */
export const plainAnswer = (items: readonly Item[], query: ItemQuery): Item[] =>
  inOrder(
    items.filter((item) => meets(item, query)),
    query.sort ?? "-issued",
  )

/** Whether an item has a value that a list can be counted by. */
export const has = (item: Item, name: FacetName, value: string): boolean =>
  name === "issued.year" || name === "issued.month"
    ? isIssuedIn(item, value)
    : name === "when.year" || name === "when.month"
      ? takesPlace(item, value)
      : name === "missing"
        ? isMissing(item, value)
        : valuesOf(item)[name].includes(value)

const anyOf = ["kind", "type", "topic", "country", "body", "person", "series", "locale"] as const

const valuesOf = (item: Item): Record<(typeof anyOf)[number], readonly (string | undefined)[]> => ({
  kind: [item.kind],
  type: [item.type],
  topic: item.topics,
  country: [...item.countries, "location" in item ? item.location?.country : undefined],
  body: item.bodies.map(toSlug),
  person: [...item.people, ...authorsOf(item)].map(toSlug),
  series: [item.series?.id],
  locale: [item.locale],
})

const authorsOf = (item: Item) =>
  "contributors" in item ? item.contributors.filter(({ type }) => type === "Person").map(({ name }) => name) : []

function meets(item: Item, query: ItemQuery): boolean {
  const values = valuesOf(item)
  return (
    anyOf.every((name) => !query[name] || query[name].some((value) => values[name].includes(value))) &&
    anyOf.every((name) => !query[`not.${name}`]?.some((value) => values[name].includes(value))) &&
    (!query.missing || missable.some((field) => query.missing?.includes(field) && isMissing(item, field))) &&
    (query.issued === undefined || isIssuedIn(item, query.issued)) &&
    (query.when === undefined || takesPlace(item, query.when)) &&
    (query.updated === undefined || overlaps(utcDay(item), utcDay(item), query.updated)) &&
    (query.q === undefined || query.q.split(" ").every((word) => item.title.toLowerCase().includes(word)))
  )
}

const isMissing = (item: Item, field: string) => [item[field as keyof Item] ?? []].flat().length === 0

const utcDay = ({ updatedAt = "" }: Item) => new Date(updatedAt).toISOString().slice(0, 10)

function overlaps(start: string, end: string, range: string): boolean {
  const { earliest = "", latest = "~" } = dateRangeBounds(range)
  return (boundsOf(start).earliest ?? "") <= latest && (boundsOf(end).latest ?? "~") >= earliest
}

/** A stated date is in a range when any of its days is, bounds are when all of theirs are, and what is undated is in none. */
function isIssuedIn({ issued, issuedBounds }: Item, range: string): boolean {
  if (issued !== undefined) return overlaps(issued, issued, range)
  if (issuedBounds === undefined) return false
  const { earliest = "", latest = "~" } = dateRangeBounds(range)
  const bounds = boundsOf(issuedBounds)
  return (bounds.earliest ?? "") >= earliest && (bounds.latest ?? "~") <= latest
}

/** Each day on which it takes place by itself; what has no dates is neither upcoming nor past. */
function takesPlace(item: Item, range: string): boolean {
  const whens = datesOf(item)
  if (range === "upcoming") return whens.some(({ last }) => last >= today)
  if (range === "past") return whens.length > 0 && whens.every(({ last }) => last < today)
  return whens.some(({ start, last }) => overlaps(start, last, range))
}

function datesOf(item: Item): { start: string; last: string }[] {
  const whens = "sessions" in item ? item.sessions.flatMap(({ when }) => when ?? []) : []
  const own = "when" in item && item.when ? [item.when] : []
  return [...own, ...whens].map(({ start, end = start }) => ({ start, last: end }))
}

/** By date, then by id; what has no such date last in both directions. */
function inOrder(items: readonly Item[], sort: NonNullable<ItemQuery["sort"]>): Item[] {
  const sign = sort.startsWith("-") ? -1 : 1
  const keyed = items.map((item) => ({ item, key: keyOf(item, sort) }))
  const isUndated = ({ key }: { key: string }) => key === ""
  return keyed
    .toSorted((a, b) =>
      isUndated(a) === isUndated(b)
        ? sign * (compare(a.key, b.key) || compare(a.item.id, b.item.id))
        : Number(isUndated(a)) - Number(isUndated(b)),
    )
    .map(({ item }) => item)
}

/** What says where an item stands in an order, "" where it has no such date. */
export function keyOf(item: Item, sort: string): string {
  if (sort === "relevance") return `${item.title} ${sortKey(item)}`
  if (sort.endsWith("issued")) return sortKey(item)
  if (sort.endsWith("when")) return sortKey({ issued: datesOf(item)[0]?.start ?? "XXXX-01-01" })
  return new Date(item.updatedAt ?? "").toISOString()
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
