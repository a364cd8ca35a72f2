import { parseItem } from "@pg/domain"
import { openStore, type Store } from "@pg/store"
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest"
import { databases } from "../../../../packages/store/test/databases.js"
import type {} from "../../../../packages/store/test/global-setup.js" // what it provides to them
import { changedAt, examples } from "../archive.js"
import { frontOf, openSite } from "./site.js"

type Site = Awaited<ReturnType<typeof openSite>>
const opened: Site[] = []
let site: Site
beforeEach(async () => {
  site = await openSite()
  opened.push(site)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const item = examples["news/dated"]!
const change = { at: "2021-08-31T10:00:00.000Z", by: "test" }
const text = async (path: string, headers: Record<string, string> = {}) => (await site.ask(path, { headers })).text()

test("what was answered is answered again without the database", async () => {
  const seq = await site.store.seq()
  const { ask } = frontOf(site.store, { seq: () => seq })
  const first = await ask("/api/v1/items")
  await site.store.close()
  const again = await ask("/api/v1/items")
  expect([first.status, again.status]).toEqual([200, 200])
  expect(await again.text()).toBe(await first.text())
  expect((await ask("/api/v1/items?limit=3")).status).toBeGreaterThanOrEqual(500)
})

test("an answer that is kept has the header fields that it had when it was made, but for its id", async () => {
  const fieldsOf = ({ headers }: Response) => [...headers].filter(([name]) => name !== "x-request-id")
  const [first, again] = [await site.ask("/api/v1/items"), await site.ask("/api/v1/items")]
  expect(site.made).toEqual(["/api/v1/items"])
  expect(fieldsOf(again)).toEqual(fieldsOf(first))
  expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"))
})

test("a write makes the very next read fresh", async () => {
  await text(`/api/v1/items/${item.id}`)
  await site.store.put({ ...item, title: "Changed" }, change)
  expect(JSON.parse(await text(`/api/v1/items/${item.id}`))).toMatchObject({ title: "Changed" })
})

describe.each(databases)("on $name", { timeout: 60_000 }, ({ name, make }) => {
  test("a write of another process makes reads fresh", async () => {
    const { url, remove } = await make()
    const stores: Store[] = [await openStore(url), await openStore(url)]
    onTestFinished(async () => {
      for (const store of stores) await store.close()
      await remove()
    })
    const [store, other] = stores as [Store, Store]
    await store.put(item, { at: changedAt, by: "test" })
    const { ask, made } = frontOf(store)
    const title = async () => ((await (await ask(`/api/v1/items/${item.id}`)).json()) as { title: string }).title
    expect([await title(), await title()]).toEqual([item.title, item.title])
    expect(made).toHaveLength(1)
    await other.put({ ...item, title: "Changed elsewhere" }, change)
    // PostgreSQL tells it (LISTEN/NOTIFY), which takes a moment; a file is looked at each time.
    if (name === "PostgreSQL") await expect.poll(title, { interval: 5, timeout: 20_000 }).toBe("Changed elsewhere")
    else expect(await title()).toBe("Changed elsewhere")
  })
})

test("the same question is asked once, whoever asks meanwhile", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => text("/api/v1/items?q=drug")))
  expect(new Set(answers).size).toBe(1)
  expect(site.made).toEqual(["/api/v1/items?q=drug"])
})

test("an answer that was under way when something was written is not taken for one of after", async () => {
  const before = text(`/api/v1/items/${item.id}`)
  await site.store.put({ ...item, title: "Changed" }, change)
  const after = text(`/api/v1/items/${item.id}`)
  await before
  expect(await after).toContain("Changed")
  expect(await text(`/api/v1/items/${item.id}`)).toContain("Changed")
})

test("parameters mean the same in any order", async () => {
  await text("/api/v1/items?limit=2&topic=prisons")
  await text("/api/v1/items?topic=prisons&limit=2")
  expect(site.made).toHaveLength(1)
})

test("each format is kept for itself, and headers that like the same get the same", async () => {
  const accept = (value: string) => text("/api/v1/news", { accept: value })
  const atom = await accept("application/atom+xml")
  expect(atom).toContain("<feed")
  const json = await accept("*/*")
  expect(json).toMatch(/^\{/)
  expect(site.made).toHaveLength(2)
  expect(await accept("text/html;q=0.1, application/atom+xml, x/y")).toBe(atom)
  expect(await accept("text/html, */*;q=1")).toBe(json)
  expect(await text("/api/v1/news")).toBe(json)
  expect(site.made).toHaveLength(2)
})

test("an empty Accept header is none, and what it gets is not for a client that takes nothing that there is", async () => {
  const status = async (accept: string) => (await site.ask("/api/v1/news", { headers: { accept } })).status
  expect([await status(""), await status("image/png"), await status("")]).toEqual([200, 406, 200])
})

test("a failure is not kept: what was not there may come", async () => {
  for (let times = 0; times < 2; times++) expect((await site.ask("/api/v1/news/no-such-news")).status).toBe(404)
  expect(site.made).toHaveLength(2)
  await Promise.all([site.ask("/api/v1/items?topik=x"), site.ask("/api/v1/items?topik=x")])
  expect(site.made).toHaveLength(4)
})

test("what is of the moment is asked for each time", async () => {
  for (const path of ["/api/v1/changes", "/api/oai?verb=Identify", "/readyz", "/api/v1/snapshot.ndjson"])
    for (let times = 0; times < 2; times++) await text(path)
  expect(site.made).toHaveLength(8)
})

test("what is coming up is so by the clock of Strasbourg, and nothing that was kept outlives its midnight", async () => {
  const id = "0190b3a5-7c1e-7000-8000-0000000000aa"
  const when = { start: "2021-06-15" }
  await site.store.put(parseItem({ id, kind: "event", locale: "en", slug: "today", title: "Today", when }), change)
  let now = "2021-06-15T21:00:00.000Z"
  const { ask, made } = frontOf(site.store, { now: () => new Date(now) })
  const isUpcomingAt = async (instant: string) => {
    now = instant
    return (await (await ask("/api/v1/events?when=upcoming&limit=100")).text()).includes(id)
  }
  expect(await isUpcomingAt("2021-06-15T21:30:00.000Z")).toBe(true)
  expect(await isUpcomingAt("2021-06-15T21:59:59.999Z")).toBe(true)
  expect(made).toHaveLength(1)
  expect(await isUpcomingAt("2021-06-15T22:00:00.000Z")).toBe(false)
})

test("without room nothing is kept, and everything answered", async () => {
  const { ask, made } = frontOf(site.store, { cacheBytes: 0 })
  const answers = await Promise.all([ask("/api/v1/items"), ask("/api/v1/items")])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(made).toHaveLength(2)
})

test("what somebody has a right to is never given to others", async () => {
  const headers = { authorization: "Bearer of-somebody" }
  for (let times = 0; times < 2; times++) await text("/api/v1/items", headers)
  expect(site.made).toHaveLength(2)
})

test("of two kinds of link set everybody gets the one that they like best, whoever asked first", async () => {
  const typeFor = async (accept: string) =>
    (await site.ask(`/api/v1/items/${item.id}/linkset`, { headers: { accept } })).headers.get("content-type")
  const likes = [
    ["application/linkset, application/linkset+json;q=0.9", "application/linkset; charset=utf-8"],
    ["application/linkset+json, application/linkset;q=0.9", "application/linkset+json"],
    ["application/linkset, application/linkset+json", "application/linkset+json"],
    ["*/*, application/linkset;q=0.1", "application/linkset+json"],
  ] as const
  for (const [accept, type] of [...likes, ...likes.toReversed()]) expect(await typeFor(accept)).toBe(type)
})

test("a page whose parameters stand in another order is another page, for its form shows the order", async () => {
  const { ask } = frontOf(site.store, { handler: (request) => pageOf(request.url) })
  const pages = ["/en/news?topic=hiv&topic=prisons", "/en/news?topic=prisons&topic=hiv"]
  for (const path of pages) expect(await (await ask(path)).text()).toContain(path)
})

function pageOf(text: string): Response {
  return new Response(text, {
    headers: { "content-length": String(text.length), "cache-control": "public, max-age=0" },
  })
}
