import { InvalidInput, type Item, parseItem } from "@pg/domain"
import { beforeEach, describe, expect, test } from "vitest"
import { databases, run } from "../../test/databases.js"
import { change, idOf, news, useStore } from "../../test/items.js"
import { openStore } from "../index.js"
import type { Claimed } from "./claim.js"
import type { Attempt } from "./record.js"
import type { Webhook } from "./webhook.js"

const start = Date.parse("2026-01-01T00:00:00.000Z")
/** An instant, so many seconds after the tests' own beginning of time. */
const at = (seconds: number) => new Date(start + seconds * 1000)
const hour = 3600
const patience = { disableAfter: 5 * 24 * hour * 1000, recoveredAfter: 300_000 }

describe.each(databases)("webhooks on $name", { timeout: 60_000 }, ({ make }) => {
  const used = useStore(make)
  let made = 0
  let claims = 0
  beforeEach(async () => {
    for (const { id } of await used.store.webhooks.list()) await used.store.webhooks.remove(id)
  })

  const create = async (filter: Webhook["filter"] = {}, since?: number): Promise<Webhook> => {
    const id = idOf(900_000 + ++made)
    const from = since ?? (await used.store.seq())
    return used.store.webhooks.create(
      { id, name: `w${made}`, url: "https://example.org/", filter, secret: "whsec_a", since: from },
      at(0),
    )
  }
  const put = (item: Item, action?: "edit" | "publish" | "withdraw" | "remove" | "merge", more = {}) =>
    used.store.put(item, { ...change, ...(action && { action }), ...more })
  const fresh = (fields = {}) => news(++made, fields)
  const again = async ({ id }: Webhook) => (await used.store.webhooks.find(id)) as Webhook
  const handOver = async (webhook: Webhook, seconds = 0) => {
    while (await used.store.webhooks.handOver(await again(webhook), at(seconds)));
  }
  const claim = (webhook: Webhook, seconds: number, most = 100) =>
    used.store.webhooks.claim(webhook.id, { claim: `c${++claims}`, now: at(seconds), until: at(seconds + 20), most })
  const record = (claimed: Claimed | undefined, attempt: Partial<Attempt> & { at: Date }) => {
    if (!claimed) throw new Error("there was nothing to record")
    return used.store.webhooks.record(claimed, { outcome: "delivered", duration: 1, ...attempt }, patience)
  }
  /** What a webhook is told of what is done, all of it answered with 204 at once. */
  const toldOf = async (webhook: Webhook, act: () => Promise<unknown>) => {
    await act()
    await handOver(webhook)
    const told: Claimed[] = []
    for (let claimed = await claim(webhook, 0); claimed.length > 0; claimed = await claim(webhook, 0)) {
      told.push(...claimed)
      for (const one of claimed) await record(one, { at: at(0), status: 204 })
    }
    return told.map(({ event }) => event)
  }

  test("what is public is told from then on, each step by its name and with its line of the public log", async () => {
    const webhook = await create()
    const item = fresh()
    const since = await used.store.seq()
    const told = await toldOf(webhook, async () => {
      await put(item, "edit")
      await put(item, "publish")
      await put({ ...item, title: "Corrected" }, "edit")
      await put({ ...item, title: "Corrected" }, "withdraw", { changeNote: "It was wrong." })
      await put({ ...item, title: "Not for the public" }, "edit")
      await put(item, "publish")
      await put(item, "remove")
    })
    const types = ["published", "updated", "withdrawn", "published", "gone"].map((name) => `item.${name}`)
    expect(told.map(({ type }) => type)).toEqual(types)
    const { changes } = await used.store.publicChanges(since, 100)
    expect(told.map(({ data }) => data)).toEqual(changes)
    expect(told.map(({ timestamp }) => timestamp)).toEqual(changes.map((line) => line.at))
  })

  test("what is merged is told as merged", async () => {
    const webhook = await create()
    const item = fresh()
    const told = await toldOf(webhook, async () => {
      await put(item)
      await put({ ...item, relations: [{ rel: "mergedInto", id: idOf(1) }] }, "merge")
    })
    expect(told.map(({ type }) => type)).toEqual(["item.published", "item.merged"])
  })

  test("who asks for some items is told when one becomes such, is such no more, or is taken away while it is", async () => {
    const webhook = await create({ topic: ["prisons"] })
    const item = fresh({ topics: ["hiv"] })
    const other = fresh({ topics: ["hiv"] })
    const steps = async () => {
      await put(item)
      await put({ ...item, topics: ["prisons"] })
      await put({ ...item, topics: ["prisons"], title: "More" })
      await put({ ...item, topics: ["hiv"] })
      await put({ ...item, topics: ["hiv"], title: "Nothing to do with it" })
      await put({ ...item, topics: ["prisons"] })
      await put({ ...item, topics: ["prisons"] }, "withdraw")
      await put({ ...item, topics: ["prisons"] }, "remove")
      await put(other)
      await put(other, "withdraw")
    }
    const types = ["updated", "updated", "left", "updated", "withdrawn", "gone"].map((name) => `item.${name}`)
    expect((await toldOf(webhook, steps)).map(({ type }) => type)).toEqual(types)
  })

  test("what came back as something else was told to be gone already", async () => {
    const webhook = await create({ topic: ["prisons"] })
    const item = fresh({ topics: ["prisons"] })
    const told = await toldOf(webhook, async () => {
      await put(item)
      await put(item, "withdraw")
      await put({ ...item, topics: ["hiv"] }, "publish")
    })
    expect(told.map(({ type }) => type)).toEqual(["item.published", "item.withdrawn"])
  })

  test("what was upcoming when it was told is told to be gone, also when it is over by then", async () => {
    const webhook = await create({ when: "upcoming" })
    const event = parseItem({ ...news(++made), kind: "event", when: { start: "2024-06-01" } })
    const told = await toldOf(webhook, async () => {
      await put(event, "publish", { at: "2024-05-01T10:00:00Z" })
      await put(event, "withdraw", { at: "2024-07-01T10:00:00Z" })
    })
    expect(told.map(({ type }) => type)).toEqual(["item.published", "item.withdrawn"])
  })

  test("a filter says which items, and nothing of how an answer looks; a name is given once", async () => {
    await expect(create({ topic: ["prisons"], limit: 3 })).rejects.toThrow(InvalidInput)
    const { name } = await create()
    const twice = { id: idOf(7), name, url: "https://example.org/", filter: {}, secret: "s", since: 0 }
    await expect(used.store.webhooks.create(twice, at(0))).rejects.toThrow(`"${name}" already`)
  })

  test("of several that hand over and claim at once, each delivery is got by one", async () => {
    const webhook = await create()
    for (let count = 0; count < 30; count++) await put(fresh())
    const others = await Promise.all([1, 2, 3].map(() => openStore(used.url)))
    const seqs = await Promise.all(
      [used.store, ...others].map(async (store, index) => {
        const got: number[] = []
        for (let round = 0; round < 12; round++) {
          await store.webhooks.handOver(await again(webhook), at(0))
          const options = { claim: `of ${index} ${round}`, now: at(0), until: at(20), most: 3 }
          got.push(...(await store.webhooks.claim(webhook.id, options)).map(({ seq }) => seq))
        }
        return got
      }),
    )
    expect(seqs.flat()).toHaveLength(30)
    expect(new Set(seqs.flat()).size).toBe(30)
    for (const other of others) await other.close()
  })

  test("an item's next event waits until the one before is told or given up; other items do not", async () => {
    const webhook = await create()
    const [one, other] = [fresh(), fresh()]
    for (const title of ["A", "B", "C"]) await put({ ...one, title })
    await put(other)
    await handOver(webhook)
    const titles = (claimed: Claimed[]) =>
      claimed.map(({ event: { data } }) => (data.type === "put" ? data.item.title : ""))
    const first = await claim(webhook, 0)
    expect(titles(first)).toEqual(["A", other.title])
    expect(await claim(webhook, 1)).toEqual([])
    await record(first[0], { at: at(1), outcome: "failed", status: 500, reason: "No.", nextAt: at(10) })
    expect(await claim(webhook, 9)).toEqual([])
    const second = await claim(webhook, 10)
    expect(titles(second)).toEqual(["A"])
    expect(second[0]?.attempts).toBe(1)
    await record(second[0], { at: at(11), outcome: "failed", status: 500, reason: "No." })
    const third = await claim(webhook, 11)
    expect(titles(third)).toEqual(["B"])
    await record(third[0], { at: at(12), status: 200 })
    expect(titles(await claim(webhook, 12))).toEqual(["C"])
    const log = await used.store.webhooks.deliveries(webhook.id, { limit: 10, itemId: one.id })
    expect(log.map(({ status, attempts }) => [status, attempts])).toEqual([
      ["pending", 0],
      ["delivered", 1],
      ["failed", 2],
    ])
    expect(log[2]).toMatchObject({ responseStatus: 500, reason: "No.", finishedAt: at(11).toISOString() })
  })

  test("what was claimed and never answered for is free when the claim ends, and its late answer is not noted", async () => {
    const webhook = await create()
    await put(fresh())
    await handOver(webhook)
    const [lost] = await claim(webhook, 0)
    expect(await claim(webhook, 19)).toEqual([])
    const [found] = await claim(webhook, 20)
    expect(found?.seq).toBe(lost?.seq)
    expect(await record(lost, { at: at(21) })).toEqual({ isLost: true })
    expect(await record(found, { at: at(21) })).toEqual({})
  })

  test("a claim that is given back is free at once", async () => {
    const webhook = await create()
    await put(fresh())
    await handOver(webhook)
    const [first] = await claim(webhook, 0)
    if (!first) throw new Error("there was nothing to claim")
    await used.store.webhooks.release(first)
    expect(await claim(webhook, 0)).toMatchObject([{ seq: first.seq, attempts: 0 }])
  })

  test("no more waits than has room, and the rest stays in the log", async () => {
    const webhook = await create()
    const items = Array.from({ length: 1010 }, () => fresh())
    await used.store.putAll(items, change)
    await handOver(webhook)
    expect(await used.store.webhooks.counts(webhook.id)).toEqual({ pending: 1000, delivered: 0, failed: 0 })
    for (const one of await claim(webhook, 0, 100)) await record(one, { at: at(1) })
    await handOver(webhook)
    expect(await used.store.webhooks.counts(webhook.id)).toEqual({ pending: 910, delivered: 100, failed: 0 })
    expect((await again(webhook)).cursor).toBe(await used.store.seq())
  })

  test("nothing but failures for five days disables it, and enabled again it goes on where it was", async () => {
    const webhook = await create()
    const item = fresh()
    await put(item)
    await handOver(webhook)
    const failure = { outcome: "failed" as const, reason: "It does not answer." }
    const day = 24 * hour
    await record((await claim(webhook, 0))[0], { ...failure, at: at(0), nextAt: at(4 * day) })
    expect(
      await record((await claim(webhook, 4 * day))[0], { ...failure, at: at(4 * day), nextAt: at(6 * day) }),
    ).toEqual({})
    const disabled = await record((await claim(webhook, 6 * day))[0], {
      ...failure,
      at: at(6 * day),
      nextAt: at(9 * day),
    })
    expect(disabled).toEqual({
      disabled: "Nothing but failures since 2026-01-01T00:00:00.000Z; the last: It does not answer.",
    })
    expect(await again(webhook)).toMatchObject({ disabledAt: at(6 * day).toISOString() })
    await put({ ...item, title: "Meanwhile" })
    await handOver(webhook)
    expect(await claim(webhook, 10 * day)).toEqual([])
    await used.store.webhooks.enable(webhook.id, at(8 * day))
    expect(await again(webhook)).not.toHaveProperty("failingSince")
    await handOver(webhook, 8 * day)
    const [first] = await claim(webhook, 8 * day)
    await record(first, { at: at(8 * day) })
    const [second] = await claim(webhook, 8 * day)
    expect(second?.event).toMatchObject({ type: "item.updated", data: { item: { title: "Meanwhile" } } })
  })

  test("who says that it is gone is sent nothing more, and who asks for a pause nothing before it is over", async () => {
    const webhook = await create()
    for (let count = 0; count < 3; count++) await put(fresh())
    await handOver(webhook)
    const [first] = await claim(webhook, 0, 1)
    await record(first, { at: at(0), outcome: "failed", status: 429, nextAt: at(60), notBefore: at(60) })
    expect(await claim(webhook, 59)).toEqual([])
    const [second] = await claim(webhook, 60, 1)
    await record(second, { at: at(60), outcome: "failed", status: 410, reason: "Gone.", isGone: true, nextAt: at(70) })
    expect(await again(webhook)).toMatchObject({ disabledReason: "Gone." })
    expect(await claim(webhook, 100)).toEqual([])
  })

  test("a receiver that is back after long gets at once what waits for later", async () => {
    const webhook = await create()
    for (let count = 0; count < 3; count++) await put(fresh())
    await handOver(webhook)
    for (const one of await claim(webhook, 0))
      await record(one, { at: at(0), outcome: "failed", nextAt: at(one.seq % 2 === 0 ? hour : 10 * hour) })
    const [first] = await claim(webhook, 10 * hour, 1)
    await record(first, { at: at(hour) })
    expect(await claim(webhook, hour)).toHaveLength(2)
  })

  test("a line is told once more, and all lines after one, whether they were told or forgotten", async () => {
    const webhook = await create()
    const since = await used.store.seq()
    const items = [fresh(), fresh(), fresh()]
    const told = await toldOf(webhook, async () => {
      for (const item of items) await put(item)
    })
    await used.store.webhooks.replay(await again(webhook), since + 2, at(1))
    const replayed = await claim(webhook, 1)
    expect(replayed.map(({ event }) => event)).toEqual([told[1]])
    await record(replayed[0], { at: at(1) })
    expect(await used.store.webhooks.prune(at(60))).toBe(3)
    await used.store.webhooks.replaySince(webhook.id, since)
    expect(await toldOf(webhook, async () => {})).toEqual(told)
    await used.store.webhooks.replaySince(webhook.id, since + 100)
    expect((await again(webhook)).cursor).toBe(since + 3)
    await expect(used.store.webhooks.replay(await again(webhook), since + 100, at(1))).rejects.toThrow(
      "is nothing that",
    )
  })

  test("while a new secret comes in, the one before signs too", async () => {
    const webhook = await create()
    await put(fresh())
    await used.store.webhooks.rotate(webhook.id, "whsec_b", at(60))
    expect(await used.store.webhooks.secrets(webhook.id, at(59))).toEqual(["whsec_b", "whsec_a"])
    await handOver(webhook)
    const [claimed] = await claim(webhook, 59)
    expect(claimed?.secrets).toEqual(["whsec_b", "whsec_a"])
    expect(await used.store.webhooks.secrets(webhook.id, at(60))).toEqual(["whsec_b"])
  })

  test("while another version makes all anew from the log, nothing is handed over, for nothing may be passed over", async () => {
    const webhook = await create()
    await put(fresh())
    await run(used.url, "update projection set rebuilt_until = 0")
    await expect(used.store.webhooks.handOver(webhook, at(0))).rejects.toThrow("Another version")
    await run(used.url, "update projection set rebuilt_until = null")
    await handOver(webhook)
    expect(await claim(webhook, 0)).toHaveLength(1)
  })

  test("a hub is told of what came since it was told last, by one, and again where that failed", async () => {
    const url = "https://hub.example/"
    const claimAt = (seconds: number) =>
      used.store.webhooks.claimHub(url, { claim: `h${++claims}`, now: at(seconds), until: at(seconds + 20) })
    expect(await claimAt(0)).toBeUndefined()
    const cursor = await used.store.seq()
    expect(await claimAt(0)).toBeUndefined()
    await put(fresh())
    const hub = await claimAt(0)
    expect(hub).toMatchObject({ cursor, seq: cursor + 1, attempts: 0 })
    expect(await claimAt(19)).toBeUndefined()
    if (!hub) throw new Error("there was no hub to tell")
    await used.store.webhooks.recordHub(hub, "failed", at(30))
    expect(await claimAt(29)).toBeUndefined()
    await put(fresh())
    const later = await claimAt(30)
    expect(later).toMatchObject({ cursor, seq: cursor + 2, attempts: 1 })
    if (!later) throw new Error("there was no hub to tell")
    await used.store.webhooks.recordHub(later, "told", at(40))
    expect(await claimAt(50)).toBeUndefined()
  })
})
