import { bodies, labelOf, topics, toSlug } from "@pg/domain"
import { createMemory } from "../memory.js"
import type { PageLocale } from "../messages/languages.js"

/** A thing that an item can be about: its name, and the value that asks for it in a question. */
export type Named = { name: string; value: string }

export const nameTopic = (id: string, locale: PageLocale): Named => ({ name: labelOf(topics, id, locale), value: id })

/** A body of the vocabulary by its label there; any other by its name as written. */
export const nameBody = (id: string, locale: PageLocale): Named =>
  known(`body ${locale} ${id}`, () => ({ name: labelOf(bodies, id, locale), value: toSlug(id) }))

export const nameCountry = (code: string, locale: PageLocale): Named =>
  known(`country ${locale} ${code}`, () => ({ name: displayNames(locale, "region").of(code) ?? code, value: code }))

/** A language's name within a sentence; a tag that nobody knows stands for itself. */
export const nameLanguage = (tag: string, locale: PageLocale): string =>
  known(`language ${locale} ${tag}`, () => ({ name: displayNames(locale, "language").of(tag) ?? tag, value: tag })).name

/** To ask ICU for a name, or to make a slug of one, takes longer than to render it. */
const known = createMemory<Named>(2000)

/** What has no label, a type of tomorrow or a role, in words: `round-table` is "round table". */
export const nameUnknown = (id: string): string => id.replaceAll("-", " ")

const allNames = new Map<string, Intl.DisplayNames>()

function displayNames(locale: PageLocale, type: "region" | "language"): Intl.DisplayNames {
  const key = `${locale} ${type}`
  const names = allNames.get(key) ?? new Intl.DisplayNames(locale, { type, fallback: "code" })
  allNames.set(key, names)
  return names
}
