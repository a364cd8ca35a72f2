import { boundsOf, type Item, kindOf, missable, toSlug, type When } from "@pg/domain"
import { yearsOf } from "./issued-range.js"
import { type TermField, termFields } from "./schema.js"

/** The values of each filter that an item meets. */
export const termsOf = (item: Item): { field: TermField; value: string }[] =>
  [...termFields, "year" as const].flatMap((field) =>
    [...new Set(valuesOf[field](item))].map((value) => ({ field, value })),
  )

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
  year: yearsOf,
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
