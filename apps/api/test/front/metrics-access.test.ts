import { afterAll, beforeAll, expect, test } from "vitest"
import { openArchive } from "../archive.js"
import { frontOf } from "./site.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive([])
})
afterAll(() => archive.close())

const statusOf = async (headers: Record<string, string>, metricsToken?: string) =>
  (await frontOf(archive.store, { metricsToken }).ask("/metrics", { headers })).status

test("without a token the metrics are for this machine, and not for whom a proxy on it asks", async () => {
  expect(await statusOf({})).toBe(200)
  for (const name of ["x-forwarded-for", "forwarded", "x-real-ip", "via"])
    expect([name, await statusOf({ [name]: "127.0.0.1" })]).toEqual([name, 403])
})

test("with a token they are for who has it, wherever from, and for nobody else", async () => {
  const token = "a-token-of-these-tests"
  const from = { "x-forwarded-for": "203.0.113.7" }
  expect(await statusOf({ ...from, authorization: `Bearer ${token}` }, token)).toBe(200)
  for (const authorization of [`Bearer ${token}x`, `Bearer ${token.slice(0, -1)}`, `Basic ${token}`, "Bearer"])
    expect([authorization, await statusOf({ authorization }, token)]).toEqual([authorization, 401])
  const refused = await frontOf(archive.store, { metricsToken: token }).ask("/metrics")
  expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="metrics"'])
  expect(await refused.text()).not.toContain(token)
})
