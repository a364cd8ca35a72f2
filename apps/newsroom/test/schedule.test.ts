import { setTimeout } from "node:timers/promises"
import { parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { expect, onTestFinished, test } from "vitest"
import { startPostgres } from "../../../packages/store/test/postgres.js"
import { newsroom, serve, temporaryFolder } from "./command.js"
import { openReceiver } from "./receiver.js"

const scopes = ["token", "create", "--name", "cms", "--scope", "items:write", "items:publish", "items:read"]

type Line = { level: string; msg: string; ids?: string[] }

/** Schedules pieces of news over the API; gives their ids. */
async function schedule(url: string, token: string, publishAt: string, titles: readonly string[]): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/items:batch?action=schedule&publishAt=${publishAt}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(titles.map((title) => ({ kind: "news", locale: "en", title }))),
  })
  const { results } = (await answer.json()) as { results: { status: number; id: string }[] }
  expect(results.map(({ status }) => status)).toEqual(titles.map(() => 201))
  return results.map(({ id }) => id)
}

test("a scheduled item appears at its moment without a restart, and caches are told before", async () => {
  const cwd = temporaryFolder()
  const token = (await newsroom(scopes, { cwd })).stdout.trim()
  const { url, stop } = await serve({ cwd })
  const publishAt = new Date(Date.now() + 2500).toISOString()
  const [itemId = ""] = await schedule(url, token, publishAt, ["Embargoed"])
  const list = async (url: string) => fetch(`${url}/api/v1/items`)
  const before = await list(url)
  expect(await before.json()).toMatchObject({ total: 0 })
  await setTimeout(300)
  expect((await list(url)).headers.get("cache-control")).toMatch(/stale-while-revalidate=[0-2],/)

  await expect
    .poll(async () => ((await (await list(url)).json()) as { total: number }).total, {
      timeout: 10_000,
      interval: 50,
    })
    .toBe(1)
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(publishAt))
  await stop()
  const store = await openStore(`sqlite:${cwd}/data/newsroom.db`)
  const revisions = await store.revisions(itemId, 10, 10)
  expect(revisions.map(({ action, by }) => [action, by])).toEqual([
    ["publish", "schedule"],
    ["schedule", "cms"],
  ])
  await store.close()
})

test("what became due while nobody served is published as soon as somebody does", async () => {
  const cwd = temporaryFolder()
  const store = await openStore(`sqlite:${cwd}/data/newsroom.db`)
  const id = "00000000-0000-7000-8000-000000000001"
  const item = parseItem({ id, kind: "news", locale: "en", slug: "late", title: "Late" })
  await store.revise(id, () => ({
    item,
    change: { at: "2024-01-01T00:00:00Z", by: "test", action: "schedule", publishAt: "2024-01-02T00:00:00Z" },
  }))
  await store.close()
  const { url, stop } = await serve({ cwd })
  await expect.poll(async () => (await fetch(`${url}/api/v1/items/${id}`)).status, { timeout: 10_000 }).toBe(200)
  await stop()
})

test("of three servers on one database each shows what is scheduled at its moment, published once and told once", async () => {
  const postgres = await startPostgres()
  onTestFinished(postgres.stop)
  const database = await postgres.create("scheduled")
  const env = { NEWSROOM_DATABASE: database, NEWSROOM_WEBHOOK_ALLOW: "127.0.0.1", NEWSROOM_LOG: "info" }
  const cwd = temporaryFolder()
  const token = (await newsroom(scopes, { cwd, env })).stdout.trim()
  const receiver = await openReceiver()
  await newsroom(["webhook", "create", "--name", "w", "--url", receiver.url], { cwd, env })
  const servers = await Promise.all([1, 2, 3].map(() => serve({ cwd, env })))
  const publishAt = new Date(Date.now() + 5000).toISOString()
  // So many for one moment that all servers are at it at once; and each has to know of those that it was not asked for.
  const titles = Array.from({ length: 20 }, (_, number) => `News ${number}`)
  const ids = (await Promise.all(servers.map(({ url }) => schedule(url, token, publishAt, titles)))).flat()
  const shown = async ({ url }: { url: string }) => {
    const { total } = (await (await fetch(`${url}/api/v1/items?limit=1`)).json()) as { total: number }
    return total
  }
  expect(await Promise.all(servers.map(shown))).toEqual([0, 0, 0])
  const patiently = { timeout: 10_000, interval: 20 }
  await Promise.all(
    servers.map(async (server) => {
      await expect.poll(() => shown(server), patiently).toBe(ids.length)
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(publishAt))
    }),
  )
  await expect.poll(() => receiver.received.length, patiently).toBe(ids.length)
  // What is under way is finished: after it nothing more can come.
  const stopped = await Promise.all(servers.map(({ stop }) => stop()))
  const lines = stopped.flatMap(({ stderr }) =>
    stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line),
  )
  expect(lines.filter(({ level }) => level !== "info")).toEqual([])
  const published = lines.filter(({ msg }) => msg === "published as scheduled").flatMap(({ ids = [] }) => ids)
  expect(published.toSorted()).toEqual(ids.toSorted())
  expect(receiver.received.map(({ event: { data } }) => data.type === "put" && data.item.id).toSorted()).toEqual(
    ids.toSorted(),
  )
  const store = await openStore(database)
  onTestFinished(() => store.close())
  for (const id of ids)
    expect((await store.revisions(id, 10, 10)).map(({ action, by }) => [action, by])).toEqual([
      ["publish", "schedule"],
      ["schedule", "cms"],
    ])
})
