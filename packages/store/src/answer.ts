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
  const locales = await localesOf(asked, others)
  const readings = readQuestion(q).filter(({ language }) => locales.some((locale) => languageOf(locale) === language))
  const ranking = readings.length > 0 && (await rankingOf({ db, search, recalled }, sort, readings, others))
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

/** The languages that the items of an answer can have: words need not be looked for in others. */
async function localesOf({ db, recalled }: Asked, filters: readonly Filter[]): Promise<readonly string[]> {
  const wanted = filters.find(({ terms, hits }) => terms?.field === "locale" && hits)
  return wanted?.terms?.values ?? recalled("values of locale", () => valuesOf(db, "locale"))
}
