import { type Item, type ItemQuery, kindOf } from "@pg/domain"
import { boundsOf } from "@pg/domain/dates"
import type { Asking } from "../asking.js"
import { monthAfter } from "./month.js"

/** The nearest months before and after one in which something takes place that a question asks for. */
export type NearestMonths = { before?: string | undefined; after?: string | undefined }

/** Asks for them: what is in no month, because it has no dates, is near to none. */
export async function findNearestMonths(client: Asking, query: ItemQuery, month: string): Promise<NearestMonths> {
  const [last, next] = [monthAfter(month, -1), monthAfter(month)]
  const [earlier, later] = await Promise.all([
    last === undefined ? [] : findItems({ when: `..${last}`, sort: "-when" }),
    next === undefined ? [] : findItems({ when: `${next}..`, sort: "when" }),
  ])
  return {
    before: monthsOf(earlier)
      .filter(([first]) => first < month)
      .map(([, until]) => (until < month ? until : last!))
      .toSorted()
      .at(-1),
    after: monthsOf(later)
      .filter(([, until]) => until > month)
      .map(([first]) => (first > month ? first : next!))
      .toSorted()[0],
  }

  async function findItems(asked: ItemQuery): Promise<Item[]> {
    return (await client.find({ ...query, ...asked, limit: mostLooked })).items
  }
}

/** The archive sorts by where a thing begins; of a few the one that is nearest is found, whichever of its parts that is. */
const mostLooked = 20

/** First and last month of each time at which something takes place. */
const monthsOf = (items: readonly Item[]): [string, string][] =>
  items
    .flatMap((item) => kindOf(item).whens(item))
    .flatMap(({ start, end = start }): [string, string][] => {
      const [{ earliest }, { latest }] = [boundsOf(start), boundsOf(end)]
      return earliest === undefined || latest === undefined ? [] : [[earliest.slice(0, 7), latest.slice(0, 7)]]
    })
