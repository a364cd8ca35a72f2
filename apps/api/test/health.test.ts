import { expect, test } from "vitest"
import { examples, openArchive } from "./archive.js"

test("a server whose store answers is alive and ready", async () => {
  const { api, close } = await openArchive(Object.values(examples))
  expect((await api.request("/healthz")).status).toBe(200)
  expect(await (await api.request("/readyz")).json()).toMatchObject({ status: "ready" })
  await close()
})

test("a server whose store is gone is alive, is not ready, and says when to ask again", async () => {
  const { api, close, reported } = await openArchive([])
  await close()
  expect((await api.request("/healthz")).status).toBe(200)
  for (const path of ["/readyz", "/api/v1/items"]) {
    const response = await api.request(path, { headers: { "x-request-id": "asked-by-test" } })
    expect(response.status).toBe(503)
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/)
    expect(await response.json()).toMatchObject({ status: 503, title: "Service Unavailable" })
  }
  expect(reported.map(({ requestId }) => requestId)).toEqual(["asked-by-test", "asked-by-test"])
})
