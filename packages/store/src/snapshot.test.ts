import { type Item, writeItem } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

describe.each(databases)("a snapshot on $name", ({ make }) => {
  const used = useStore(make)
  const read = async (items: AsyncIterable<Item>) => {
    const texts: string[] = []
    for await (const item of items) texts.push(writeItem(item))
    return texts
  }

  test("an empty archive has an empty snapshot", async () => {
    const { seq, items } = await used.store.snapshot()
    expect([seq, await read(items)]).toEqual([0, []])
  })

  test("it has every published item, as it is got, in order of id, and nothing else", async () => {
    const numbers = Array.from({ length: 620 }, (_, n) => n + 1)
    await used.store.putAll(
      numbers.toReversed().map((number) => news(number)),
      change,
    )
    await used.store.put(news(700), { ...change, action: "edit" })
    await used.store.put(news(5), { ...change, action: "withdraw" })
    const { seq, items } = await used.store.snapshot()
    expect(seq).toBe(await used.store.seq())
    const expected = await Promise.all(
      numbers
        .filter((number) => number !== 5)
        .map(async (number) => writeItem((await used.store.get(idOf(number))) as Item)),
    )
    expect(await read(items)).toEqual(expected)
  }, 60_000)

  test("it is as of one moment, whatever is written while it is read; who reads on from its seq has all", async () => {
    const before = await read((await used.store.snapshot()).items)
    const { seq, items } = await used.store.snapshot()
    const texts: string[] = []
    for await (const item of items) {
      if (texts.length === 0) {
        await used.store.put(news(0), change)
        await used.store.put(news(5), { ...change, action: "publish" })
        await used.store.put(news(600, { title: "Otherwise" }), change)
        await used.store.put(news(601), { ...change, action: "remove" })
        await used.store.put(news(602), { ...change, action: "withdraw" })
        await used.store.put(news(602, { title: "Otherwise" }), { ...change, action: "publish" })
        await used.store.put(news(700), { ...change, action: "publish" })
      }
      texts.push(writeItem(item))
    }
    expect(texts).toEqual(before)
    const { changes } = await used.store.publicChanges(seq, 100)
    expect(changes.map((line) => (line.type === "put" ? line.item.id : line.tombstone.id))).toEqual(
      [0, 5, 600, 601, 602, 602, 700].map(idOf),
    )
  })

  test("who stops reading holds up nobody, and several may read at once", async () => {
    const reading = await Promise.all(Array.from({ length: 20 }, () => used.store.snapshot()))
    for (const { items } of reading)
      for await (const item of items) {
        expect(item.id).toBe(idOf(0))
        break
      }
    await used.store.put(news(800), change)
    expect(await used.store.get(idOf(800))).toBeDefined()
  })
})
