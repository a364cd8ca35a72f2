import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

describe.each(databases)("on $name, when a clock has gone back", ({ make }) => {
  const used = useStore(make)
  const before = { ...change, at: "2024-05-01T10:00:00Z" }
  const after = { ...change, at: "2024-05-01T09:00:00Z" }

  test("the log's instants do not, so that whoever reads on from one is told all that came later", async () => {
    const { store } = used
    await store.put(news(1), before)
    await store.put(news(2), after)
    await store.put(news(1, { title: "Corrected" }), after)
    await store.put(news(3), { ...change, at: "2024-05-01T12:30:00+02:00" })
    const instants = (await store.changes(0, 10)).map(({ at }) => at)
    expect(instants).toEqual([before.at, before.at, before.at, "2024-05-01T12:30:00+02:00"])
    const { records } = await store.harvest({ from: before.at }, undefined, 10)
    expect(records.map(({ item }) => item.id)).toEqual([1, 2, 3].map(idOf))
    expect((await store.find({ sort: "updated" })).items.map(({ id }) => id)).toEqual([1, 2, 3].map(idOf))
    const { items } = await store.find({})
    for (const { updatedAt = "", firstPublishedAt = "" } of items)
      expect(Date.parse(updatedAt)).toBeGreaterThanOrEqual(Date.parse(firstPublishedAt))
  })

  test("what was published before it is withdrawn is withdrawn after", async () => {
    const { store } = used
    await store.put(news(3), { ...after, action: "withdraw" })
    const { tombstone } = (await store.removed(idOf(3))) ?? {}
    expect(tombstone?.at).toBe("2024-05-01T12:30:00+02:00")
  })
})
