import type { ChangeEntry, ItemQuery } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

describe.each(databases)("noted changes on $name", ({ make }) => {
  const used = useStore(make)
  const put = (number: number, said = {}, more = {}) => used.store.put(news(number, said), { ...change, ...more })
  const told = async (query: ItemQuery, limit = 100) => (await used.store.noted(query, limit)).map(inShort)
  const inShort = (entry: ChangeEntry) =>
    entry.type === "put"
      ? `${Number(`0x${entry.item.id.slice(-4)}`)} ${entry.changeNote ?? entry.item.title}`
      : `${Number(`0x${entry.tombstone.id.slice(-4)}`)} ${entry.tombstone.state}`

  test("an empty archive has none", async () => {
    expect(await told({})).toEqual([])
  })

  test("are major ones and those with a note, the newest first, as many as asked for", async () => {
    await put(1, { topics: ["hiv"] })
    await put(2, { topics: ["prisons"] })
    await put(1, { topics: ["hiv"], title: "A comma" }, { updateType: "minor" })
    await put(1, { topics: ["hiv"], title: "A date" }, { updateType: "minor", changeNote: "The date was wrong." })
    await put(3, { topics: ["hiv"] }, { action: "edit" })
    expect(await told({})).toEqual(["1 The date was wrong.", "2 Item 2", "1 Item 1"])
    expect(await told({}, 2)).toEqual(["1 The date was wrong.", "2 Item 2"])
    expect(await told({}, 0)).toEqual([])
  })

  test("of a question are all those of the items that it has now, whatever they were at the time", async () => {
    expect(await told({ topic: ["hiv"] })).toEqual(["1 The date was wrong.", "1 Item 1"])
    await put(2, { topics: ["hiv"] }, { changeNote: "About HIV, too." })
    expect(await told({ topic: ["hiv"] })).toEqual([
      "2 About HIV, too.",
      "1 The date was wrong.",
      "2 Item 2",
      "1 Item 1",
    ])
    expect(await told({ topic: ["prisons"] })).toEqual([])
    expect(await told({ topic: ["hiv"], q: "comma" })).toEqual([])
    expect(await told({ kind: ["news"], q: "date" })).toEqual(["1 The date was wrong.", "1 Item 1"])
    expect(await told({ q: "–" })).toEqual([])
  })

  test("an item that was taken away tells that and no more of what it said; when it is back it tells all", async () => {
    await put(1, { topics: ["hiv"] }, { action: "withdraw", changeNote: "Wrong" })
    expect(await told({ topic: ["hiv"] })).toEqual(["1 withdrawn", "2 About HIV, too.", "2 Item 2"])
    await put(1, { topics: ["hiv"] }, { action: "publish", updateType: "minor" })
    expect(await told({ topic: ["hiv"] })).toEqual([
      "1 withdrawn",
      "2 About HIV, too.",
      "1 The date was wrong.",
      "2 Item 2",
      "1 Item 1",
    ])
  })

  test("the same are told where a filter has many items as where it has few", async () => {
    const many = Array.from({ length: 1500 }, (_, n) => news(1000 + n, { topics: ["prevention"] }))
    await used.store.putAll(many, change)
    await put(1000, { topics: ["prevention", "hiv"] }, { changeNote: "About HIV, too." })
    await put(1001, { topics: ["prevention"] }, { action: "remove" })
    const { length } = many
    expect(await told({ topic: ["prevention"] }, 4)).toEqual([
      "1001 gone",
      "1000 About HIV, too.",
      `${999 + length} Item ${999 + length}`,
      `${998 + length} Item ${998 + length}`,
    ])
    expect(await told({ topic: ["prevention"], kind: ["news"] }, 10_000)).toHaveLength(length + 1)
    expect((await told({ topic: ["hiv"] })).slice(0, 3)).toEqual([
      "1000 About HIV, too.",
      "1000 Item 1000",
      "1 withdrawn",
    ])
    expect(idOf(1001)).toBe((await used.store.tombstones({ topic: ["prevention"] }, 10))[0]?.id)
  }, 60_000)
})
