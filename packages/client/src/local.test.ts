import { expect, test } from "vitest"
import { ApiError, createClient, type Local } from "./index.js"

const clientOf = (local: Local) => createClient({ baseUrl: "http://newsroom.example", local, cache: false })

test("an API in the same process is asked for JSON by its address, and its bytes are taken as they are", async () => {
  const client = clientOf((request, told) => {
    expect([request.method, request.url]).toEqual(["GET", "http://newsroom.example/items?kind=news"])
    expect(request.headers.get("accept")).toBe("application/json")
    expect(request.signal.aborted).toBe(false)
    const response = new Response("what the bytes say need not be read here")
    told.whole = { response, bytes: new TextEncoder().encode(`{"items":[],"total":0}`) }
    return response
  })
  expect(await client.find({ kind: ["news"] })).toEqual({ items: [], total: 0 })
})

test("an API that hands its text over need write no bytes, and its failures are failures still", async () => {
  const client = clientOf((_, told) => {
    expect(told.wantsText).toBe(true)
    const response = new Response()
    told.text = { response, text: `{"items":[],"total":0}` }
    return response
  })
  expect(await client.find({})).toEqual({ items: [], total: 0 })
  const failing = clientOf((_, told) => {
    told.text = { response: new Response(), text: `{"items":[],"total":0}` }
    return Response.json(
      { title: "Not Found" },
      { status: 404, headers: { "content-type": "application/problem+json" } },
    )
  })
  await expect(failing.find({})).rejects.toThrow(ApiError)
})

test("what is told of another Response than the one that is given is not taken for it", async () => {
  const client = clientOf((_, told) => {
    told.whole = { response: new Response(), bytes: new TextEncoder().encode(`{"items":[],"total":1}`) }
    return Response.json({ items: [], total: 0 })
  })
  expect(await client.find({})).toEqual({ items: [], total: 0 })
})

test("where it does not hand its bytes over, its Response is read, and what it redirects to is asked for", async () => {
  const client = clientOf(({ url }) =>
    url.endsWith("/items/old")
      ? new Response(null, { status: 301, headers: { location: "/items/new" } })
      : Response.json({ id: url.split("/").at(-1) }),
  )
  expect(await client.get("old")).toEqual({ id: "new" })
})

test("what fails within the process fails as over the network, and a signal ends the call", async () => {
  const broken = clientOf(() => Promise.reject(new Error("no database")))
  await expect(broken.find({})).rejects.toThrow(ApiError)
  await expect(broken.find({})).rejects.toThrow(/cannot be reached: no database/)
  const gone = AbortSignal.abort(new Error("nobody waits"))
  await expect(broken.find({}, { signal: gone })).rejects.toThrow("nobody waits")
})
