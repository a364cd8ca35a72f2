import { InvalidInput, type Item, parseItem, Revision } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

const source = (retrievedAt: string, line: number, text = "Title\nA teaser.\n") => ({
  name: "listing.txt",
  retrievedAt,
  text,
  spans: { title: { line, column: 1, text: "Title" } },
})

describe.each(databases)("on $name", ({ make }) => {
  const used = useStore(make)
  const seqAfter = async (run: () => Promise<unknown>) => {
    const before = await used.store.seq()
    await run()
    return (await used.store.seq()) - before
  }

  test("an empty log ends at 0, and an empty archive has no items", async () => {
    expect(await used.store.seq()).toBe(0)
    expect(await used.store.find({})).toEqual({ items: [], total: 0 })
    expect(await used.store.changes(0, 10)).toEqual([])
  })

  test("what is put is got by its id, with its revision and its times, and every field as it was", async () => {
    const item = parseItem({
      id: idOf(1),
      kind: "event",
      locale: "fr",
      slug: "symposium-a-strasbourg",
      title: "Symposium « Œuvrer » à Strasbourg",
      body: "Un *texte* avec \u2028 et 🐦",
      when: { start: "2024-03-01T09:30", end: "2024-03-02", timeZone: "Europe/Paris" },
      sessions: [{ title: "Séance I", when: { start: "2024-03-01" } }],
      source: source("2024-05-01T09:00:00Z", 4),
    })
    const history = { revision: 1, firstPublishedAt: change.at, updatedAt: change.at }
    expect(await used.store.put(item, change)).toEqual({ outcome: "created", item: { ...item, ...history } })
    expect(await used.store.get(item.id)).toEqual({ ...item, ...history })
    expect(await used.store.get({ kind: "event", slug: item.slug })).toEqual({ ...item, ...history })
    expect(await used.store.get({ kind: "event", slug: item.slug, locale: "en" })).toBeUndefined()
    expect(await used.store.get({ kind: "news", slug: item.slug })).toBeUndefined()
  })

  test("what is not there is undefined, whatever is asked", async () => {
    for (const key of ["", "no id", idOf(999), "'; drop table items; --", "nul\0", "\ud800", "x".repeat(10_000)]) {
      expect(await used.store.get(key)).toBeUndefined()
      expect(await used.store.get({ kind: "news", slug: key })).toBeUndefined()
    }
  })

  test("putting the same again writes nothing, for an import may be repeated at any time", async () => {
    const item = news(2, { summary: "A teaser.", source: source("2024-05-01T09:00:00Z", 1) })
    expect(await seqAfter(() => used.store.put(item, change))).toBe(1)
    expect(await seqAfter(() => used.store.put(item, { ...change, at: "2024-06-01T10:00:00Z" }))).toBe(0)
    const stored = (await used.store.get(item.id)) as Item
    expect(await seqAfter(() => used.store.put(stored, { ...change, at: "2024-06-01T10:00:00Z" }))).toBe(0)
  })

  test("when and where in a listing an item was read is no news about it", async () => {
    const later = news(2, {
      summary: "A teaser.",
      source: source("2024-07-01T09:00:00Z", 17, "\r\nTitle\r\nA teaser.\r\n\r\n"),
    })
    const { outcome, item } = await used.store.put(later, { ...change, at: "2024-07-01T10:00:00Z" })
    expect(outcome).toBe("unchanged")
    expect(item.source?.retrievedAt).toBe("2024-05-01T09:00:00Z")
  })

  test("a changed teaser writes one revision, and moves updatedAt but not firstPublishedAt", async () => {
    const item = news(2, {
      summary: "A better teaser.",
      source: source("2024-08-01T09:00:00Z", 1, "Title\nA better teaser.\n"),
    })
    const at = "2024-08-01T10:00:00Z"
    let result: unknown
    expect(await seqAfter(async () => (result = await used.store.put(item, { ...change, at })))).toBe(1)
    expect(result).toMatchObject({
      outcome: "changed",
      item: { revision: 2, firstPublishedAt: change.at, updatedAt: at },
    })
    expect(await used.store.get(item.id)).toMatchObject({ summary: "A better teaser.", revision: 2 })
  })

  test("a minor revision is in the log and leaves updatedAt where it is", async () => {
    const item = news(3)
    const first = { ...change, at: "2024-08-01T10:00:00Z", updateType: "minor" } as const
    await used.store.put(item, first)
    const minor = { ...change, at: "2024-09-01T10:00:00Z", updateType: "minor", changeNote: "A comma" } as const
    const result = await used.store.put({ ...item, title: "Item, 3" }, minor)
    expect(result.item).toMatchObject({ revision: 2, updatedAt: first.at, firstPublishedAt: first.at })
    const [last] = await used.store.changes((await used.store.seq()) - 1, 1)
    expect(last).toMatchObject({
      itemId: item.id,
      revision: 2,
      action: "edit",
      state: "published",
      updateType: "minor",
      changeNote: "A comma",
    })
  })

  test("an item with the same id twice in one import is what was said last, and both are in the log", async () => {
    const [first, second] = await used.store.putAll([news(4), news(4, { title: "Otherwise" })], change)
    expect([first?.outcome, second?.outcome]).toEqual(["created", "changed"])
    expect(await used.store.get(idOf(4))).toMatchObject({ title: "Otherwise", revision: 2 })
  })

  test("putAll says how far it is and answers in the order given", async () => {
    const items = Array.from({ length: 1350 }, (_, n) => news(1000 + n))
    const done: number[] = []
    const results = await used.store.putAll(new Set(items), change, { onProgress: (count) => done.push(count) })
    expect(done).toEqual([1000, 1350])
    expect(results.map(({ item }) => item.id)).toEqual(items.map(({ id }) => id))
  })

  test("who reads the log in portions has read all of it, without gap, in the order of what happened", async () => {
    await used.store.put(
      news(9, { source: source("2024-05-01T09:00:00Z", 1, "a NUL \0 and half a pair \ud800") }),
      change,
    )
    const seqs: number[] = []
    for (let since = 0, lines = []; (lines = await used.store.changes(since, 100)).length > 0; since = seqs.at(-1) ?? 0)
      seqs.push(...lines.map((line) => Revision.parse(line).seq))
    expect(seqs).toEqual(Array.from({ length: await used.store.seq() }, (_, n) => n + 1))
  })

  test("a draft is in the log and nowhere else until it is published; what is withdrawn is no longer found", async () => {
    const item = news(5, { topics: ["hiv"], body: "Vulpine" })
    await used.store.put(item, { ...change, action: "edit" })
    const isListed = async () => [
      (await used.store.get(item.id)) !== undefined,
      (await used.store.get({ kind: "news", slug: item.slug })) !== undefined,
      (await used.store.find({ topic: ["hiv"] })).total > 0,
      (await used.store.find({ q: "vulpine" })).total > 0,
    ]
    expect(await isListed()).toEqual([false, false, false, false])
    const published = await used.store.put(item, { ...change, at: "2024-10-01T10:00:00Z", action: "publish" })
    expect(published).toMatchObject({
      outcome: "changed",
      item: { revision: 2, firstPublishedAt: "2024-10-01T10:00:00Z" },
    })
    expect(await isListed()).toEqual([true, true, true, true])
    await used.store.put(item, { ...change, action: "withdraw" })
    expect(await isListed()).toEqual([false, false, false, false])
  })

  test("an action that the state does not allow is refused, and an import does not bring back what was removed", async () => {
    const item = news(6)
    await used.store.put(item, change)
    await used.store.put(item, { ...change, action: "remove" })
    const refused = used.store.put(item, { ...change, action: "withdraw" })
    await expect(refused).rejects.toThrow(InvalidInput)
    await expect(refused).rejects.toMatchObject({ issues: [{ path: "action" }] })
    expect(await seqAfter(() => used.store.put({ ...item, title: "Again" }, change))).toBe(0)
    expect(await used.store.get(item.id)).toBeUndefined()
  })

  test("what is merged is the stored item as it is, even while it is withdrawn, so that nothing of it is lost", async () => {
    const item = news(20, { body: "Kept" })
    await used.store.put(item, change)
    await used.store.put(item, { ...change, action: "withdraw" })
    const given = news(20, { title: "Otherwise" })
    const merge = (stored: Item, { title }: Item): Item => ({ ...stored, title })
    const [result] = await used.store.putAll([given], change, { merge })
    expect(result).toMatchObject({ outcome: "changed", item: { title: "Otherwise", body: "Kept" } })
    const [again] = await used.store.putAll([given], change, { merge })
    expect(again?.outcome).toBe("unchanged")
  })

  test("a rehearsal says what would be done, one item after the other, and does nothing", async () => {
    await used.store.put(news(21), change)
    const before = await used.store.seq()
    const given = [news(21), news(22), news(22), news(22, { title: "Otherwise" })]
    const results = await used.store.rehearse(given, change)
    expect(results.map(({ outcome }) => outcome)).toEqual(["unchanged", "created", "unchanged", "changed"])
    expect(await used.store.seq()).toBe(before)
    expect(await used.store.get(idOf(22))).toBeUndefined()
  })

  test("a change that does not say when or who is refused before anything is written", async () => {
    const refused = used.store.put(news(7), { at: "yesterday", by: "" })
    await expect(refused).rejects.toMatchObject({ issues: [{ path: "at" }, { path: "by" }] })
    expect(await used.store.get(idOf(7))).toBeUndefined()
  })

  test("when one item of a batch cannot be put, none of the batch is", async () => {
    const before = await used.store.seq()
    await expect(used.store.putAll([news(8), news(6)], { ...change, action: "withdraw" })).rejects.toThrow(InvalidInput)
    expect(await used.store.seq()).toBe(before)
    expect(await used.store.get(idOf(8))).toBeUndefined()
  })
})
