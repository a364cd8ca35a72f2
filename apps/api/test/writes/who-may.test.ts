import { afterAll, beforeAll, expect, test } from "vitest"
import { id, meeting, type Newsroom, news, openNewsroom, start } from "./newsroom.js"

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
  await room.send("PUT", `/items/${id(1)}?action=publish`, meeting)
})
afterAll(() => room.close())

const as = (token: string) => ({ Authorization: `Bearer ${token}` })

test("nobody writes without a token, or with one that is unknown, over or revoked", async () => {
  const before = await room.store.seq()
  const without = await room.api.request("/api/v1/items", { method: "POST", body: JSON.stringify(news) })
  expect([without.status, without.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="newsroom"'])
  for (const Authorization of ["Bearer pgn_000000000000_nothing", "Basic YTpi", "Bearer", room.token])
    expect((await room.send("POST", "/items", news, { Authorization })).status, Authorization).toBe(401)
  const { text } = await room.store.createToken({
    name: "over",
    scopes: ["items:write"],
    kinds: [],
    locales: [],
    at: start,
    expiresAt: start,
  })
  expect((await room.send("POST", "/items", news, as(text))).status).toBe(401)
  expect(await room.store.seq()).toBe(before)
})

test("who may only write drafts changes nothing that the public sees, or soon will", async () => {
  const writer = await room.tokenFor(["items:write"])
  expect((await room.send("POST", "/items", news, as(writer))).status).toBe(201)
  for (const [method, path, body] of [
    ["POST", "/items?action=publish", news],
    ["PATCH", `/items/${id(1)}`, { title: "x" }],
    ["POST", `/items/${id(1)}:withdraw`, { changeNote: "x" }],
    ["POST", `/items/${id(1)}:restore`, { revision: 1 }],
  ] as const) {
    const { status, json, headers } = await room.send(method, path, body, as(writer))
    expect([status, json.scope], path).toEqual([403, "items:publish"])
    expect(headers.get("www-authenticate")).toContain('error="insufficient_scope"')
  }
})

test("a token is for some kinds and languages, of what an item is and of what it would become", async () => {
  const events = await room.tokenFor(["items:write", "items:publish"], ["event"], ["en"])
  expect((await room.send("POST", "/items", meeting, as(events))).status).toBe(201)
  expect((await room.send("POST", "/items", news, as(events))).status).toBe(403)
  expect((await room.send("POST", "/items", { ...meeting, locale: "fr" }, as(events))).status).toBe(403)
  const any = { ...as(events), "If-Match": "*" }
  expect((await room.send("PUT", `/items/${id(1)}`, news, any)).status).toBe(403)
  expect((await room.send("PATCH", `/items/${id(1)}`, { locale: "fr" }, any)).status).toBe(403)
  expect((await room.send("PATCH", `/items/${id(1)}`, { title: "A moved meeting" }, any)).status).toBe(200)
})

test("who may not read what is not public does not, whatever may be written", async () => {
  const writer = await room.tokenFor(["items:write", "items:publish"])
  for (const path of [`/items/${id(1)}/revisions`, `/items/${id(1)}/revisions/1`, "/drafts", "/audit"])
    expect((await room.send("GET", path, undefined, as(writer))).status, path).toBe(403)
  const reader = await room.tokenFor(["items:read"], ["news"])
  await room.send("POST", "/items", news)
  const { json } = await room.send("GET", "/drafts", undefined, as(reader))
  expect(new Set(json.drafts.map((draft: { item: { kind: string } }) => draft.item.kind))).toEqual(new Set(["news"]))
  expect((await room.send("GET", `/items/${id(1)}/revisions`, undefined, as(reader))).status).toBe(403)
})

test("who may not change an item learns nothing of it from being refused", async () => {
  await room.send("PUT", `/items/${id(2)}`, { ...meeting, title: "A secret meeting" })
  const other = { ...as(await room.tokenFor(["items:write"], ["news"])), "If-Match": '"r7"' }
  for (const answer of [
    await room.send("PUT", `/items/${id(2)}`, news, other),
    await room.send("PATCH", `/items/${id(2)}`, {}, other),
    await room.send("POST", `/items/${id(2)}:submit`, {}, other),
    await room.send("POST", `/items/${id(2)}:preview`, {}, other),
  ]) {
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain("secret")
  }
})

test("whoever is for some items is told nothing of what an item was as another, nor of all that was written", async () => {
  await room.send("PUT", `/items/${id(3)}?action=publish`, { ...meeting, title: "An English secret" })
  await room.send("PATCH", `/items/${id(3)}`, { locale: "fr", title: "Une réunion" }, { "If-Match": "*" })
  const french = as(await room.tokenFor(["items:read", "items:write", "items:publish"], [], ["fr"]))
  const stale = await room.send("PATCH", `/items/${id(3)}`, { kicker: "x" }, { ...french, "If-Match": '"r1"' })
  expect([stale.status, stale.json.proposal]).toEqual([412, undefined])
  const { json } = await room.send("GET", `/items/${id(3)}/revisions`, undefined, french)
  expect(json.revisions).toMatchObject([{ title: "Une réunion" }])
  expect((await room.send("GET", "/audit", undefined, french)).status).toBe(403)
})

test("each item of a batch that is not for its sender is in the audit log", async () => {
  const french = as(await room.tokenFor(["items:write"], [], ["fr"]))
  await room.send("POST", "/items:batch", [{ ...meeting, id: id(4) }], french)
  expect((await room.store.audited({ itemId: id(4), limit: 1 }))[0]).toMatchObject({ status: 403 })
})

test("reading takes no token, and one that lets nobody in does no harm to it", async () => {
  expect((await room.read(`/items/${id(1)}`)).status).toBe(200)
  expect((await room.read(`/items/${id(1)}`, as("pgn_x"))).status).toBe(200)
})

test("each write and each refusal is in the audit log, with the request's id and the token's name", async () => {
  const { headers } = await room.send("PATCH", `/items/${id(1)}`, { title: "Noted" }, { "If-Match": "*" })
  await room.send("PATCH", `/items/${id(1)}`, { title: 7 }, { "If-Match": "*" })
  const { json } = await room.send("GET", `/audit?item=${id(1)}`)
  expect(json.entries.slice(0, 2)).toMatchObject([
    { by: "editor 1", operation: "PATCH /api/v1/items/:id", itemId: id(1), status: 422 },
    { by: "editor 1", operation: "PATCH /api/v1/items/:id", itemId: id(1), status: 200 },
  ])
  expect(json.entries[1].requestId).toBe(headers.get("x-request-id"))
  expect(JSON.stringify(json)).not.toContain("pgn_")
})

test("a token that is used too often waits", async () => {
  const busy = await openNewsroom({ writesPerMinute: 2 })
  const statuses = []
  for (let times = 0; times < 3; times++) statuses.push((await busy.send("POST", "/items", news)).status)
  expect(statuses).toEqual([201, 201, 429])
  const { headers } = await busy.send("POST", "/items", news)
  expect([headers.get("retry-after"), headers.get("ratelimit")]).toEqual(["30", '"client";r=0;t=60'])
  await busy.close()
})

test("nothing of all this was a failure of the server", () => expect(room.reported).toEqual([]))
