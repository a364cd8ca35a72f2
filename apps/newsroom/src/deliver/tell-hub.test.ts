import { createLog } from "@pg/api"
import { type Item, type KindName, parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { createSender, parseAllowed } from "@pg/webhooks"
import { expect, onTestFinished, test } from "vitest"
import { temporaryFolder } from "../../test/command.js"
import { openReceiver } from "../../test/receiver.js"
import { tellHub } from "./tell-hub.js"

const start = Date.parse("2026-03-01T12:00:00Z")

/** A hub that answers as it is told to, a store, and what tells the one of the other at a moment, in seconds. */
async function open(answers: number[]) {
  const store = await openStore(`sqlite:${temporaryFolder()}/newsroom.db`)
  onTestFinished(() => store.close())
  const { url: hub, received } = await openReceiver((response, _, count) =>
    response.writeHead(answers[count] ?? 204).end(),
  )
  let seconds = 0
  const stopping = new AbortController()
  const pass = tellHub({
    store,
    hub,
    siteUrl: "https://example.org",
    send: createSender({ allowed: parseAllowed("127.0.0.1"), timeout: 3000, userAgent: "newsroom tests" }),
    now: () => new Date(start + seconds * 1000),
    random: () => 0.5,
    claimant: "the tests",
    timeout: 3000,
    log: createLog("silent", { write: () => {} }),
    stopping: stopping.signal,
  })
  /** The feeds that the hub is told of at a moment. */
  const toldAt = async (moment: number) => {
    seconds = moment
    const before = received.length
    await pass()
    return received.slice(before).map(({ text }) => new URLSearchParams(text).get("hub.url"))
  }
  let made = 0
  const put = (kind: KindName) => {
    const id = `00000000-0000-5000-8000-${String(++made).padStart(12, "0")}`
    const item: Item = parseItem({ id, kind, locale: "en", slug: `n-${made}`, title: `N ${made}` })
    return store.put(item, { at: new Date(start).toISOString(), by: "test" })
  }
  await toldAt(0)
  return { put, toldAt }
}

const feedsOf = (...segments: string[]) =>
  segments.flatMap((segment) =>
    ["atom", "rss", "feed.json"].map((extension) => `https://example.org/api/v1/${segment}.${extension}`),
  )

test("a hub is told of the feeds of what has changed, of all at once, and at most every ten seconds", async () => {
  const { put, toldAt } = await open([])
  expect(await toldAt(1)).toEqual([])
  await put("event")
  await put("event")
  expect((await toldAt(2)).toSorted()).toEqual(feedsOf("items", "events").toSorted())
  await put("news")
  expect(await toldAt(11)).toEqual([])
  expect((await toldAt(12)).toSorted()).toEqual(feedsOf("items", "news").toSorted())
  expect(await toldAt(100)).toEqual([])
})

test("a hub that fails for one feed is told of all again, later and later, and of what came meanwhile", async () => {
  const { put, toldAt } = await open([204, 500, 204, 204, 204, 204, ...Array<number>(6).fill(503)])
  await put("event")
  expect(await toldAt(1)).toHaveLength(6)
  expect(await toldAt(5)).toEqual([])
  expect(await toldAt(7)).toHaveLength(6)
  await put("news")
  expect(await toldAt(100)).toEqual([])
  expect((await toldAt(400)).toSorted()).toEqual(feedsOf("items", "events", "news").toSorted())
  expect(await toldAt(100_000)).toEqual([])
})
