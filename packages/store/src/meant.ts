import type { ItemQuery, Page } from "@pg/domain"
import { answerOf } from "./answer.js"
import { type Asked, filtersOf } from "./filters.js"
import { didYouMean } from "./search/did-you-mean.js"
import { unmatchedIn } from "./unmatched.js"

/** What was probably meant by a question that has no items: another `q`, and other values of its filters. */
export async function meantBy(asked: Asked, query: ItemQuery): Promise<Pick<Page, "didYouMean" | "unmatched">> {
  const unmatched = await unmatchedIn(asked, query)
  return { ...(await otherWords(asked, query)), ...(unmatched.length > 0 && { unmatched }) }
}

/** Another `q`, which has items with the same filters. */
async function otherWords(asked: Asked, query: ItemQuery): Promise<Pick<Page, "didYouMean">> {
  const { db, engine } = asked
  if (query.q === undefined) return {}
  const finds = async (q: string) => {
    const other: ItemQuery = { ...query, q, sort: "-issued" }
    const filters = await filtersOf(asked, other)
    const answer = filters && (await answerOf(asked, other, filters))
    return answer !== undefined && (await answer.read(undefined, 1)).length > 0
  }
  const meant = await didYouMean(db, engine.search, query.q, finds)
  return meant === undefined ? {} : { didYouMean: meant }
}
