import { describe, expect, test } from "vitest"
import { databases, run } from "../../test/databases.js"
import { change, idOf, news, useStore } from "../../test/items.js"

const sizes = async (url: string) =>
  (await run(url, "select count(*) as pages from search_idx group by segid order by 1")).map(({ pages }) => pages)

describe("the index of SQLite", () => {
  const used = useStore((databases[0] as (typeof databases)[number]).make)
  const put = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, n) =>
        used.store.put(news(from + n, { title: `wombat w${from + n}` }), change),
      ),
    )
  const found = async (q: string) => (await used.store.find({ q, limit: 100 })).items.map(({ id }) => id)

  test("is in one piece when it has been tidied, and answers as before", async () => {
    await put(0, 30)
    expect((await sizes(used.url)).length).toBeGreaterThan(1)
    const before = await found("wombat")
    await used.store.tidy()
    expect(await sizes(used.url)).toHaveLength(1)
    expect(await found("wombat")).toEqual(before)
    expect(await found("w7")).toEqual([idOf(7)])
  })

  test("is found in what is changed and added after that, and then tidied again", async () => {
    await put(30, 40)
    await used.store.put(news(7, { title: "numbat" }), change)
    const before = (await sizes(used.url)).length
    await used.store.tidy()
    expect((await sizes(used.url)).length).toBeLessThan(before)
    expect([await found("w7"), await found("numbat")]).toEqual([[], [idOf(7)]])
    expect(await found("wombat")).toHaveLength(39)
  })
})

describe.each(databases)("to tidy $name", ({ make }) => {
  const used = useStore(make)

  test("is nothing where there is nothing", async () => {
    await used.store.tidy()
    expect(await used.store.seq()).toBe(0)
  })
})
