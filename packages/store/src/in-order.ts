import type { ItemQuery } from "@pg/domain"
import { sql } from "kysely"
import type { Position } from "./cursor.js"
import type { Engine } from "./engine.js"
import { type Filter, namesOf } from "./filter.js"
import { type Plan, planOf } from "./plan.js"
import { readFirstPage, readPositions, type Shown } from "./positions.js"
import type { Recalled } from "./remembered.js"
import type { Db } from "./schema.js"
import { type Total, totalOf } from "./total.js"

/** What an answer is read from. */
export type Asked = { db: Db; engine: Engine; recalled: Recalled }

/** How the pages of an answer are read, and its items counted. */
export type Answer = {
  read: (after: Position | undefined, limit: number) => Promise<Position[]>
  /** The first page with what lists show, where that can be read at once. */
  readFirst?: <What extends keyof Shown>(limit: number, what: What) => Promise<Shown[What][] | undefined>
  count: () => Promise<Total>
}

/** The answer to filters, by date; `undefined` where one of them has no hit at all. */
export async function answerInOrder(
  { db, recalled }: Asked,
  sort: NonNullable<ItemQuery["sort"]>,
  filters: readonly Filter[],
): Promise<Answer | undefined> {
  const plan = await planOf(db, sort, filters, recalled)
  if (!plan) return undefined
  const count = () => recalled(`total ${namesOf(filters)}`, () => totalOf(db, plan))
  const readIds = async (total: number) => (await readPositions(db, plan, undefined, total)).map(({ id }) => id)
  return {
    count,
    read: async (after, limit) => {
      const { total } = await count()
      if (total === 0) return []
      if (!isSparse(plan, total)) return readPositions(db, plan, after, limit)
      const ids = await recalled(`ids ${namesOf(filters)}`, () => readIds(total))
      return readPositions(db, among(plan, ids), after, limit)
    },
    readFirst: async (limit, what) => {
      const { total } = await count()
      return total === 0 || isSparse(plan, total) ? undefined : readFirstPage(db, plan, limit, what)
    },
  }
}

const mostRemembered = 200

/** Whether a few items may be far between others, so that each page would have to look through many. */
const isSparse = ({ how, filters }: Plan, total: number) =>
  total <= mostRemembered && (how === "walk" || (how === "terms" && filters.length > 1))

/** The plan to read the same items when it is known which they are. */
function among(plan: Plan, ids: readonly string[]): Plan {
  const hits = { column: "i.id", subquery: sql`(${sql.join(ids)})`, few: ids.length } as const
  return { ...plan, how: "few", first: { parameter: "q", name: "ids", probe: sql`1 = 1`, hits }, filters: [] }
}
