import { Kysely } from "kysely"
import { describe, expect, test } from "vitest"
import { databases } from "../../test/databases.js"
import { change, news, useStore } from "../../test/items.js"
import { engineOf } from "../dialect.js"
import type { Database } from "../schema.js"
import { highlightsIn } from "./highlights-in.js"

describe.each(databases)("what is found on $name", ({ make }) => {
  const used = useStore(make)

  test("is not shown from a draft of an item that was taken away since", async () => {
    const engine = await engineOf(used.url, 1000)
    const db = new Kysely<Database>({ dialect: engine.dialects.read })
    const { item } = await used.store.put(news(1, { body: "A public okapi" }), change)
    const shown = [{ id: item.id, locale: "en", json: JSON.stringify({ title: item.title }) }]
    expect(JSON.stringify(await highlightsIn(db, shown, "okapi"))).toContain("public okapi")
    await used.store.put(item, { ...change, action: "withdraw" })
    await used.store.put({ ...item, body: "A secret okapi" }, { ...change, action: "edit" })
    expect(await highlightsIn(db, shown, "okapi")).toEqual({})
    await db.destroy()
  })
})
