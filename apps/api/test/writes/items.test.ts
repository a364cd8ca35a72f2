import { afterAll, beforeAll, expect, test } from "vitest"
import { id, type Newsroom, news, openNewsroom } from "./newsroom.js"

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

test("what is new is a draft, with an id and an address from here, and a tag for the next change", async () => {
  const { status, headers, json } = await room.send("POST", "/items", news)
  expect(status).toBe(201)
  expect(json).toMatchObject({
    outcome: "created",
    revision: 1,
    state: "draft",
    item: { ...news, slug: "ministers-meet" },
  })
  expect(json.itemId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(headers.get("location")).toBe(`/api/v1/items/${json.itemId}`)
  expect(headers.get("etag")).toBe('"r1"')
  expect(headers.get("cache-control")).toBe("private, no-store")
  expect((await room.read(`/items/${json.itemId}`)).status).toBe(404)
})

test("what is new changes nothing that was read: a tag with it is refused", async () => {
  const { status, json } = await room.send("POST", "/items", news, { "If-Match": '"r1"' })
  expect([status, json.type]).toEqual([412, "urn:pg:problem:stale"])
})

test("an item with an id of the writer's own is made by PUT, and published at once where that is asked", async () => {
  const { status } = await room.send("PUT", `/items/${id(1)}?action=publish`, news)
  expect(status).toBe(201)
  expect(await (await room.read(`/items/${id(1)}`)).json()).toMatchObject({
    ...news,
    firstPublishedAt: "2024-05-01T10:00:00.000Z",
  })
})

test("a change that does not say what it changes is refused, and told what to send", async () => {
  const { status, json } = await room.send("PUT", `/items/${id(1)}`, { ...news, title: "Other" })
  expect(status).toBe(428)
  expect(json).toMatchObject({ type: "urn:pg:problem:required", current: { revision: 1, etag: '"r1"' } })
})

test("a change says which revision it comes from, by its tag or by the one that readers are given", async () => {
  const byRevision = await room.send("PUT", `/items/${id(1)}`, { ...news, title: "Second" }, { "If-Match": '"r1"' })
  expect([byRevision.status, byRevision.headers.get("etag")]).toEqual([200, '"r2"'])
  const etag = (await room.read(`/items/${id(1)}`)).headers.get("etag") ?? ""
  const byContent = await room.send("PUT", `/items/${id(1)}`, { ...news, title: "Third" }, { "If-Match": etag })
  expect(byContent.json).toMatchObject({ outcome: "changed", revision: 3, item: { title: "Third" } })
  const compressed = (await room.read(`/items/${id(1)}`)).headers.get("etag")?.replace(/"$/, '-br"') ?? ""
  expect(
    (await room.send("PUT", `/items/${id(1)}`, { ...news, title: "Fourth" }, { "If-Match": compressed })).status,
  ).toBe(200)
})

test("saying the same again writes nothing", async () => {
  const before = await room.store.seq()
  const { json } = await room.send("PUT", `/items/${id(1)}`, { ...news, title: "Fourth" }, { "If-Match": '"r4"' })
  expect(json).toMatchObject({ outcome: "unchanged", revision: 4 })
  expect(await room.store.seq()).toBe(before)
})

test("a change of what has changed meanwhile is refused, with what both changes make together", async () => {
  const stale = { ...news, title: "Third", kicker: "Strasbourg" }
  const { status, json } = await room.send("PUT", `/items/${id(1)}`, stale, { "If-Match": '"r3"' })
  expect(status).toBe(412)
  expect(json.current).toMatchObject({ revision: 4, etag: '"r4"', item: { title: "Fourth" } })
  expect(json.proposal).toMatchObject({ item: { title: "Fourth", kicker: "Strasbourg" }, conflicts: [] })
  const again = await room.send("PUT", `/items/${id(1)}`, json.proposal.item, { "If-Match": json.current.etag })
  expect(again.json).toMatchObject({ revision: 5, item: { title: "Fourth", kicker: "Strasbourg" } })
})

test("what two have changed in two ways is a conflict of the proposal, and left as it is", async () => {
  const { json } = await room.send("PATCH", `/items/${id(1)}`, { title: "Mine" }, { "If-Match": '"r3"' })
  expect(json.proposal.conflicts).toEqual([{ field: "title", base: "Third", ours: "Fourth", theirs: "Mine" }])
})

test("an item that is to be new is not written over one that is there", async () => {
  const { status, json } = await room.send("PUT", `/items/${id(1)}`, news, { "If-None-Match": "*" })
  expect([status, json.type]).toEqual([412, "urn:pg:problem:taken"])
  expect((await room.send("PUT", `/items/${id(2)}`, news, { "If-None-Match": "*" })).status).toBe(201)
})

test("a merge patch changes what it names, and takes away what it names as null", async () => {
  const patched = await room.send(
    "PATCH",
    `/items/${id(1)}`,
    { kicker: null, topics: ["prisons"] },
    { "If-Match": '"r5"', "Content-Type": "application/merge-patch+json" },
  )
  expect(patched.json).toMatchObject({ revision: 6, item: { title: "Fourth", topics: ["prisons"] } })
  expect(patched.json.item).not.toHaveProperty("kicker")
  expect((await room.send("PATCH", `/items/${id(99)}`, { title: "x" }, { "If-Match": "*" })).status).toBe(412)
})

test("each wrong field is named by its pointer, with the one that was meant", async () => {
  const wrong = { ...news, titel: "x", topics: ["prison"], when: { start: "2024-13-01" }, type: "decission" }
  const { status, json } = await room.send("POST", "/items", wrong)
  expect(status).toBe(422)
  expect(json.errors).toMatchObject([{ pointer: "/when/start" }, { pointer: "/titel", suggestion: "title" }])
  const terms = await room.send("POST", "/items", {
    ...news,
    topics: ["prison"],
    type: "decission",
    bodies: ["comittee-of-ministers", "The Clerk's Office"],
  })
  expect(terms.json.errors).toEqual([
    { pointer: "/topics/0", detail: '"prison" is no term of the vocabulary', suggestion: "prisons" },
    {
      pointer: "/bodies/0",
      detail: '"comittee-of-ministers" is no term of the vocabulary',
      suggestion: "committee-of-ministers",
    },
    { pointer: "/type", detail: '"decission" is no term of the vocabulary', suggestion: "decision" },
  ])
})

test("what is missing or of another type is said in words", async () => {
  const { json } = await room.send("POST", "/items", { kind: "news", locale: "en", topics: "prisons" })
  expect(json.errors).toMatchObject([
    { pointer: "/title", detail: "is missing" },
    { pointer: "/topics", detail: "must be a list, and is text" },
  ])
})

test("what is no JSON, no object, of another type or too long is refused in words", async () => {
  const json = { "Content-Type": "application/json" }
  expect(await room.send("POST", "/items", "{", json)).toMatchObject({
    status: 400,
    json: { type: "urn:pg:problem:malformed" },
  })
  expect(await room.send("POST", "/items", "[]", json)).toMatchObject({ status: 422 })
  expect(await room.send("POST", "/items", "<a/>", { "Content-Type": "text/xml" })).toMatchObject({ status: 415 })
  expect(
    await room.send("POST", "/items", JSON.stringify({ ...news, body: "x".repeat(2_000_001) }), json),
  ).toMatchObject({ status: 413 })
  expect(await room.send("PUT", "/items/not-an-id", news)).toMatchObject({ status: 404 })
  expect(await room.send("POST", "/items", { ...news, id: id(3) })).toMatchObject({
    status: 422,
    json: { errors: [{ pointer: "/id" }] },
  })
  expect(await room.send("POST", "/items?acton=publish", news)).toMatchObject({
    status: 422,
    json: { errors: [{ parameter: "acton", suggestion: "action" }] },
  })
})

test("an item is looked at without being written, where that is asked", async () => {
  const before = await room.store.seq()
  const { status, headers, json } = await room.send("PUT", `/items/${id(4)}?validate-only`, news)
  expect([status, json.outcome, headers.get("location")]).toEqual([200, "created", null])
  expect(await room.store.seq()).toBe(before)
})

test("a request that is sent again with its key is done once, and answered the same", async () => {
  const key = { "Idempotency-Key": "6f1c" }
  const first = await room.send("POST", "/items", news, key)
  const again = await room.send("POST", "/items", news, key)
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.json).toEqual(first.json)
  expect(again.headers.get("idempotency-replayed")).toBe("true")
  const other = await room.send("POST", "/items", { ...news, title: "Other" }, key)
  expect(other).toMatchObject({ status: 422, json: { errors: [{ header: "Idempotency-Key" }] } })
})

test("what a client has read and sends back of the store's own says nothing; the source stays the importer's", async () => {
  const item = (await (await room.read(`/items/${id(1)}`)).json()) as object
  const forged = {
    ...item,
    firstPublishedAt: "1999-01-01T00:00:00Z",
    source: { name: "forged", retrievedAt: "1999-01-01T00:00:00Z", text: "x" },
  }
  const { json } = await room.send("PUT", `/items/${id(1)}`, forged, { "If-Match": "*" })
  expect(json).toMatchObject({ outcome: "unchanged" })
  expect(json.item).not.toHaveProperty("source")
})

test("a minor change does not move the date that readers see; a major one says why", async () => {
  room.clock.now = new Date("2024-05-02T10:00:00.000Z")
  const minor = await room.send("PATCH", `/items/${id(1)}?updateType=minor`, { title: "Fourth." }, { "If-Match": "*" })
  expect(minor.json).toMatchObject({ outcome: "changed", updateType: "minor" })
  expect(await (await room.read(`/items/${id(1)}`)).json()).toMatchObject({ updatedAt: "2024-05-01T10:00:00.000Z" })
  const path = `/items/${id(1)}?action=correct&changeNote=${encodeURIComponent("The title was wrong.")}`
  await room.send("PATCH", path, { title: "Right" }, { "If-Match": "*" })
  expect(await (await room.read(`/items/${id(1)}`)).json()).toMatchObject({ updatedAt: "2024-05-02T10:00:00.000Z" })
  const { changes } = (await (await room.read(`/items/${id(1)}/changes`)).json()) as { changes: object[] }
  expect(changes[0]).toMatchObject({ updateType: "major", changeNote: "The title was wrong." })
  const silent = await room.send("PATCH", `/items/${id(1)}?action=correct`, { title: "x" }, { "If-Match": "*" })
  expect(silent).toMatchObject({ status: 422, json: { errors: [{ parameter: "changeNote" }] } })
})

test("a parameter that is missing is named as one, and a field of the body that has such a name as a field", async () => {
  const unscheduled = await room.send("POST", "/items?action=schedule", news)
  expect([unscheduled.status, unscheduled.json.errors]).toMatchObject([422, [{ parameter: "publishAt" }]])
  const batch = await room.send("POST", "/items:batch?action=correct", [news])
  expect([batch.status, batch.json.errors]).toMatchObject([422, [{ parameter: "changeNote" }]])
  const misplaced = await room.send("POST", "/items", { ...news, publishAt: "2024-06-01T10:00:00Z" })
  expect([misplaced.status, misplaced.json.errors]).toMatchObject([422, [{ pointer: "/publishAt" }]])
})

test("fifty who change one item at once lose nothing: each change is made, or refused as stale", async () => {
  await room.send("PUT", `/items/${id(5)}`, { ...news, title: "0" })
  const raise = async (): Promise<void> => {
    for (;;) {
      const current = await room.send("GET", `/items/${id(5)}/revisions/latest`)
      const title = String(Number(current.json.item.title) + 1)
      const etag = current.headers.get("etag") ?? ""
      const { status } = await room.send("PATCH", `/items/${id(5)}`, { title }, { "If-Match": etag })
      if (status === 200) return
      expect(status).toBe(412)
    }
  }
  await Promise.all(Array.from({ length: 50 }, raise))
  const { json } = await room.send("GET", `/items/${id(5)}/revisions/latest`)
  expect(json).toMatchObject({ revision: 51, item: { title: "50" } })
})

test("nothing of all this was a failure of the server", () => expect(room.reported).toEqual([]))
