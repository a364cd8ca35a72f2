import { type Item, parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { writeSecret } from "@pg/webhooks"
import { describe, expect, onTestFinished, test } from "vitest"
import { databases } from "../../../packages/store/test/databases.js"
import type {} from "../../../packages/store/test/global-setup.js" // what it provides to them
import { serve, temporaryFolder } from "./command.js"
import { openReceiver } from "./receiver.js"

const kills = 25
const items = 60

const newsOf = (number: number, version: number): Item =>
  parseItem({
    id: `00000000-0000-5000-8000-${String(number).padStart(12, "0")}`,
    kind: "news",
    locale: "en",
    slug: `n-${number}`,
    title: `Version ${version}`,
  })

describe.each(databases)("webhooks of a process that is killed, on $name", ({ name, make }) => {
  test(`of ${kills} kills in the middle of deliveries none loses an event, nor mixes the events of an item`, async () => {
    const { url: database, remove } = await make()
    const store = await openStore(database)
    onTestFinished(async () => {
      await store.close()
      await remove()
    })
    const { url, received } = await openReceiver((response) =>
      setTimeout(() => response.writeHead(204).end(), Math.random() * 30),
    )
    const given = { id: "w", name: "w", url, filter: {}, secret: writeSecret(new Uint8Array(32)), since: 0 }
    const { id } = await store.webhooks.create(given, new Date())
    const env = { NEWSROOM_DATABASE: database, NEWSROOM_WEBHOOK_ALLOW: "127.0.0.1", NEWSROOM_WEBHOOK_TIMEOUT: "1" }
    const cwd = temporaryFolder()
    let version = 0
    const write = () =>
      store.putAll(
        Array.from({ length: 12 }, () => newsOf(Math.floor(Math.random() * items), ++version)),
        { at: new Date().toISOString(), by: "test" },
      )

    let killed = 0
    const killSome = async () => {
      while (killed < kills) {
        killed++
        const server = await serve({ cwd, env })
        const before = received.length
        await write()
        await expect.poll(() => received.length, { timeout: 20_000, interval: 1 }).toBeGreaterThan(before)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
        await server.stop("SIGKILL")
      }
    }
    // Several at once, which take from one another what a killed one had; an SQLite file is served by one.
    await Promise.all(Array.from({ length: name === "SQLite" ? 1 : 3 }, killSome))
    const last = await serve({ cwd, env })
    const waiting = async () => {
      const [webhook, seq] = [await store.webhooks.find(id), await store.seq()]
      return seq - (webhook?.cursor ?? 0) + (await store.webhooks.counts(id)).pending
    }
    await expect.poll(waiting, { timeout: 30_000, interval: 50 }).toBe(0)
    await last.stop()

    const seqs = received.map(({ event }) => event.data.seq)
    const { changes } = await store.publicChanges(0, 10_000)
    expect(changes.length).toBeGreaterThan(kills * 5)
    expect([...new Set(seqs)].toSorted((a, b) => a - b)).toEqual(changes.map(({ seq }) => seq))
    expect(new Set(received.map((one) => one.id)).size).toBe(changes.length)
    const seqsByItem = Map.groupBy(received, ({ event: { data } }) => (data.type === "put" ? data.item.id : ""))
    for (const ofItem of seqsByItem.values()) {
      const order = ofItem.map(({ event }) => event.data.seq)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
    // What was answered and not noted came twice: the kills did come in the middle.
    expect(seqs.length).toBeGreaterThan(changes.length)
  }, 120_000)
})
