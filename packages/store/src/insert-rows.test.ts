import { Kysely } from "kysely"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { useStore } from "../test/items.js"
import { engineOf } from "./dialect.js"
import { insertRows } from "./insert-rows.js"
import type { Database } from "./schema.js"

describe.each(databases)("on $name", ({ make }) => {
  const used = useStore(make)

  test("every row goes in once, whatever their number", async () => {
    const engine = await engineOf(used.url, 1000)
    const db = new Kysely<Database>({ dialect: engine.dialects.write })
    for (const count of [0, 1, 7, 8, 9, 63, 64, 65, 200]) {
      const rows = Array.from({ length: count }, (_, n) => ({ length: count, folded: `w${n}`, word: `W${n}` }))
      await insertRows(db, "words", rows, "on conflict do nothing")
      // Columns are told apart by name, not by where they stand.
      await insertRows(
        db,
        "words",
        rows.map(({ word, ...row }) => ({ word, ...row })),
        "on conflict do nothing",
      )
      const found = await db.selectFrom("words").selectAll().where("length", "=", count).execute()
      expect(found.map(({ word }) => word).toSorted()).toEqual(rows.map(({ word }) => word).toSorted())
      expect(found.every(({ folded, word }) => folded === word.toLowerCase())).toBe(true)
    }
    await db.destroy()
  })
})
