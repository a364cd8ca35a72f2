import type { Item } from "@pg/domain"
import type { Db, ItemRow } from "../schema.js"

type Listed = Pick<ItemRow, "number" | "place" | "terms"> & { item: Item }

/** The items that lists show, in order of their numbers, some hundred in memory at a time. */
export async function* listedItems(db: Db): AsyncGenerator<Listed, void, undefined> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("items")
      .innerJoin("revisions", "revisions.seq", "items.seq")
      .select(["items.number", "items.place", "items.terms", "revisions.item"])
      .where("items.number", ">", after)
      .where("items.listed", "=", 1)
      .orderBy("items.number")
      .limit(500)
      .execute()
    for (const { item, ...row } of rows) yield { ...row, item: JSON.parse(item) as Item }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.number
  }
}
