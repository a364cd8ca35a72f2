import type { ItemQuery } from "@pg/domain"
import { type Position, sortOf } from "./cursor.js"
import { type Filter, namesOf } from "./filter.js"
import { type Answer, answerInOrder, type Asked } from "./in-order.js"
import { readQuestion } from "./search/question.js"
import { countRanked, isRanked, rankingOf, readRanked } from "./search/ranked.js"

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
  const ranking = await rankingOf({ db, search, recalled }, sort, readQuestion(q), others)
  return (
    ranking && {
      read: (after: Position | undefined, limit: number) => readRanked(db, search, ranking, after, limit),
      count: () => recalled(`total ${namesOf(filters)}`, () => countRanked(db, search, ranking)),
    }
  )
}
