import { InvalidInput, type InvalidIssue } from "./errors.js"
import { facetNames, type FacetName } from "./facet.js"
import { kinds, type KindName } from "./item.js"
import { itemFields, profiles, type Profile } from "./profile.js"
import { dateRange } from "./date-range-reader.js"
import { list, matching, once, oneOf, problem, type Reader, slug } from "./query-readers.js"
import { unknownParameter } from "./unknown-parameter.js"
import { Locale } from "./values/locale.js"

/** Fields of which one can ask that they be missing: absent, or lists with nothing in them. */
export const missable = [
  "issued",
  "when",
  "location",
  "summary",
  "body",
  "type",
  "topics",
  "countries",
  "bodies",
  "people",
  "series",
  "image",
] as const

/**
 * The orders that there are. `-` is newest or last first. An item of
 * whose date only bounds are known stands where they end; one of which nothing is known comes last in every order.
 * `relevance`, for questions with words: first the items that have all of them in their title, then those that have some
 * of them there, then the rest; newest first within each. It is the usual order of such a question.
 */
export const sorts = ["-issued", "issued", "-when", "when", "-updated", "updated", "relevance"] as const

/** What can be asked for beside an item's own fields; see `ItemQuery.include`. */
export const includable = ["source", "relations", "bodyHtml", "deadlines"] as const

/** The filters that take one or several values, any of which an item may have; each can be turned round by `not.`. */
export const anyOfFilters = ["kind", "type", "topic", "country", "body", "person", "series", "locale"] as const

/**
 * A question put to the archive, in the one form that the query string, the search form, subscriptions and the store
 * share. Several values of one filter mean any of them; several filters mean all of them.
 */
export type ItemQuery = {
  /** What is to be found, at most 200 characters: see `parseSearch` for words, "phrases", -not and title:. */
  q?: string
  kind?: KindName[]
  type?: string[]
  /** Concept ids of topics. */
  topic?: string[]
  /** ISO 3166-1 alpha-2: the countries that an item is about, or where it takes place. */
  country?: string[]
  /** Slugs of bodies' ids or names. */
  body?: string[]
  /** Slugs of the names of people: those that an item names, and those who made it. */
  person?: string[]
  /** Ids of series. */
  series?: string[]
  locale?: string[]
  /** Items that have none of these values; those that have no value at all are among them. */
  "not.kind"?: KindName[]
  "not.type"?: string[]
  "not.topic"?: string[]
  "not.country"?: string[]
  "not.body"?: string[]
  "not.person"?: string[]
  "not.series"?: string[]
  "not.locale"?: string[]
  /**
   * Date range (see `isDateRange`). A date that an item states is in it when any of its days is; inferred bounds are
   * in it when all of their days are, for then there is no doubt. What has neither is in no range.
   */
  issued?: string
  /**
   * Date range: what takes place on any day of it; or `upcoming`, today or later, and `past`, before today. What has no
   * dates is in no range, and is neither.
   */
  when?: string
  /** Date range: items whose `updatedAt` is on one of its days, in UTC. */
  updated?: string
  missing?: (typeof missable)[number][]
  /** `relevance` where it is absent and words are asked for, else `-issued`. */
  sort?: (typeof sorts)[number]
  /** Items on a page, 1 to 100; where it is absent 20, or what the format has for that. */
  limit?: number
  /** Where the page before ended: what `Page.next` said. */
  cursor?: string
  /** The item's fields that are wanted, or with a `-` before each, those that are not. `id` and `kind` always come. */
  fields?: string[]
  /** A usual choice of fields: see `profiles`. `list` on a list and `full` on an item where it is absent. */
  profile?: Profile
  /** `source`: the lines of a listing that an item was read from; `relations`: title and address of related items; `bodyHtml`: bodies as sanitised HTML; `deadlines`: registration deadlines as calendar entries. */
  include?: (typeof includable)[number][]
  /** What the answer's items are counted by. */
  facets?: FacetName[]
  /** `changes`: a feed whose entries are the changes of items, with their notes, and not the items. */
  feed?: "changes"
}

const negated = anyOfFilters.map((name) => `not.${name}` as const)

/** The names of the query's parameters, in the order in which `formatQuery` writes them. */
export const parameters: readonly (keyof ItemQuery)[] = [
  "q",
  ...anyOfFilters,
  ...negated,
  "issued",
  "when",
  "updated",
  "missing",
  "sort",
  "limit",
  "cursor",
  "fields",
  "profile",
  "include",
  "facets",
  "feed",
]

/**
 * Reads a question from the names and values of a query string (a URLSearchParams will do). Lists may repeat or use
 * commas; empty values, as a form sends them, are as if absent. Throws InvalidInput, where `path` is the parameter
 * and `suggestion` the nearest right one, for whatever is unknown, malformed, too long, said twice or contradictory.
 */
export function parseQuery(pairs: Iterable<readonly [string, string]>): ItemQuery {
  const query: Record<string, unknown> = {}
  const issues: InvalidIssue[] = []
  for (const [name, value] of pairs) {
    const read = Object.hasOwn(readers, name) ? readers[name as keyof ItemQuery] : undefined
    if (!read) issues.push(unknownParameter(name, parameters))
    else if (value.length > longestValue) issues.push(problem(name, `must be at most ${longestValue} characters`))
    else if (value.trim() !== "") read(name, value.trim(), query, issues)
  }
  if (query["sort"] === "relevance" && query["q"] === undefined)
    issues.push(problem("sort", "relevance is an order for questions with q only", "-issued"))
  if (query["fields"] !== undefined && query["profile"] !== undefined)
    issues.push(problem("profile", "cannot go together with fields: give one of them"))
  if (issues.length > 0) throw new InvalidInput(issues)
  return query
}

/** Writes a question as a query string in its canonical form: parameters in fixed order, lists sorted, no "?". */
export function formatQuery(query: ItemQuery): string {
  const pairs: string[] = []
  for (const name of parameters) {
    const value = query[name]
    if (value === undefined) continue
    const text = Array.isArray(value) ? value.toSorted().map(encode).join(",") : encode(String(value))
    if (text !== "") pairs.push(`${name}=${text}`)
  }
  return pairs.join("&")
}

const longestValue = 2000
/** Half a character, which archives from before may have in a name, has no encoding. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed()).replace(/%20/g, "+").replace(/%3A/g, ":")

const lower = (text: string) => text.toLowerCase()
const upper = (text: string) => text.toUpperCase()
const title = (text: string) => upper(text.slice(0, 2)) + lower(text.slice(2))

const anyOf: Record<(typeof anyOfFilters)[number], Reader> = {
  kind: list(oneOf(kinds.map((kind) => kind.name))),
  type: list(slug),
  topic: list(slug),
  country: list(matching(/^[A-Z]{2}$/, "FR", upper)),
  body: list(slug),
  person: list(slug),
  series: list(slug),
  locale: list((value) => {
    const locale = value
      .replace(/^[^-]+/, lower)
      .replace(/-[^-]{4}(?=-|$)/, title)
      .replace(/-[^-]{2}$/, upper)
    return Locale.safeParse(locale).success
      ? { value: locale }
      : { message: `"${value.slice(0, 60)}" is not a language tag, as in en, fr or pt-BR` }
  }),
}

const not = Object.fromEntries(anyOfFilters.map((name) => [`not.${name}`, anyOf[name]])) as Record<
  (typeof negated)[number],
  Reader
>

/** `-body` leaves a field out, `body` asks for it: all of one sort, for together they would say nothing. */
const fields: Reader = (name, value, query, issues) => {
  list(field)(name, value, query, issues)
  const values = (query[name] ?? []) as string[]
  if (values.some((field) => field.startsWith("-")) && values.some((field) => !field.startsWith("-")))
    issues.push(problem(name, "must be either fields that are wanted or, each with a -, fields that are not"))
}

const field = (value: string) => {
  const minus = value.startsWith("-") ? "-" : ""
  const read = oneOf(itemFields)(value.slice(minus.length))
  if ("value" in read) return { value }
  return { ...read, suggestion: read.suggestion && minus + read.suggestion }
}

const readers: Record<keyof ItemQuery, Reader> = {
  q: once((value) => (value.length <= 200 ? { value } : { message: "must be at most 200 characters" })),
  ...anyOf,
  ...not,
  issued: once(dateRange()),
  when: once(dateRange("upcoming", "past")),
  updated: once(dateRange()),
  missing: list(oneOf(missable)),
  sort: once(oneOf(sorts)),
  limit: once((value) =>
    /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 100
      ? { value: Number(value) }
      : { message: `"${value.slice(0, 60)}" is not a number from 1 to 100` },
  ),
  cursor: once(matching(/^[\w-]{1,1000}$/, "the cursor that a page gave as next")),
  fields,
  profile: once(oneOf(profiles)),
  include: list(oneOf(includable)),
  facets: list(oneOf(facetNames)),
  feed: once(oneOf(["changes"])),
}
