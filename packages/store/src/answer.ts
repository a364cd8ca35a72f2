import type { ItemQuery } from "@pg/domain"
import { type Position, sortOf } from "./cursor.js"
import type { Engine } from "./engine.js"
import type { Filter } from "./filter.js"
import { planOf } from "./plan.js"
import { readPositions } from "./positions.js"
import type { Recalled } from "./remembered.js"
import type { Db } from "./schema.js"
import { readQuestion } from "./search/question.js"
import { countRanked, isRanked, rankingOf, readRanked } from "./search/ranked.js"
import { type Total, totalOf } from "./total.js"

/** How the pages of an answer are read, and its items counted. */
export type Answer = {
  read: (after: Position | undefined, limit: number) => Promise<Position[]>
  count: () => Promise<Total>
}

type Asked = { db: Db; engine: Engine; recalled: Recalled }

/** The answer to a question, of which these are the filters; `undefined` where it has no items. */
export const answerOf = (asked: Asked, query: ItemQuery, filters: readonly Filter[]): Promise<Answer | undefined> =>
  query.q === undefined ? answerInOrder(asked, query, filters) : answerByWords(asked, query, filters, query.q)

async function answerInOrder({ db, recalled }: Asked, query: ItemQuery, filters: readonly Filter[]) {
  const plan = await planOf(db, sortOf(query), filters, recalled)
  return (
    plan && {
      read: (after: Position | undefined, limit: number) => readPositions(db, plan, after, limit),
      count: () => totalOf(db, plan),
    }
  )
}

/** In an order that the search index does not have, its hits are read as those of any filter. */
async function answerByWords(asked: Asked, query: ItemQuery, filters: readonly Filter[], q: string) {
  const { db, recalled } = asked
  const { search } = asked.engine
  const sort = sortOf(query)
  const others = filters.filter(({ parameter }) => parameter !== "q")
  const ranking = await rankingOf({ db, search, recalled }, sort, readQuestion(q), others)
  const inOrder = ranking && (isRanked(sort) ? undefined : await answerInOrder(asked, query, filters))
  return (
    ranking && {
      read:
        inOrder?.read ??
        ((after: Position | undefined, limit: number) => readRanked(db, search, ranking, after, limit)),
      count: () => countRanked(db, search, ranking),
    }
  )
}
