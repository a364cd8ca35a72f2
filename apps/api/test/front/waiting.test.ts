import { afterAll, beforeAll, expect, test } from "vitest"
import { examples, openArchive } from "../archive.js"
import { frontOf } from "./site.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive([examples["news/dated"]!])
})
afterAll(() => archive.close())

const streaming = (address: string) => ({ headers: { accept: "text/event-stream", "x-forwarded-for": address } })

test("a client follows in ten places at once; one more is 429, and others may go on, until it leaves one", async () => {
  const { ask } = frontOf(archive.store, { trustedProxies: 1 })
  const follow = (address: string) => ask("/api/v1/changes", streaming(address))
  const streams = await Promise.all(Array.from({ length: 10 }, () => follow("203.0.113.7")))
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]))
  const refused = await follow("203.0.113.7")
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"])
  const other = await follow("203.0.113.8")
  expect(other.status).toBe(200)
  // Waiting is what there is too much of: reading goes on, and so does asking for the header alone.
  expect((await ask("/api/v1/changes", { headers: { "x-forwarded-for": "203.0.113.7" } })).status).toBe(200)
  expect((await ask("/api/v1/changes", { ...streaming("203.0.113.7"), method: "HEAD" })).status).toBe(200)
  await streams[0]?.body?.cancel()
  await expect.poll(async () => (await follow("203.0.113.7")).status).toBe(200)
  for (const { body } of [...streams.slice(1), other]) await body?.cancel()
})

test("a long poll counts while it waits, and no longer", async () => {
  const { ask } = frontOf(archive.store, { trustedProxies: 1 })
  const headers = { "x-forwarded-for": "203.0.113.9" }
  const { next } = (await (await ask("/api/v1/changes")).json()) as { next: string }
  const poll = (wait: number) => ask(`/api/v1/changes?since=${next}&wait=${wait}`, { headers })
  const statuses = await Promise.all(Array.from({ length: 11 }, async () => (await poll(1)).status))
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  expect((await poll(1)).status).toBe(200)
})
