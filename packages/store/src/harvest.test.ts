import type { Item } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { idOf, news, useStore } from "../test/items.js"
import type { HarvestPosition, HarvestRecord, Selection } from "./index.js"

const at = (second: string) => `2024-05-01T10:00:${second}Z`

describe.each(databases)("a harvest on $name", ({ make }) => {
  const used = useStore(make)
  const put = (item: Item, at: string, action?: "edit" | "withdraw" | "remove" | "publish", more = {}) =>
    used.store.put(item, { at, by: "test", ...(action && { action }), ...more })
  const all = async (selection: Selection, limit = 2) => {
    const records: HarvestRecord[] = []
    for (let after: HarvestPosition | undefined; ; ) {
      const portion = await used.store.harvest(selection, after, limit)
      records.push(...portion.records)
      expect(portion.records.length).toBeLessThanOrEqual(limit)
      if (!portion.next) return records
      after = portion.next
    }
  }
  const numbers = async (selection: Selection) =>
    (await all(selection)).map(({ item }) => Number(`0x${item.id.slice(-4)}`))

  test("an archive with nothing public in it has no records and no earliest change", async () => {
    await put(news(50), at("00"), "edit")
    expect(await used.store.harvest({}, undefined, 10)).toEqual({ records: [], total: 0 })
    expect(await used.store.earliestChange()).toBeUndefined()
  })

  test("records come by the instant of their last public change, in whole seconds and UTC, then as they came", async () => {
    await put(news(2), at("03"))
    await put(news(3, { topics: ["hiv"] }), at("05.900"))
    await put(news(1, { kind: "event", topics: ["hiv", "prisons"] }), "2024-05-01T12:00:05.950+02:00")
    await put(news(4), at("07"))
    expect((await all({})).map(({ at, item }) => [at, item.id])).toEqual([
      [at("03"), idOf(2)],
      [at("05"), idOf(3)],
      [at("05"), idOf(1)],
      [at("07"), idOf(4)],
    ])
    expect(await used.store.earliestChange()).toBe(at("03"))
  })

  test("a minor change counts, and what changes moves to the end, so that a harvest under way misses none", async () => {
    const { records, next } = await used.store.harvest({}, undefined, 3)
    await put(news(1, { kind: "event", topics: ["hiv", "prisons"], title: "A comma" }), at("09"), "edit", {
      updateType: "minor",
    })
    const rest = await used.store.harvest({}, next, 10)
    expect([...records, ...rest.records].map(({ item }) => item.id)).toEqual([2, 3, 1, 4, 1].map(idOf))
  })

  test("from and until are both within, whatever fraction of their second is said", async () => {
    expect(await numbers({ from: at("05") })).toEqual([3, 4, 1])
    expect(await numbers({ from: at("05.999"), until: at("07.000") })).toEqual([3, 4])
    expect(await numbers({ until: "2024-05-01T12:00:07+02:00" })).toEqual([2, 3, 4])
    expect(await numbers({ from: at("10") })).toEqual([])
  })

  test("a harvest of a kind, of a topic or of both has what is in them, and says how many", async () => {
    expect(await numbers({ kind: "event" })).toEqual([1])
    expect(await numbers({ topic: "hiv" })).toEqual([3, 1])
    expect(await numbers({ kind: "news", topic: "hiv" })).toEqual([3])
    expect(await numbers({ topic: "naloxone" })).toEqual([])
    expect((await used.store.harvest({ topic: "hiv" }, undefined, 1)).total).toBe(2)
    expect((await used.store.harvest({ topic: "hiv", from: at("09") }, undefined, 1)).total).toBe(1)
  })

  test("what is taken away stays, at the instant when it went, in the sets in which it was", async () => {
    await put(news(3), at("11"), "withdraw", { changeNote: "Wrong" })
    await put(news(3, { title: "Not for the public" }), at("12"), "edit")
    await put(news(4), at("13"), "remove")
    const tombstone = { id: idOf(3), kind: "news", at: at("11"), state: "withdrawn", reason: "Wrong" }
    const item = news(3, { topics: ["hiv"] })
    const history = { revision: 1, firstPublishedAt: at("05.900"), updatedAt: at("05.900") }
    expect((await all({ topic: "hiv", from: at("10") }))[0]).toEqual({
      at: at("11"),
      tombstone,
      item: { ...item, ...history },
    })
    expect(await numbers({})).toEqual([2, 1, 3, 4])
  })

  test("what comes back is in the sets in which it is then, and has no tombstone", async () => {
    await put(news(3, { topics: ["prisons"] }), at("14"), "publish")
    expect(await numbers({ topic: "hiv" })).toEqual([1])
    const [, record] = await all({ topic: "prisons" })
    expect(record).toMatchObject({ at: at("14"), item: { id: idOf(3), topics: ["prisons"], revision: 4 } })
    expect(record).not.toHaveProperty("tombstone")
  })
})
