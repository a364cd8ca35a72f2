import { InvalidInput, type Item } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { idOf, news, useStore } from "../test/items.js"
import type { Revise } from "./index.js"

const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00.000Z`
const draft =
  (item: Item, minute = 0): Revise =>
  () => ({ item, change: { at: at(minute), by: "Ada", action: "edit" } })

describe.each(databases)("writing on $name", ({ make }) => {
  const used = useStore(make)

  test("a new item that is only edited is a draft, which nobody finds", async () => {
    const { outcome, revision } = await used.store.revise(idOf(1), draft(news(1)))
    expect(outcome).toBe("created")
    expect(revision).toMatchObject({ revision: 1, state: "draft", by: "Ada" })
    expect(await used.store.get(idOf(1))).toBeUndefined()
    expect(await used.store.find({})).toMatchObject({ items: [], total: 0 })
    expect((await used.store.publicChanges(0, 10)).changes).toEqual([])
    expect(await used.store.removed(idOf(1))).toBeUndefined()
  })

  test("whoever changes an item is given what it is, and nobody writes in between", async () => {
    const raise: Revise = (current) => {
      const count = Number(/\d+$/.exec(current?.item.title ?? "0")?.[0])
      return { item: news(2, { title: `Count ${count + 1}` }), change: { at: at(1), by: "Ada", action: "edit" } }
    }
    await used.store.revise(idOf(2), draft(news(2, { title: "Count 0" })))
    await Promise.all(Array.from({ length: 50 }, () => used.store.revise(idOf(2), raise)))
    expect(await used.store.current(idOf(2))).toMatchObject({ revision: 51, item: { title: "Count 50" } })
  })

  test("what a change throws ends it, and nothing is written", async () => {
    const before = await used.store.seq()
    const refuse: Revise = () => {
      throw new InvalidInput([{ path: "title", message: "is not to be changed" }])
    }
    await expect(used.store.revise(idOf(2), refuse)).rejects.toThrow(InvalidInput)
    expect(await used.store.seq()).toBe(before)
  })

  test("a trial says what would be, and writes nothing", async () => {
    const before = await used.store.seq()
    const { outcome, revision } = await used.store.revise(idOf(3), draft(news(3)), { isTrial: true })
    expect([outcome, revision.revision]).toEqual(["created", 1])
    expect(await used.store.seq()).toBe(before)
    expect(await used.store.current(idOf(3))).toBeUndefined()
  })

  test("a write that is sent again with its key is done once, and answered as it was", async () => {
    const once = { tokenId: "a", key: "k1", fingerprint: "f", at: at(0) }
    const first = await used.store.revise(idOf(4), draft(news(4)), { once })
    const second = await used.store.revise(idOf(4), draft(news(4, { title: "Other" })), { once })
    expect(second).toEqual({ ...first, isRepeat: true })
    const other = { ...once, fingerprint: "g" }
    await expect(used.store.revise(idOf(4), draft(news(4)), { once: other })).rejects.toThrow(/another request/)
  })

  test("a key is forgotten after 24 hours, and is each token's own", async () => {
    const once = { tokenId: "a", key: "k2", fingerprint: "f", at: at(0) }
    await used.store.revise(idOf(5), draft(news(5)), { once })
    const ofAnother = await used.store.revise(idOf(5), draft(news(5, { title: "B" })), {
      once: { ...once, tokenId: "b" },
    })
    expect(ofAnother.isRepeat).toBe(false)
    const nextDay = { ...once, fingerprint: "g", at: "2024-05-02T10:01:00.000Z" }
    expect((await used.store.revise(idOf(5), draft(news(5, { title: "C" })), { once: nextDay })).isRepeat).toBe(false)
  })

  test("what is scheduled is published when it is due, once, and by its own line of the log", async () => {
    const publishAt = "2024-05-03T12:00:00+02:00"
    await used.store.revise(idOf(6), () => ({
      item: news(6),
      change: { at: at(0), by: "Ada", action: "schedule", publishAt, changeNote: "As agreed" },
    }))
    expect(await used.store.nextDue()).toBe("2024-05-03T10:00:00.000Z")
    expect(await used.store.publishDue({ at: "2024-05-03T09:59:59.999Z", by: "schedule" })).toEqual([])
    const due = { at: "2024-05-03T10:00:00.000Z", by: "schedule" }
    const published = await Promise.all([used.store.publishDue(due), used.store.publishDue(due)])
    expect(published.flat()).toEqual([idOf(6)])
    expect(await used.store.get(idOf(6))).toMatchObject({ firstPublishedAt: due.at })
    expect(await used.store.current(idOf(6))).toMatchObject({
      action: "publish",
      by: "schedule",
      changeNote: "As agreed",
    })
    expect(await used.store.nextDue()).toBeUndefined()
  })

  test("what is scheduled needs an instant, keeps it when it is edited, and can be given another", async () => {
    const scheduling = { at: at(0), by: "Ada", action: "schedule" as const }
    await expect(used.store.revise(idOf(7), () => ({ item: news(7), change: scheduling }))).rejects.toThrow(/publishAt/)
    const publishAt = "2024-06-01T10:00:00Z"
    await used.store.revise(idOf(7), () => ({ item: news(7), change: { ...scheduling, publishAt } }))
    await used.store.revise(idOf(7), draft(news(7, { title: "Other" }), 2))
    expect(await used.store.current(idOf(7))).toMatchObject({
      state: "scheduled",
      publishAt: "2024-06-01T10:00:00.000Z",
    })
    const later = { ...scheduling, publishAt: "2024-06-02T10:00:00Z" }
    const { outcome } = await used.store.revise(idOf(7), (current) => ({
      item: current?.item ?? news(7),
      change: later,
    }))
    expect(outcome).toBe("changed")
    expect(await used.store.nextDue()).toBe("2024-06-02T10:00:00.000Z")
    await used.store.revise(idOf(7), () => ({ item: news(7), change: { at: at(3), by: "Ada", action: "unschedule" } }))
    expect(await used.store.nextDue()).toBeUndefined()
  })

  test("an import that is merged is kept as it was, and what it left open waits until it is decided", async () => {
    const source = { name: "listing", retrievedAt: at(0), text: "Item 8" }
    await used.store.put(news(8, { source }), { at: at(0), by: "newsroom import" })
    await used.store.revise(idOf(8), draft(news(8, { source, title: "Corrected" }), 1))
    const again = news(8, { source: { ...source, text: "Item VIII" }, title: "Item VIII" })
    await used.store.putAll(
      [again],
      { at: at(2), by: "newsroom import" },
      {
        merge: async (stored, given, base) => {
          expect((await base()).title).toBe("Item 8")
          return {
            item: { ...stored, source: given.source },
            conflicts: [{ field: "title", ours: "Corrected", theirs: "Item VIII" }],
          }
        },
      },
    )
    expect(await used.store.current(idOf(8))).toMatchObject({
      item: { title: "Corrected" },
      imported: { title: "Item VIII" },
    })
    expect(await used.store.conflicts(idOf(8))).toMatchObject([{ field: "title", theirs: "Item VIII" }])
    expect(
      (await used.store.unpublished({ inConflict: true, limit: 10 })).map(({ revision }) => revision.itemId),
    ).toEqual([idOf(8)])

    await used.store.revise(idOf(8), (current) => ({
      item: current?.item ?? news(8),
      change: { at: at(3), by: "Ada", action: "edit", updateType: "minor", resolves: ["title"] },
    }))
    expect(await used.store.conflicts(idOf(8))).toEqual([])
    expect(await used.store.unpublished({ inConflict: true, limit: 10 })).toEqual([])
  })

  test("of many who decide at once what an import left open, each is given what is open then: one decides", async () => {
    const change = { at: at(4), by: "Ada", action: "edit" as const }
    await used.store.revise(idOf(9), draft(news(9)))
    const conflicts = [{ field: "title", ours: "Item 9", theirs: "Item IX" }]
    await used.store.revise(idOf(9), () => ({
      item: news(9),
      change,
      imported: news(9, { title: "Item IX" }),
      conflicts,
    }))
    const seen: number[] = []
    const decide: Revise = async (current, { conflicts }) => {
      const open = await conflicts()
      seen.push(open.length)
      return { item: current?.item ?? news(9), change: { ...change, ...(open.length > 0 && { resolves: ["title"] }) } }
    }
    const decided = await Promise.all(Array.from({ length: 10 }, () => used.store.revise(idOf(9), decide)))
    expect(seen.toSorted()).toEqual([...Array.from({ length: 9 }, () => 0), 1])
    expect(decided.filter(({ outcome }) => outcome === "changed")).toHaveLength(1)
  })

  test("of two items that each go only while the other is there, one goes", async () => {
    for (const number of [10, 11]) await used.store.put(news(number), { at: at(5), by: "test" })
    const go =
      (number: number, other: number): Revise =>
      async (_, { current }) => {
        if ((await current(idOf(other)))?.state !== "published") throw new Error("the other is gone")
        return {
          item: news(number),
          change: { at: at(5), by: "Ada", action: "withdraw", changeNote: "One is enough." },
        }
      }
    const both = await Promise.allSettled([
      used.store.revise(idOf(10), go(10, 11)),
      used.store.revise(idOf(11), go(11, 10)),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  })

  test("the revisions of an item are read newest first, and each by its number", async () => {
    const numbers = (await used.store.revisions(idOf(8), 4, 2)).map(({ revision }) => revision)
    expect(numbers).toEqual([3, 2])
    expect(await used.store.revision(idOf(8), 1)).toMatchObject({ item: { title: "Item 8" } })
    expect(await used.store.revision(idOf(8), 9)).toBeUndefined()
  })

  test("items that the public does not see are listed by state, last changed first", async () => {
    const drafts = await used.store.unpublished({ states: ["draft"], limit: 100 })
    expect(drafts.map(({ revision }) => revision.itemId)).toEqual([9, 7, 5, 4, 2, 1].map(idOf))
    const [first, second] = drafts
    const rest = await used.store.unpublished({ states: ["draft"], limit: 1, before: first?.revision.seq ?? 0 })
    expect(rest).toEqual([second])
    expect(await used.store.unpublished({ kinds: ["event"], limit: 10 })).toEqual([])
  })
})

describe.each(databases)("tokens and the audit log on $name", ({ make }) => {
  const used = useStore(make)
  const asked = { name: "CMS", scopes: ["items:write" as const], kinds: ["event" as const], locales: [], at: at(0) }

  test("a token lets in whoever has its text, until it is revoked or over", async () => {
    const { token, text } = await used.store.createToken({ ...asked, expiresAt: at(30) })
    expect(text).toMatch(/^pgn_[0-9a-f]{12}_[\w-]{43}$/)
    expect(await used.store.readToken(text, at(1))).toEqual(token)
    expect((await used.store.listTokens())[0]).toEqual({ ...token, lastUsedAt: at(1) })
    expect(await used.store.readToken(text, at(30))).toBeUndefined()
    expect(await used.store.readToken(`${text.slice(0, -1)}!`, at(1))).toBeUndefined()
    const [head, end] = [text.slice(0, -1), text.at(-1)]
    expect(await used.store.readToken(`${head}${end === "A" ? "E" : "A"}`, at(1))).toBeUndefined()
    expect(await used.store.revokeToken("CMS", at(2))).toBe(true)
    expect(await used.store.readToken(text, at(3))).toBeUndefined()
    expect(await used.store.revokeToken("CMS", at(4))).toBe(false)
  })

  test("two tokens never have one name, so that the log says who it was", async () => {
    await expect(used.store.createToken(asked)).rejects.toThrow(/another token's name/)
  })

  test("who tried to write is kept, newest first", async () => {
    const entry = {
      at: at(0),
      by: "CMS",
      requestId: "r1",
      operation: "PUT /items/{id}",
      status: 403,
      reason: "no scope",
    }
    await used.store.audit({ ...entry, itemId: idOf(1) })
    const { by, operation } = entry
    await used.store.revise(idOf(1), draft(news(1)), { audited: { at: at(1), by, requestId: "r2", operation } })
    const entries = await used.store.audited({ itemId: idOf(1), limit: 10 })
    expect(entries).toMatchObject([
      { requestId: "r2", status: 201, seq: 1 },
      { requestId: "r1", status: 403, reason: "no scope" },
    ])
    expect(await used.store.audited({ before: entries[0]?.number ?? 0, limit: 10 })).toHaveLength(1)
  })
})
