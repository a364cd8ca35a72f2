import { createLog } from "@pg/api"
import { type Item, parseItem } from "@pg/domain"
import { openStore, type Store } from "@pg/store"
import { createSender, parseAllowed, writeSecret } from "@pg/webhooks"
import { Webhook } from "standardwebhooks"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import type {} from "../../../../packages/store/test/global-setup.js"
import { databases } from "../../../../packages/store/test/databases.js"
import { openReceiver } from "../../test/receiver.js"
import { createDeliverer } from "./deliverer.js"

const start = Date.parse("2026-03-01T12:00:00Z")
const secret = writeSecret(new Uint8Array(32).fill(1))
const day = 86_400

describe.each(databases)("delivering on $name", { timeout: 60_000 }, ({ make }) => {
  let made = 0

  /** A store, a clock that the test sets, and what delivers by it. */
  async function open({ timeout = 3000 } = {}) {
    const { url, remove } = await make()
    const store = await openStore(url)
    onTestFinished(async () => {
      await store.close()
      await remove()
    })
    let seconds = 0
    const now = () => new Date(start + seconds * 1000)
    const lines: { msg: string; webhook?: string; event?: string }[] = []
    const log = createLog("debug", { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) })
    const deliverer = createDeliverer({
      store,
      now,
      log,
      timeout,
      send: createSender({ allowed: parseAllowed("127.0.0.1"), timeout, userAgent: "newsroom tests" }),
      random: () => 0.5,
      claimant: "the tests",
    })
    /** All that is to be done at a moment, so many seconds after the beginning. */
    const at = async (moment: number) => {
      seconds = moment
      for (let before = -1; before !== lines.length; ) {
        before = lines.length
        while (await deliverer.pass());
        await deliverer.settle()
      }
    }
    return { store, now, lines, deliverer, at }
  }

  const create = async (store: Store, url: string, more = {}) => {
    const name = `w${++made}`
    const given = { id: `id-of-${name}`, name, url, filter: {}, secret, since: await store.seq(), ...more }
    return store.webhooks.create(given, new Date(start))
  }
  const item = (title: string, more = {}): Item =>
    parseItem({
      id: `00000000-0000-5000-8000-${String(++made).padStart(12, "0")}`,
      kind: "news",
      locale: "en",
      slug: `n-${made}`,
      title,
      ...more,
    })
  const put = (store: Store, one: Item) => store.put(one, { at: new Date(start).toISOString(), by: "test" })

  test("a receiver that fails four times gets it once more, with the same id, and then no more", async () => {
    const { store, at } = await open()
    const { url, received } = await openReceiver((response, _, count) =>
      response.writeHead(count < 4 ? 500 : 204).end(),
    )
    const webhook = await create(store, url)
    const { item: stored } = await put(store, item("News"))
    const counts: number[] = []
    for (const moment of [0, 4, 6, 200, 400, 3000, 15_000, 5 * day]) {
      await at(moment)
      counts.push(received.length)
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 4, 5, 5])
    const ids = new Set(received.map(({ id }) => id))
    expect([...ids]).toEqual([expect.stringMatching(new RegExp(`^msg_${webhook.id}_1_[0-9a-f]{8}$`))])
    expect(received.at(-1)?.event).toMatchObject({ type: "item.published", data: { seq: 1, item: stored } })
    expect(await store.webhooks.deliveries(webhook.id, { limit: 5 })).toMatchObject([
      { status: "delivered", attempts: 5, responseStatus: 204 },
    ])
    expect(await store.webhooks.find(webhook.id)).not.toHaveProperty("failingSince")
  })

  test("one that hangs holds up no other, and what it hangs on is given up in time", async () => {
    const { store, deliverer, lines } = await open({ timeout: 6000 })
    const hanging = await openReceiver(() => {})
    const quick = await openReceiver()
    for (let count = 0; count < 3; count++) await create(store, hanging.url)
    await create(store, quick.url)
    for (let count = 0; count < 20; count++) await put(store, item(`N ${count}`))
    await deliverer.pass()
    const hasFailed = () => lines.some(({ msg }) => msg === "webhook not told")
    while (quick.received.length < 20 && !hasFailed()) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      await deliverer.pass()
    }
    expect(quick.received).toHaveLength(20)
    expect(hasFailed()).toBe(false)
    await deliverer.settle()
    expect(hanging.received).toHaveLength(12)
    expect(lines.filter(({ msg }) => msg === "webhook not told")).toHaveLength(12)
  })

  test("a receiver that fails is tried with one thing at a time", async () => {
    const { store, at } = await open()
    let under = 0
    let most = 0
    const { url, received } = await openReceiver((response) => {
      most = Math.max(most, ++under)
      setTimeout(() => {
        under--
        response.writeHead(500).end()
      }, 20)
    })
    await create(store, url)
    for (let count = 0; count < 10; count++) await put(store, item(`N ${count}`))
    await at(0)
    expect(received).toHaveLength(10)
    expect(most).toBe(4)
    most = 0
    await at(60)
    expect(received).toHaveLength(20)
    expect(most).toBe(1)
  })

  test("what is signed is what the receivers' library takes, with both secrets while they change", async () => {
    const { store, at } = await open()
    const { url, received } = await openReceiver()
    const { id } = await create(store, url)
    const verify = (by: string, index: number) => {
      const one = received[index]
      if (!one) throw new Error(`nothing was received ${index + 1} times`)
      // The library looks at the clock; that of the test is another.
      vi.useFakeTimers({ toFake: ["Date"], now: Number(one.headers["webhook-timestamp"]) * 1000 })
      try {
        return new Webhook(by).verify(one.text, one.headers as Record<string, string>)
      } finally {
        vi.useRealTimers()
      }
    }
    const next = writeSecret(new Uint8Array(32).fill(2))
    await put(store, item("One"))
    await at(0)
    await store.webhooks.rotate(id, next, new Date(start + day * 1000))
    await put(store, item("Two"))
    await at(10)
    await put(store, item("Three"))
    await at(day)
    expect(received).toHaveLength(3)
    expect(received.map(({ headers }) => Number(headers["webhook-timestamp"]))).toEqual(
      [0, 10, day].map((moment) => start / 1000 + moment),
    )
    expect(verify(secret, 0)).toMatchObject({ type: "item.published" })
    for (const by of [secret, next]) expect(verify(by, 1)).toMatchObject({ data: { item: { title: "Two" } } })
    expect(() => verify(secret, 2)).toThrow("No matching signature")
    expect(verify(next, 2)).toMatchObject({ data: { item: { title: "Three" } } })
  })

  test("410 disables at once, 503 with Retry-After is left alone for so long, and enabled it goes on", async () => {
    const { store, at, lines } = await open()
    const answers = [503, 410, 204, 204]
    const { url, received } = await openReceiver((response, _, count) =>
      response.writeHead(answers[count] ?? 500, answers[count] === 503 ? { "retry-after": "900" } : {}).end(),
    )
    const webhook = await create(store, url)
    const one = item("One")
    await put(store, one)
    await at(0)
    await put(store, { ...one, title: "More" })
    await at(899)
    expect(received).toHaveLength(1)
    await at(900)
    expect(received).toHaveLength(2)
    expect(await store.webhooks.find(webhook.name)).toMatchObject({
      disabledReason: "It answered 410 Gone. It wants to be told nothing more.",
    })
    expect(lines).toContainEqual(expect.objectContaining({ event: "webhook.disabled", level: "error" }))
    await at(day)
    expect(received).toHaveLength(2)
    await store.webhooks.enable(webhook.id, new Date(start + day * 1000))
    await at(day)
    expect(received.map(({ event: { data } }) => data.type === "put" && data.item.title)).toEqual([
      "One",
      "One",
      "One",
      "More",
    ])
  })

  test("one that does nothing but fail is disabled after five days, and what it missed comes when it is enabled", async () => {
    const { store, at } = await open()
    let isUp = false
    const { url, received } = await openReceiver((response) => response.writeHead(isUp ? 200 : 500).end())
    const webhook = await create(store, url)
    for (let hours = 0; hours <= 6 * 24; hours += 12) {
      await put(store, item(`After ${hours} hours`))
      await at(hours * 3600)
    }
    const disabled = await store.webhooks.find(webhook.id)
    expect(disabled?.disabledReason).toContain("Nothing but failures since 2026-03-01T12:00:00.000Z")
    const before = received.length
    await put(store, item("Meanwhile"))
    await at(7 * day)
    expect(received).toHaveLength(before)
    isUp = true
    await store.webhooks.enable(webhook.id, new Date(start + 7 * day * 1000))
    await at(7 * day)
    const counts = await store.webhooks.counts(webhook.id)
    expect(counts.pending).toBe(0)
    for (const { seq } of await store.webhooks.deliveries(webhook.id, { status: "failed", limit: 100 }))
      await store.webhooks.replay(webhook, seq, new Date(start + 7 * day * 1000))
    await at(7 * day)
    expect(await store.webhooks.counts(webhook.id)).toEqual({ pending: 0, failed: 0, delivered: 14 })
  })

  test("who asks for some items is told of those", async () => {
    const { store, at } = await open()
    const { url, received } = await openReceiver()
    await create(store, url, { filter: { topic: ["prisons"] } })
    const one = item("One", { topics: ["prisons"] })
    await put(store, one)
    await put(store, item("Two", { topics: ["hiv"] }))
    await put(store, { ...one, topics: [] })
    await at(0)
    expect(received.map(({ event }) => event.type)).toEqual(["item.published", "item.left"])
  })

  test("what is under way when it is broken off is free at once, and comes again", async () => {
    const { store, at, deliverer, now } = await open()
    const { url, received } = await openReceiver(() => {})
    const webhook = await create(store, url)
    await put(store, item("One"))
    await deliverer.pass()
    await expect.poll(() => received.length).toBe(1)
    deliverer.abort()
    await deliverer.settle()
    const options = { claim: "another", now: now(), until: new Date(now().getTime() + 1000), most: 1 }
    expect(await store.webhooks.claim(webhook.id, options)).toMatchObject([{ seq: 1, attempts: 0 }])
    await at(1)
    expect(received).toHaveLength(1)
  })
})
