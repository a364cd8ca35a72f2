import { bodies, type Item, kindOf, topics, toSlug } from "@pg/domain"
import type { PageLocale } from "../messages/languages.js"
import type { SubjectFilter } from "../segments.js"
import { countries } from "./countries.js"
import { nameBody, nameCountry, nameTopic, nameUnknown } from "./names.js"

/**
 * A subject's name, as the heading of a page has it: that of a vocabulary's term or of a country; else as an item writes
 * it, else `written`, else its slug in words.
 */
export function nameSubject(
  filter: SubjectFilter,
  value: string,
  locale: PageLocale,
  { item, written }: { item?: Item | undefined; written?: string | undefined } = {},
): string {
  const known = isKnownSubject(filter, value) ? names[filter]?.(value, locale).name : undefined
  const inItem = item && namesIn[filter]?.(item).find((name) => toSlug(name) === value)
  return capital(known ?? inItem ?? written ?? nameUnknown(value), locale)
}

/** Whether a subject is one whatever is said of it: a term of a vocabulary, or a country. */
export const isKnownSubject = (filter: SubjectFilter, value: string): boolean => known[filter]?.(value) ?? false

/** The terms of a subject's vocabulary; none where it has no vocabulary. */
export const termsOf = (filter: SubjectFilter) => ({ topic: topics, body: bodies })[filter as string] ?? []

const names = { topic: nameTopic, body: nameBody, country: nameCountry } as Partial<
  Record<SubjectFilter, typeof nameTopic>
>

const isTerm = (filter: SubjectFilter) => (value: string) => termsOf(filter).some(({ id }) => id === value)

const known: Partial<Record<SubjectFilter, (value: string) => boolean>> = {
  topic: isTerm("topic"),
  body: isTerm("body"),
  country: (value) => countries("en").some((country) => country.value === value),
}

const namesIn: Partial<Record<SubjectFilter, (item: Item) => readonly string[]>> = {
  body: (item) => item.bodies,
  person: (item) => [...item.people, ...kindOf(item).people(item)],
}

const capital = (name: string, locale: PageLocale) =>
  name.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale))
