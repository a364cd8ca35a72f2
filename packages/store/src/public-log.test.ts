import { ChangeEntry, type Item } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"
import { replay } from "../test/replay.js"
import { openStore } from "./index.js"

const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`

describe.each(databases)("the public log on $name", ({ make }) => {
  const used = useStore(make)
  /** The public lines that something adds to the log, without their seq. */
  const linesOf = async (act: () => Promise<unknown>) => {
    const since = await used.store.seq()
    await act()
    const { changes, seq } = await used.store.publicChanges(since, 100)
    expect(seq).toBe(changes.at(-1)?.seq ?? since)
    return changes.map((line) => {
      const { seq: _, ...said } = ChangeEntry.parse(line)
      return said
    })
  }
  const put = (
    item: Item,
    action?: "edit" | "publish" | "withdraw" | "remove" | "merge" | "submit" | "schedule",
    more = {},
  ) =>
    used.store.put(item, {
      ...change,
      ...(action && { action }),
      ...(action === "schedule" && { publishAt: "2030-01-01T00:00:00Z" }),
      ...more,
    })

  test("an item is in it from the moment it is public, with the history that it had at each line", async () => {
    const item = news(1)
    const lines = await linesOf(async () => {
      await put(item, "edit", { at: at(1) })
      await put({ ...item, title: "In review" }, "submit", { at: at(2) })
      await put({ ...item, title: "Planned" }, "schedule", { at: at(3), changeNote: "Not for the public" })
      await put(item, "publish", { at: at(4) })
      await put({ ...item, title: "A comma" }, "edit", { at: at(5), updateType: "minor", changeNote: "A comma" })
    })
    const history = { firstPublishedAt: at(4), updatedAt: at(4) }
    expect(lines).toEqual([
      { type: "put", at: at(4), updateType: "major", item: { ...item, revision: 4, ...history } },
      {
        type: "put",
        at: at(5),
        updateType: "minor",
        changeNote: "A comma",
        item: { ...item, title: "A comma", revision: 5, ...history },
      },
    ])
  })

  test("the revision that makes a draft public is major whatever is said, for to the public the item is new", async () => {
    await put(news(2), "edit")
    expect(await linesOf(() => put(news(2), "publish", { updateType: "minor" }))).toMatchObject([
      { updateType: "major" },
    ])
  })

  test("what is removed before it was ever public leaves no line and no tombstone", async () => {
    const lines = await linesOf(async () => {
      await put(news(3), "edit")
      await put(news(3), "remove", { changeNote: "Never mind" })
    })
    expect(lines).toEqual([])
    expect(await used.store.removed(idOf(3))).toBeUndefined()
    expect(await linesOf(() => put(news(3), "publish"))).toMatchObject([{ type: "put", item: { id: idOf(3) } }])
  })

  test("what is withdrawn has a tombstone with its reason, what is edited meanwhile has none, and it can come back", async () => {
    const item = news(4)
    await put(item, "publish", { at: at(10) })
    const lines = await linesOf(async () => {
      await put(item, "withdraw", { at: at(11), changeNote: "The date was wrong." })
      await put({ ...item, title: "Not for the public" }, "edit", { at: at(12) })
    })
    const tombstone = { id: item.id, kind: "news", at: at(11), state: "withdrawn", reason: "The date was wrong." }
    expect(lines).toEqual([{ type: "delete", at: at(11), tombstone }])
    expect(await used.store.removed(item.id)).toEqual({ tombstone })
    expect(await linesOf(() => put(item, "publish", { at: at(13) }))).toMatchObject([
      { type: "put", item: { revision: 4, firstPublishedAt: at(10), updatedAt: at(13) } },
    ])
    expect(await used.store.removed(item.id)).toBeUndefined()
  })

  test("a withdrawn item that is removed for good gets another tombstone, for now it will not come back", async () => {
    await put(news(5))
    const lines = await linesOf(async () => {
      await put(news(5), "withdraw", { at: at(14) })
      await put(news(5), "remove", { at: at(15), changeNote: "Published twice." })
    })
    expect(lines.map((line) => "tombstone" in line && line.tombstone)).toEqual([
      { id: idOf(5), kind: "news", at: at(14), state: "withdrawn" },
      { id: idOf(5), kind: "news", at: at(15), state: "gone", reason: "Published twice." },
    ])
  })

  test("a merged item leads to the item that it is part of", async () => {
    await put(news(6))
    await put(news(6, { relations: [{ rel: "mergedInto", id: idOf(1) }] }), "merge", { at: at(16) })
    const tombstone = { id: idOf(6), kind: "news", at: at(16), state: "merged" }
    expect(await used.store.removed(idOf(6))).toEqual({ tombstone, mergedInto: idOf(1) })
  })

  test("what was removed is found by a slug that it had, in its language or in any", async () => {
    await put(news(8, { slug: "first-name" }))
    await put(news(8, { slug: "second-name" }), "edit")
    await put(news(8, { slug: "second-name" }), "withdraw", { at: at(17) })
    for (const slug of ["first-name", "second-name"])
      for (const locale of [{ locale: "en" }, {}])
        expect(await used.store.removed({ kind: "news", slug, ...locale })).toMatchObject({
          tombstone: { id: idOf(8) },
        })
    expect(await used.store.removed({ kind: "news", slug: "second-name", locale: "fr" })).toBeUndefined()
    expect(await used.store.removed({ kind: "event", slug: "second-name" })).toBeUndefined()
  })

  test("a tombstone names the kind that the public knew", async () => {
    await put(news(7))
    await put(news(7, { kind: "event" }), "withdraw")
    expect(await used.store.removed(idOf(7))).toMatchObject({ tombstone: { kind: "news" } })
  })

  test("what is published, or never was there, has not been removed", async () => {
    for (const id of [idOf(1), idOf(999), "", "no id", "nul\0"]) expect(await used.store.removed(id)).toBeUndefined()
  })

  test("who reads in portions of any size reads the same, once, and is told where to read on past what is not public", async () => {
    const { changes: all, seq: end } = await used.store.publicChanges(0, 1000)
    for (const limit of [1, 2, 3, 7]) {
      const read: ChangeEntry[] = []
      for (let since = 0; since < end; ) {
        const { changes, seq } = await used.store.publicChanges(since, limit)
        expect(seq).toBeGreaterThan(since)
        read.push(...changes)
        since = seq
      }
      expect(read).toEqual(all)
    }
    expect(await used.store.publicChanges(end, 10)).toEqual({ changes: [], seq: end })
  })

  test("an item that were a draft again would be withdrawn to the public, which is told neither what it says nor why", async () => {
    // No step of the lifecycle leads there now; a log may hold it all the same.
    const { url, remove } = await make()
    await (await openStore(url)).close()
    const line = { itemId: idOf(1), at: at(1), by: "test", action: "edit", updateType: "major" } as const
    const item = news(1)
    const inside = { ...line, item: { ...item, title: "Not for the public" }, changeNote: "Not for the public either" }
    await replay(url, [
      { ...line, seq: 1, revision: 1, state: "published", item },
      { ...inside, seq: 2, revision: 2, state: "draft" },
      { ...inside, seq: 3, revision: 3, state: "review" },
    ])
    const store = await openStore(url)
    const { changes } = await store.publicChanges(0, 10)
    expect(changes.map(({ type, seq }) => [type, seq])).toEqual([
      ["put", 1],
      ["delete", 2],
    ])
    expect(await store.removed(idOf(1))).toEqual({
      tombstone: { id: idOf(1), kind: "news", at: at(1), state: "withdrawn" },
    })
    expect(JSON.stringify([changes, await store.harvest({}, undefined, 10)])).not.toContain("Not for the public")
    await store.close()
    await remove()
  })
})
