import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"
import { projected } from "../test/projected.js"
import { replay } from "../test/replay.js"
import { openStore } from "./index.js"

describe.each(databases)("on $name", ({ make }) => {
  const used = useStore(make)

  test("everything but the log can be made again from the log, line by line, and is the same", async () => {
    const first = Array.from({ length: 30 }, (_, n) =>
      news(n, { slug: `s${n % 4}`, topics: ["hiv"], when: { start: "2021" } }),
    )
    await used.store.putAll(first, change)
    await used.store.putAll(first.map((item) => ({ ...item, title: `${item.title} again`, topics: [] })).slice(0, 9), {
      ...change,
      updateType: "minor",
    })
    await used.store.put(news(3, { slug: "other", body: "Wombat" }), { ...change, at: "2024-06-01T12:00:00+02:00" })
    await used.store.put(news(4, { locale: "fr" }), { ...change, action: "withdraw" })
    await used.store.put(news(50), { ...change, action: "edit" })

    const { url, remove } = await make()
    await (await openStore(url)).close()
    await replay(url, await used.store.changes(0, 1000))
    expect(await projected(url)).toEqual(await projected(used.url))
    await remove()
  })
})
