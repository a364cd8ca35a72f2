import { Kysely, sql } from "kysely"
import { describe, expect, onTestFinished, test } from "vitest"
import { databases } from "../test/databases.js"
import { engineOf } from "./dialect.js"
import { prepared } from "./prepared.js"
import type { Database } from "./schema.js"

describe.each(databases)("a prepared question on $name", ({ make }) => {
  const connect = async () => {
    const { url, remove } = await make()
    const engine = await engineOf(url, 1000)
    const db = new Kysely<Database>({ dialect: engine.dialects.write })
    onTestFinished(async () => {
      await db.destroy()
      await remove()
    })
    return db
  }

  test("whose parameters do not stand in it in their order is refused at once, and not answered wrongly", async () => {
    const turned = prepared(
      (one: string, two: string) => sql<{ text: string }>`
      select cast(${two} as text) || cast(${one} as text) as text`,
    )
    await expect(turned(await connect(), "a", "b")).rejects.toThrow("do not stand in it in their order")
  })

  test("is answered for the parameters of each time, and for as many as there are", async () => {
    const db = await connect()
    const joined = prepared(
      (...texts: string[]) => sql<{ text: string }>`
      select ${sql.join(
        texts.map((text) => sql`cast(${text} as text)`),
        sql` || `,
      )} as text`,
    )
    expect(await joined(db, "a", "b")).toEqual([{ text: "ab" }])
    expect(await joined(db, "c", "d")).toEqual([{ text: "cd" }])
    expect(await joined(db, "e")).toEqual([{ text: "e" }])
    expect(await joined(await connect(), "f", "g")).toEqual([{ text: "fg" }])
  })
})
