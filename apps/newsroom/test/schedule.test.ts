import { setTimeout } from "node:timers/promises"
import { parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { expect, test } from "vitest"
import { newsroom, serve, temporaryFolder } from "./command.js"

const scopes = ["token", "create", "--name", "cms", "--scope", "items:write", "items:publish", "items:read"]

test("a scheduled item appears at its moment without a restart, and caches are told before", async () => {
  const cwd = temporaryFolder()
  const token = (await newsroom(scopes, { cwd })).stdout.trim()
  const { url, stop } = await serve({ cwd })
  const publishAt = new Date(Date.now() + 2500).toISOString()
  const scheduled = await fetch(`${url}/api/v1/items?action=schedule&publishAt=${publishAt}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ kind: "news", locale: "en", title: "Embargoed" }),
  })
  expect(scheduled.status).toBe(201)
  const { itemId } = (await scheduled.json()) as { itemId: string }
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
