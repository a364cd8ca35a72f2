import { boundsOf, type Item, kindOf, missable, toSlug, type When } from "@pg/domain"
import { spansOf } from "./issued-range.js"
import { type TermField, termFields } from "./schema.js"

/** A value of a filter that an item meets. */
export type Term = { field: TermField; value: string }

/** The values of each filter that an item meets. */
export const termsOf = (item: Item): Term[] =>
  [...termFields, "span" as const].flatMap((field) =>
    [...new Set(valuesOf[field](item))].map((value) => ({ field, value })),
  )

/**
 * The same as they are kept: all that is missing is one term, because most items lack the same few fields, and a row for
 * each would be a third of all rows.
 */
export function storedTermsOf(item: Item): Term[] {
  const terms = termsOf(item)
  const missing = terms.filter(({ field }) => field === "missing").map(({ value }) => value)
  const others = terms.filter(({ field }) => field !== "missing")
  return missing.length === 0 ? others : [...others, { field: "missing", value: missing.join("+") }]
}

/** Terms as one text, a line each: what is to be taken out of the table when the item changes. */
export const writeTerms = (terms: readonly Term[]): string =>
  terms.map(({ field, value }) => `${field} ${value}`).join("\n")

/** The terms that `writeTerms` wrote. */
export const parseTerms = (text: string): Term[] =>
  text === ""
    ? []
    : text.split("\n").map((line) => {
        const [field, value = ""] = line.split(" ")
        return { field: field as TermField, value }
      })

/** Whether all that is missing, as one term, has one of these among it. */
export const isOneMissing = (value: string, fields: readonly string[]): boolean =>
  value.split("+").some((field) => fields.includes(field))

/** First and last day of each time at which it takes place; a day whose year nobody said is in no range. */
export function daysOf(item: Item): { first_day: string; last_day: string }[] {
  const days = kindOf(item).whens(item).flatMap(daysOfWhen)
  return [...new Map(days.map((range) => [`${range.first_day}/${range.last_day}`, range])).values()]
}

const valuesOf: Record<TermField, (item: Item) => string[]> = {
  kind: ({ kind }) => [kind],
  type: ({ type }) => (type === undefined ? [] : [type]),
  topic: ({ topics }) => topics,
  country: (item) => [
    ...item.countries,
    ...kindOf(item)
      .places(item)
      .flatMap(({ country }) => country ?? []),
  ],
  body: ({ bodies }) => slugsOf(bodies),
  person: (item) => slugsOf([...item.people, ...kindOf(item).people(item)]),
  series: ({ series }) => (series === undefined ? [] : [series.id]),
  locale: ({ locale }) => [locale],
  span: spansOf,
  missing: (item) => missable.filter((field) => isMissing(item[field as keyof Item])),
}

/** A name of signs alone has no slug, and cannot be asked for. */
const slugsOf = (names: readonly string[]) => names.map(toSlug).filter((slug) => slug !== "")

const isMissing = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)

function daysOfWhen({ start, end }: When) {
  const { earliest } = boundsOf(start)
  const { latest } = boundsOf(end ?? start)
  return earliest === undefined || latest === undefined ? [] : [{ first_day: earliest, last_day: latest }]
}
