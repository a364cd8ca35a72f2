import type { KindName } from "@pg/domain"
import { views } from "../kinds/views.js"
import { languages, type PageLocale } from "../messages/languages.js"

/** A number of items in words, of one kind or of any: "12 events", « 1 texte ». */
export function countOf(total: number, kind: KindName | undefined, locale: PageLocale): string {
  const isOne = new Intl.PluralRules(locale).select(total) === "one"
  const count = new Intl.NumberFormat(locale).format(total)
  return kind === undefined ? languages[locale].list.all(count, isOne) : views[kind].words[locale].count(count, isOne)
}
