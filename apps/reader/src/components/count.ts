import type { KindName } from "@pg/domain"
import { views } from "../kinds/views.js"
import { languages, type PageLocale } from "../messages/languages.js"

/** A number of items in words, of one kind or of any: "12 events", « 1 texte ». */
export function countOf(total: number, kind: KindName | undefined, locale: PageLocale): string {
  const { plurals, numbers } = rulesOf(locale)
  const isOne = plurals.select(total) === "one"
  const count = numbers.format(total)
  return kind === undefined ? languages[locale].list.all(count, isOne) : views[kind].words[locale].count(count, isOne)
}

/** A number as a language writes it. */
export const formatCount = (count: number, locale: PageLocale): string => rulesOf(locale).numbers.format(count)

const rulesOf = (locale: PageLocale) =>
  (rules[locale] ??= { plurals: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) })

/** Making them takes a hundred times as long as using them. */
const rules: Partial<Record<PageLocale, { plurals: Intl.PluralRules; numbers: Intl.NumberFormat }>> = {}
