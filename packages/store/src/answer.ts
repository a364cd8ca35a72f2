import type { ItemQuery } from "@pg/domain"
import { type Position, sortOf } from "./cursor.js"
import { type Filter, namesOf } from "./filter.js"
import { type Answer, answerInOrder, type Asked } from "./in-order.js"
import { languageOf } from "./search/analyse.js"
import { readQuestion } from "./search/question.js"
import { countRanked, readRanked } from "./search/ranked.js"
import type { Shown } from "./positions.js"
import { isRanked, rankingOf } from "./search/ranking.js"
import { valuesOf } from "./values-of.js"

/** The answer to a question, of which these are the filters; `undefined` where it has no items. */
export const answerOf = (asked: Asked, query: ItemQuery, filters: readonly Filter[]): Promise<Answer | undefined> =>
  query.q === undefined ? answerInOrder(asked, sortOf(query), filters) : answerByWords(asked, query, filters, query.q)

/** In an order that the search index does not have, its hits are read as those of any filter. */
async function answerByWords(asked: Asked, query: ItemQuery, filters: readonly Filter[], q: string) {
  const sort = sortOf(query)
  if (!isRanked(sort)) return answerInOrder(asked, sort, filters)
  const { db, recalled, engine } = asked
  const { search } = engine
  const others = filters.filter(({ parameter }) => parameter !== "q")
  const known = await recalled("values of locale", () => valuesOf(db, "locale"))
  const locales = localesOf(others) ?? known
  const readings = readQuestion(q).filter(({ language }) => locales.some((locale) => languageOf(locale) === language))
  const languages = new Set(readings.map(({ language }) => language))
  // Words are of one language each. Where it has no locale but those that are asked for, the words say so already, and to
  // hold them against the list of half of all items takes longer than to find them.
  const isSaid = (values: readonly string[]) =>
    known.every((locale) => values.includes(locale) || !languages.has(languageOf(locale)))
  const narrowing = others.filter((filter) => !isOfLocales(filter) || !isSaid(filter.terms?.values ?? []))
  const ranking = readings.length > 0 && (await rankingOf({ db, search, recalled }, sort, readings, narrowing))
  if (!ranking) return undefined
  const reading = { db, search, ranking }
  return {
    read: (after: Position | undefined, limit: number) => readRanked(reading, after, limit),
    // Each position comes with what is wanted of its item.
    readFirst: <What extends keyof Shown>(limit: number, what: What) =>
      readRanked({ ...reading, what }, undefined, limit) as Promise<Shown[What][]>,
    count: () => recalled(`total ${namesOf(filters)}`, () => countRanked(db, search, ranking)),
  }
}

/** The locales that the items of an answer can have, where that is asked for: words need not be looked for in other languages. */
const localesOf = (filters: readonly Filter[]): readonly string[] | undefined =>
  filters.find(isOfLocales)?.terms?.values

const isOfLocales = ({ terms, hits }: Filter) => terms?.field === "locale" && hits !== undefined
