import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { InvalidInput } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { ApiError, createClient } from "./index.js"

/** A web server that answers as its path says; the client against the real API is tested beside the API. */
const answers: Record<string, [status: number, headers: Record<string, string>, body: string]> = {
  "/html/items": [200, { "content-type": "text/html" }, "<!doctype html>"],
  "/proxy/items/x": [404, { "content-type": "text/html" }, "<h1>Not Found</h1>"],
  "/api/items/x": [404, { "content-type": "application/problem+json" }, `{"type":"about:blank","status":404}`],
  "/busy/items": [503, { "content-type": "application/problem+json" }, `{"title":"Service Unavailable","status":503}`],
  "/broken/items": [500, { "content-type": "application/problem+json" }, `{"title":`],
  "/loop/items": [302, { location: "/loop/items" }, ""],
}
const server = createServer((request, response) => {
  const [status, headers, body] = answers[request.url ?? ""] ?? []
  if (status !== undefined) response.writeHead(status, headers).end(body)
})
let origin = ""

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening")
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail("it should have failed"),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ApiError)
      return error as ApiError
    },
  )

test("a server that is not there is named, with the reason", async () => {
  const gone = createServer().listen(0, "127.0.0.1")
  await once(gone, "listening")
  const baseUrl = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`
  await once(gone.close(), "close")
  const error = await failureOf(createClient({ baseUrl }).find({}))
  expect(error.status).toBeUndefined()
  expect(error.message).toMatch(`${baseUrl}/items cannot be reached: `)
  expect(error.message).toMatch(/ECONNREFUSED/)
})

test("a page of HTML is not taken for an answer", async () => {
  const error = await failureOf(createClient({ baseUrl: `${origin}/html` }).find({}))
  expect(error).toMatchObject({ status: 200, message: `${origin}/html/items does not answer JSON: is it the API?` })
})

test("a 404 that is not the API's own says that the address is wrong, not that the item is absent", async () => {
  const error = await failureOf(createClient({ baseUrl: `${origin}/proxy/` }).get("x"))
  expect(error).toMatchObject({ status: 404, problem: undefined })
  expect(await failureOf(createClient({ baseUrl: `${origin}/api` }).get("x"))).toMatchObject({ status: 404 })
})

test("a failure carries its status and the problem that the API told", async () => {
  const error = await failureOf(createClient({ baseUrl: `${origin}/busy`, retry: { attempts: 1 } }).find({}))
  expect(error).toMatchObject({ status: 503, problem: { title: "Service Unavailable", status: 503 } })
})

test("a problem that breaks off in the middle is still an ApiError", async () => {
  expect(await failureOf(createClient({ baseUrl: `${origin}/broken` }).find({}))).toMatchObject({ status: 500 })
})

test("redirects that lead nowhere come to an end, in process as over a network", async () => {
  await failureOf(createClient({ baseUrl: `${origin}/loop` }).find({}))
  const fetch = () => Response.redirect("http://api.example/items")
  const error = await failureOf(createClient({ baseUrl: "http://api.example", fetch }).find({}))
  expect(error.message).toMatch(/redirected more than 5 times/)
})

test("an aborted call rejects with the signal's reason, whether it was under way or not begun", async () => {
  const client = createClient({ baseUrl: `${origin}/silent` })
  const reason = new Error("the reader went away")
  await expect(client.find({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const controller = new AbortController()
  const call = client.find({}, { signal: controller.signal })
  controller.abort(reason)
  await expect(call).rejects.toBe(reason)
})

test("an id that would be read as another address is no item's id, and nothing is asked", async () => {
  const fetch = () => expect.fail("it asked")
  const client = createClient({ baseUrl: "http://api.example", fetch })
  for (const text of ["", ".", ".."]) {
    expect(await client.get(text)).toBeUndefined()
    expect(await client.getBySlug("news", text)).toBeUndefined()
  }
})

test("a parameter that there is not is refused before anything is asked, with the one that was meant", async () => {
  const fetch = () => expect.fail("it asked")
  const client = createClient({ baseUrl: "http://api.example", fetch })
  const query = { topik: ["x"], search: "hiv", topic: undefined } as object
  await expect(client.find(query)).rejects.toThrow(InvalidInput)
  await expect(client.pages(query).next()).rejects.toMatchObject({
    issues: [
      { path: "topik", message: "there is no such parameter", suggestion: "topic" },
      { path: "search", message: "there is no such parameter", suggestion: "q" },
    ],
  })
})
