import { afterAll, beforeAll, expect, test } from "vitest"
import { id, type Newsroom, news, openNewsroom } from "./newsroom.js"

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
  await room.send("PUT", `/items/${id(1)}`, news)
})
afterAll(() => room.close())

test.each([
  ["/items", "GET, HEAD, POST, OPTIONS"],
  [`/items/${id(1)}`, "GET, HEAD, PUT, PATCH, OPTIONS"],
  [`/items/${id(1)}.atom`, "GET, HEAD, OPTIONS"],
  [`/items/${id(1)}:publish`, "POST, OPTIONS"],
  [`/items/${id(1)}/revisions`, "GET, HEAD, OPTIONS"],
  ["/items:batch", "POST, OPTIONS"],
  ["/listings", "POST, OPTIONS"],
  ["/events", "GET, HEAD, OPTIONS"],
  ["/drafts", "GET, HEAD, OPTIONS"],
])("%s says what can be done there, to whoever asks and to whoever tries something else", async (path, methods) => {
  const asked = await room.api.request(`/api/v1${path}`, { method: "OPTIONS" })
  expect([asked.status, asked.headers.get("allow")]).toEqual([204, methods])
  expect(asked.headers.get("access-control-allow-methods")).toBe(methods.replaceAll(" ", ""))
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((one) => !methods.includes(one))) {
    const { status, headers } = await room.send(method, path)
    expect([method, status, headers.get("allow")]).toEqual([method, 405, methods])
  }
})

test("a page of another site may send a token, which it has to be allowed by name", async () => {
  const { headers } = await room.api.request("/api/v1/items", { method: "OPTIONS" })
  expect(headers.get("access-control-allow-headers")?.split(",")).toContain("Authorization")
})

test("a HEAD of what editors read is answered as a GET, without its content", async () => {
  for (const path of ["/revisions", "/revisions/latest", "/revisions/1/diff"].map((rest) => `/items/${id(1)}${rest}`)) {
    const [head, get] = [await room.send("HEAD", path), await room.send("GET", path)]
    expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", get.headers.get("etag")])
    expect((await room.api.request(`/api/v1${path}`, { method: "HEAD" })).status).toBe(401)
  }
})
