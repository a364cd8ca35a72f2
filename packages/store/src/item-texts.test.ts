import { createHash } from "node:crypto"
import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fieldsOf, type Item, itemFields, type ItemQuery, parseItem, writeItem } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"
import { openStore } from "./index.js"

const rich = parseItem({
  id: idOf(1),
  kind: "event",
  locale: "fr",
  slug: "symposium",
  title: 'Symposium « Œuvrer » 🐦 "\\',
  summary: "Deux\nlignes",
  body: "Un *texte* \u2028 long",
  issued: "2024-05-01",
  when: { start: "2024-03-01T09:30", end: "2024-03-02", timeZone: "Europe/Paris" },
  topics: ["prisons", "hiv"],
  source: {
    text: "Symposium",
    name: "listing.txt",
    spans: { title: { text: "Symposium", line: 2, column: 1 } },
    retrievedAt: "2024-05-01T09:00:00Z",
  },
})

describe.each(databases)("items as texts on $name", ({ make }) => {
  const used = useStore(make)

  test("an item's text is the one that writeItem writes, by id and by slug, and in all that it has been", async () => {
    const texts = async (item: Item) => [
      await used.store.getJson(item.id),
      await used.store.getJson({ kind: item.kind, slug: item.slug }),
      await used.store.getJson({ kind: item.kind, slug: item.slug, locale: item.locale }),
    ]
    for (const [at, given] of [
      ["2024-05-01T10:00:00Z", rich],
      ["2024-05-02T12:00:00.25+02:00", { ...rich, title: "Autre" }],
    ] as const) {
      const { item } = await used.store.put(given, { ...change, at })
      const expected = { json: writeItem(item), item: await used.store.get(item.id), revisedAt: at }
      expect(await texts(item)).toEqual([expected, expected, expected])
      expect(JSON.parse(expected.json)).toEqual(expected.item)
    }
  })

  test("what is not published has no text", async () => {
    await used.store.put(news(2), { ...change, action: "edit" })
    for (const key of [idOf(2), idOf(999), "", { kind: "news", slug: "item-2" } as const])
      expect(await used.store.getJson(key)).toBeUndefined()
  })

  test("a list's texts are those of its items, in whatever fields they are asked for", async () => {
    await used.store.putAll([news(3, { body: "Long", topics: ["hiv"] }), news(4, { locale: "de" })], change)
    await used.store.put(news(3, { body: "Longer", topics: ["hiv"], kicker: "New" }), change)
    await used.store.put(news(4, { locale: "de" }), { ...change, action: "withdraw" })
    await used.store.put(news(4, { locale: "de" }), { ...change, action: "publish", at: "2024-07-01T10:00:00Z" })
    const queries: ItemQuery[] = [
      {},
      { topic: ["hiv"] },
      { limit: 1 },
      { sort: "issued" },
      { q: "long" },
      { topic: ["hiv", "prisons"] },
      { issued: "2020..2030" },
      { q: "wombat" },
    ]
    const choices = [undefined, fieldsOf({}, "list"), ["id", "kind"], fieldsOf({}, "minimal"), itemFields]
    for (const asked of queries) {
      const { next: cursor } = await used.store.find({ ...asked, limit: 1 })
      if (cursor) queries.push({ ...asked, limit: 1, cursor })
    }
    const hashesByText = new Map<string, string | undefined>()
    for (const query of queries) {
      const { items, highlights: _, ...page } = await used.store.find(query)
      const heads = items.map(({ id, locale, revision, updatedAt }) => ({ id, locale, revision, updatedAt }))
      expect(await used.store.findHeads(query)).toEqual({ ...page, heads })
      for (const fields of choices) {
        const { items, ...page } = await used.store.find(query)
        const { locales, hashes, ...found } = await used.store.findJson(query, fields ? { fields } : {})
        expect(found).toEqual({ ...page, items: items.map((item) => writeItem(item, fields)) })
        expect(locales).toEqual([...new Set(items.map(({ locale }) => locale))].toSorted())
        if (hashes) for (const [index, text] of found.items.entries()) hashesByText.set(text, hashes[index])
      }
    }
    expect(hashesByText.size).toBeGreaterThan(1)
    for (const [text, hash] of hashesByText)
      expect(createHash("sha256").update(text).digest("base64url")).toContain(hash)
  })
})

test("an item of which the log has a text from before is written as any other", async () => {
  const folder = mkdtempSync(join(tmpdir(), "newsroom-texts-"))
  const path = join(folder, "newsroom.db")
  copyFileSync(new URL("../fixtures/0001.sqlite", import.meta.url).pathname, path)
  const store = await openStore(`sqlite:${path}`)
  const { items } = await store.find({ limit: 100 })
  expect(items.length).toBeGreaterThan(0)
  for (const item of items) expect((await store.getJson(item.id))?.json).toBe(writeItem(item))
  expect((await store.findJson({ limit: 100 })).items).toEqual(items.map((item) => writeItem(item)))
  const [first] = items
  if (first) await store.put({ ...first, title: "Otherwise" }, { ...change, at: "2026-01-01T00:00:00Z" })
  const after = await store.find({ limit: 100 })
  expect((await store.findJson({ limit: 100 })).items).toEqual(after.items.map((item) => writeItem(item)))
  await store.close()
  rmSync(folder, { recursive: true })
})
