import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

describe.each(databases)("slugs on $name", ({ make }) => {
  const used = useStore(make)
  const put = async (number: number, slug: string, said = {}) =>
    (await used.store.put(news(number, { slug, ...said }), change)).item.slug
  const leadsTo = async (slug: string, locale?: string) =>
    (await used.store.get({ kind: "news", slug, ...(locale !== undefined && { locale }) }))?.id

  test("the second item that asks for a slug gets -2, the third -3, and keeps it when it asks again", async () => {
    expect([await put(1, "meeting"), await put(2, "meeting"), await put(3, "meeting")]).toEqual([
      "meeting",
      "meeting-2",
      "meeting-3",
    ])
    const seq = await used.store.seq()
    expect([await put(3, "meeting"), await put(2, "meeting"), await put(2, "meeting-2")]).toEqual([
      "meeting-3",
      "meeting-2",
      "meeting-2",
    ])
    expect(await used.store.seq()).toBe(seq)
    expect(await leadsTo("meeting-3")).toBe(idOf(3))
  })

  test("a draft has no slug of its own: who is published first gets it, and the draft -2 when it is published too", async () => {
    const drafted = { ...change, action: "edit" as const }
    expect((await used.store.put(news(21, { slug: "hearing" }), drafted)).item.slug).toBe("hearing")
    expect((await used.store.put(news(22, { slug: "hearing" }), drafted)).item.slug).toBe("hearing")
    expect(await put(23, "hearing")).toBe("hearing")
    const publish = { ...change, action: "publish" as const }
    expect((await used.store.put(news(22, { slug: "hearing" }), publish)).item.slug).toBe("hearing-2")
    expect(await used.store.current(idOf(21))).toMatchObject({ item: { slug: "hearing" } })
    expect([await leadsTo("hearing"), await leadsTo("hearing-2")]).toEqual([idOf(23), idOf(22)])
  })

  test("what is taken back keeps its slug, and one that was scheduled gets its when its time has come", async () => {
    const scheduled = { ...change, action: "schedule" as const, publishAt: "2024-05-02T10:00:00Z" }
    await used.store.put(news(24, { slug: "embargo" }), scheduled)
    expect(await put(25, "embargo")).toBe("embargo")
    await used.store.publishDue({ at: "2024-05-02T10:00:00Z", by: "schedule" })
    expect(await leadsTo("embargo-2")).toBe(idOf(24))
    const withdrawn = { ...change, action: "withdraw" as const, changeNote: "Wrong" }
    await used.store.put(news(25, { slug: "embargo" }), withdrawn)
    expect(await put(26, "embargo")).toBe("embargo-3")
  })

  test("one slug may stand for an item of each kind and language", async () => {
    expect(await put(4, "meeting", { locale: "fr" })).toBe("meeting")
    expect(await put(5, "meeting", { kind: "event" })).toBe("meeting")
    expect([await leadsTo("meeting", "fr"), await leadsTo("meeting", "en"), await leadsTo("meeting")]).toEqual([
      idOf(4),
      idOf(1),
      idOf(1),
    ])
  })

  test("every slug that an item ever had leads to it, and to no other for ever", async () => {
    expect(await put(6, "a-report")).toBe("a-report")
    expect(await put(6, "the-report")).toBe("the-report")
    expect(await used.store.get({ kind: "news", slug: "a-report" })).toMatchObject({ id: idOf(6), slug: "the-report" })
    expect(await put(7, "a-report")).toBe("a-report-2")
    expect(await put(6, "a-report")).toBe("a-report")
  })

  test("an item that becomes another kind keeps its old address", async () => {
    await put(8, "course")
    await put(8, "course", { kind: "event" })
    expect(await used.store.get({ kind: "news", slug: "course" })).toMatchObject({ id: idOf(8), kind: "event" })
    expect(await used.store.get({ kind: "event", slug: "course" })).toMatchObject({ id: idOf(8) })
  })

  test("items of one import that ask for one slug get different ones", async () => {
    const asked = [11, 12, 13, 11].map((number) => news(number, { slug: "statement", title: `By ${number}` }))
    const slugs = (await used.store.putAll(asked, change)).map(({ item }) => item.slug)
    expect(slugs).toEqual(["statement", "statement-2", "statement-3", "statement"])
  })

  test("a slug that an author chose with a number of its own is passed over", async () => {
    await put(14, "forum-3")
    expect([await put(15, "forum"), await put(16, "forum"), await put(17, "forum")]).toEqual([
      "forum",
      "forum-2",
      "forum-4",
    ])
  })

  test("a long slug is cut to make room for its number", async () => {
    const long = `${"word-".repeat(23)}words`
    await put(18, long)
    const second = await put(19, long)
    expect(second).toMatch(/^(word-)+wor-2$/)
    expect(second.length).toBeLessThanOrEqual(120)
    expect(await put(19, long)).toBe(second)
  })

  test("a thousand items of one title get a thousand slugs, in few questions each", async () => {
    const items = Array.from({ length: 1000 }, (_, n) => news(2000 + n, { slug: "press-release" }))
    const slugs = (await used.store.putAll(items, change)).map(({ item }) => item.slug)
    expect(new Set(slugs).size).toBe(1000)
    expect(slugs.at(-1)).toBe("press-release-1000")
    const seq = await used.store.seq()
    await used.store.putAll(items, change)
    expect(await used.store.seq()).toBe(seq)
  })
})
