import type { Item } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

describe.each(databases)("the shelves on $name", ({ make }) => {
  const used = useStore(make)
  const idsOn = async (number: number) => {
    const ids: string[] = []
    for await (const items of used.store.itemsOnShelf(number)) ids.push(...items.map((item: Item) => item.id))
    return ids
  }

  test("an archive with nothing in it has none", async () => {
    expect(await used.store.shelves()).toEqual([])
    expect(await idsOn(0)).toEqual([])
  })

  test("each published item stands on one of them, in the order in which it came, and stays there when it changes", async () => {
    const items = Array.from({ length: 5200 }, (_, index) => news(index + 1))
    await used.store.putAll(items, change)
    const [first, second] = [await idsOn(0), await idsOn(1)]
    expect([...first, ...second]).toEqual(items.map(({ id }) => id))
    expect(first).toHaveLength(4999)

    const later = "2024-05-02T10:00:00Z"
    await used.store.put(news(7, { title: "Changed" }), { ...change, at: later })
    await used.store.put(news(5100), { ...change, at: later, action: "withdraw" })
    expect(await idsOn(0)).toEqual(first)
    expect(await idsOn(1)).toEqual(second.filter((id) => id !== idOf(5100)))
    expect(await used.store.shelves()).toEqual([
      { number: 0, items: 4999, updatedAt: "2024-05-02T10:00:00.000Z" },
      { number: 1, items: 200, updatedAt: "2024-05-01T10:00:00.000Z" },
    ])
  })

  test("a shelf whose items are all withdrawn is none", async () => {
    const ids = await idsOn(1)
    const numbers = Array.from({ length: 201 }, (_, index) => 5000 + index).filter((each) => ids.includes(idOf(each)))
    await used.store.putAll(
      numbers.map((number) => news(number)),
      { ...change, action: "withdraw" },
    )
    expect((await used.store.shelves()).map(({ number }) => number)).toEqual([0])
  })

  test("items are given by their ids, those that are not published left out", async () => {
    const found = await used.store.getAll([1, 2, 5100, 9999].map(idOf))
    expect(found.map(({ id }) => id).toSorted()).toEqual([idOf(1), idOf(2)])
    expect(await used.store.getAll([])).toEqual([])
  })

  test("one item's record is the one that a harvest has of it", async () => {
    const { records } = await used.store.harvest({}, { at: "2024-05-02T00:00:00Z", id: "" }, 10)
    for (const record of records) expect(await used.store.harvestOne(record.item.id)).toEqual(record)
    expect(records.map(({ tombstone }) => tombstone?.state)).toContain("withdrawn")
    expect(await used.store.harvestOne(idOf(9999))).toBeUndefined()
  })
})
