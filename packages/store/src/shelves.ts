import { setImmediate } from "node:timers/promises"
import type { Item } from "@pg/domain"
import { sql } from "kysely"
import { stored } from "./items.js"
import { lastSeq } from "./log.js"
import { fromRow } from "./row.js"
import type { Db } from "./schema.js"

/**
 * A part of the archive that stays together: the published items of which the log first spoke in the same 5,000 lines. An
 * item never changes its shelf. `updatedAt` is the latest of its items', in UTC.
 */
export type Shelf = { number: number; items: number; updatedAt: string }

/** The shelves that have items, in their order; looked at one by one, so that other work goes on meanwhile. */
export async function shelves(db: Db): Promise<Shelf[]> {
  const end = await lastSeq(db)
  const found: Shelf[] = []
  for (let number = 0; number * lines <= end; number++) {
    const row = await db
      .selectFrom("items")
      .select(({ fn }) => [fn.countAll<number | string>().as("items"), fn.max("updated_key").as("updated_at")])
      .where(onShelf(number))
      .executeTakeFirst()
    if (row?.updated_at) found.push({ number, items: Number(row.items), updatedAt: row.updated_at })
    await letOthersRun()
  }
  return found
}

/** The items of a shelf in the order of their first lines, some hundred at a time. */
export async function* itemsOnShelf(db: Db, number: number): AsyncGenerator<Item[], void, undefined> {
  for (let after = 0; ; ) {
    const rows = await stored(db)
      .select("items.number")
      .where(onShelf(number))
      .where("items.number", ">", after)
      .orderBy("items.number")
      .limit(together)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(fromRow)
    after = last.number
    await letOthersRun()
  }
}

const lines = 5000
const together = 250

/** The sum keeps a database from walking all published items, in another order, to find those of a shelf. */
const onShelf = (number: number) =>
  sql<boolean>`items.number >= ${number * lines} and items.number < ${(number + 1) * lines} and items.listed + 0 = 1`

/** SQLite answers at once: without this, nothing else would run until all is read. */
const letOthersRun = () => setImmediate()
