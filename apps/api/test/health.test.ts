import { DatabaseSync } from "node:sqlite"
import { expect, test } from "vitest"
import { examples, openArchive } from "./archive.js"
import { damage } from "./damage.js"

const headers = { "x-request-id": "asked-by-test" }

test("a server whose store answers is alive and ready", async () => {
  const { api, close } = await openArchive(Object.values(examples))
  expect((await api.request("/healthz")).status).toBe(200)
  expect(await (await api.request("/readyz")).json()).toMatchObject({ status: "ready" })
  await close()
})

test("a server whose store is closed is alive, and not ready", async () => {
  const { api, close } = await openArchive([])
  await close()
  expect((await api.request("/healthz")).status).toBe(200)
  const response = await api.request("/readyz")
  expect(response.status).toBe(503)
  expect(response.headers.get("content-type")).toBe("application/problem+json")
})

test("where the database is damaged, the answer says when to ask again, and the report why", async () => {
  const { api, close, file, reported } = await openArchive(Object.values(examples))
  damage(file)
  const response = await api.request("/api/v1/items", { headers })
  expect(response.status).toBe(503)
  expect(response.headers.get("retry-after")).toMatch(/^\d+$/)
  expect(await response.json()).toMatchObject({ status: 503, title: "Service Unavailable" })
  expect(reported).toMatchObject([{ requestId: "asked-by-test", error: { name: "StoreError" } }])
  await close()
})

test("a failure that nobody foresaw tells its request id and nothing of its inside", async () => {
  const { api, close, file, reported } = await openArchive(Object.values(examples))
  const intruder = new DatabaseSync(file)
  intruder.exec("drop table terms")
  intruder.close()
  const response = await api.request("/api/v1/items?topic=prisons", { headers })
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(JSON.parse(text)).toMatchObject({ status: 500, requestId: "asked-by-test" })
  expect(text).not.toMatch(/terms|sqlite|at \w+ \(/i)
  expect(reported).toMatchObject([{ requestId: "asked-by-test" }])
  expect(String(reported[0]?.error)).toMatch(/terms/)
  await close()
})
