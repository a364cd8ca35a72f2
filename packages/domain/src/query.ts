import { isDateRange } from "./date-range.js"
import { InvalidInput, type InvalidIssue } from "./errors.js"
import { kinds, type KindName } from "./item.js"
import { nearest } from "./nearest.js"
import { Locale } from "./values/locale.js"
import { toSlug } from "./values/to-slug.js"

/** Fields of which one can ask that they be missing. */
export const missable = ["issued", "when", "location", "summary", "body", "type"] as const

/**
 * The orders that there are. `-` is newest or last first. Items without the date in question come last in every order.
 */
export const sorts = ["-issued", "issued", "-when", "when", "-updated", "updated"] as const

/**
 * A question put to the archive, in the one form that the query string, the search form, subscriptions and the store
 * share. Several values of one filter mean any of them; several filters mean all of them.
 */
export type ItemQuery = {
  /** Words to be found, all of them, in any order: at most 200 characters. */
  q?: string
  kind?: KindName[]
  type?: string[]
  /** Concept ids of topics. */
  topic?: string[]
  /** ISO 3166-1 alpha-2: the countries that an item is about, or where it takes place. */
  country?: string[]
  /** Slugs of bodies' ids or names. */
  body?: string[]
  locale?: string[]
  /**
   * Date range (see `isDateRange`). A date that an item states is in it when any of its days is; inferred bounds are
   * in it when all of their days are, for then there is no doubt.
   */
  issued?: string
  /** Date range: what takes place on any day of it. */
  when?: string
  missing?: (typeof missable)[number][]
  /** `-issued` where it is absent. */
  sort?: (typeof sorts)[number]
  /** Items on a page, 1 to 100; 20 where it is absent. */
  limit?: number
  /** Where the page before ended: what `Page.next` said. */
  cursor?: string
}

/** The names of the query's parameters, in the order in which `formatQuery` writes them. */
export const parameters = Object.keys({
  q: 0,
  kind: 0,
  type: 0,
  topic: 0,
  country: 0,
  body: 0,
  locale: 0,
  issued: 0,
  when: 0,
  missing: 0,
  sort: 0,
  limit: 0,
  cursor: 0,
} satisfies Record<keyof ItemQuery, 0>) as (keyof ItemQuery)[]

/**
 * Reads a question from the names and values of a query string (a URLSearchParams will do). Lists may repeat or use
 * commas; empty values, as a form sends them, are as if absent. Throws InvalidInput, where `path` is the parameter
 * and `suggestion` the nearest right one, for whatever is unknown, malformed, too long or said twice.
 */
export function parseQuery(pairs: Iterable<readonly [string, string]>): ItemQuery {
  const query: Record<string, unknown> = {}
  const issues: InvalidIssue[] = []
  for (const [name, value] of pairs) {
    const read = Object.hasOwn(readers, name) ? readers[name as keyof ItemQuery] : undefined
    if (!read)
      issues.push(problem(name.slice(0, 60), "there is no such parameter", nearest(name.slice(0, 60), parameters)))
    else if (value.length > longestValue) issues.push(problem(name, `must be at most ${longestValue} characters`))
    else if (value.trim() !== "") read(name, value.trim(), query, issues)
  }
  if (issues.length > 0) throw new InvalidInput(issues)
  return query
}

/** Writes a question as a query string in its canonical form: parameters in fixed order, lists sorted, no "?". */
export function formatQuery(query: ItemQuery): string {
  return parameters
    .filter((name) => query[name] !== undefined && String(query[name]) !== "")
    .map((name) => {
      const value = query[name]
      return `${name}=${Array.isArray(value) ? value.toSorted().map(encode).join(",") : encode(String(value))}`
    })
    .join("&")
}

const longestValue = 2000
const encode = (text: string) => encodeURIComponent(text).replace(/%20/g, "+").replace(/%3A/g, ":")

const problem = (path: string, message: string, suggestion?: string): InvalidIssue => ({
  path,
  message,
  ...(suggestion !== undefined && { suggestion }),
})

type Reader = (name: string, value: string, query: Record<string, unknown>, issues: InvalidIssue[]) => void

const once =
  (readOne: (value: string) => { value: unknown } | { message: string; suggestion?: string | undefined }): Reader =>
  (name, value, query, issues) => {
    const result = readOne(value)
    if ("message" in result) issues.push(problem(name, result.message, result.suggestion))
    else if (query[name] !== undefined) issues.push(problem(name, "must be given only once"))
    else query[name] = result.value
  }

const oneOf = (words: readonly string[]) => (value: string) =>
  words.includes(value)
    ? { value }
    : {
        message: `"${value.slice(0, 60)}" is none of ${words.join(", ")}`,
        suggestion: nearest(value.slice(0, 60), words),
      }

const matching =
  (pattern: RegExp, example: string, canonical = (value: string) => value) =>
  (value: string) =>
    pattern.test(canonical(value))
      ? { value: canonical(value) }
      : { message: `"${value.slice(0, 60)}" is not of the form of ${example}` }

const mostValues = 50

/** Each value of a list, whether repeated or after a comma. */
const list =
  (readOne: (value: string) => { value: string } | { message: string; suggestion?: string | undefined }): Reader =>
  (name, value, query, issues) => {
    const values = (query[name] ??= []) as string[]
    for (const part of value.split(",").map((word) => word.trim())) {
      if (part === "") continue
      const result = readOne(part)
      if ("message" in result) issues.push(problem(name, result.message, result.suggestion))
      else if (!values.includes(result.value)) values.push(result.value)
    }
    if (values.length > mostValues) issues.push(problem(name, `must have at most ${mostValues} values`))
  }

const slug = (value: string) => {
  const slug = value.toLowerCase()
  return slug !== "" && toSlug(slug) === slug
    ? { value: slug }
    : { message: `"${value.slice(0, 60)}" is not of the form of drug-policy`, suggestion: toSlug(value) || undefined }
}

const lower = (text: string) => text.toLowerCase()
const upper = (text: string) => text.toUpperCase()
const title = (text: string) => upper(text.slice(0, 2)) + lower(text.slice(2))

const dateRange = once((value) =>
  isDateRange(value)
    ? { value }
    : {
        message: `"${value.slice(0, 60)}" is not of the form of 2021, 2021-06, 2021-06-15, 2021-03..2021-06 or ..2021`,
      },
)

const readers: Record<keyof ItemQuery, Reader> = {
  q: once((value) => (value.length <= 200 ? { value } : { message: "must be at most 200 characters" })),
  kind: list(oneOf(kinds.map((kind) => kind.name))),
  type: list(slug),
  topic: list(slug),
  country: list(matching(/^[A-Z]{2}$/, "FR", (value) => value.toUpperCase())),
  body: list(slug),
  locale: list((value) => {
    const locale = value
      .replace(/^[^-]+/, lower)
      .replace(/-[^-]{4}(?=-|$)/, title)
      .replace(/-[^-]{2}$/, upper)
    return Locale.safeParse(locale).success
      ? { value: locale }
      : { message: `"${value.slice(0, 60)}" is not a language tag, as in en, fr or pt-BR` }
  }),
  issued: dateRange,
  when: dateRange,
  missing: list(oneOf(missable)),
  sort: once(oneOf(sorts)),
  limit: once((value) =>
    /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 100
      ? { value: Number(value) }
      : { message: `"${value.slice(0, 60)}" is not a number from 1 to 100` },
  ),
  cursor: once(matching(/^[\w-]{1,1000}$/, "the cursor that a page gave as next")),
}
