import type { Locale } from "@pg/domain"
import { languages } from "./languages/all.js"
import { fold } from "./tokens.js"

/** Counts for each language the words of a text that show it: frequent ones, months, days, separators. */
export function countHits(text: string): ReadonlyMap<Locale, number> {
  const hits = new Map<Locale, number>()
  for (const [word] of text.slice(0, longest).matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    if (word.length > 12) continue
    for (const locale of localesByWord.get(fold(word)) ?? []) hits.set(locale, (hits.get(locale) ?? 0) + 1)
  }
  return hits
}

/** The language with the most hits; undefined where there are none. */
export const mostHits = (hits: ReadonlyMap<Locale, number>): Locale | undefined =>
  [...hits].reduce<[Locale | undefined, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [undefined, 0],
  )[0]

/** The language of a block: that of the listing, unless the words at its start clearly show another. */
export function localeOfBlock(text: string, listing: Locale): Locale {
  const hits = countHits(text.slice(0, 400))
  const locale = mostHits(hits)
  if (locale === undefined || locale === listing) return listing
  const own = hits.get(locale) ?? 0
  return own >= 5 && own >= 2 * (hits.get(listing) ?? 0) ? locale : listing
}

const longest = 100_000

const localesByWord = new Map<string, Set<Locale>>()
for (const { locale, frequent, months, weekdays, separators } of languages)
  for (const word of [
    ...frequent,
    ...months.map(([name]) => name!),
    ...weekdays.map(([name]) => name!),
    ...separators.flatMap((words) => words.split(" ")),
  ]) {
    const locales = localesByWord.get(fold(word)) ?? new Set()
    localesByWord.set(fold(word), locales.add(locale))
  }
