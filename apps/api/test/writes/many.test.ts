import { setImmediate } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { id, type Newsroom, news, openNewsroom } from "./newsroom.js"

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

test("each item of a batch has its own result, as if it had been sent alone", async () => {
  const { status, json } = await room.send("POST", "/items:batch?action=publish", [
    { ...news, id: id(1) },
    { ...news, title: "" },
    news,
    { ...news, id: "x" },
    7,
  ])
  expect(status).toBe(200)
  expect(json.results).toMatchObject([
    { index: 0, status: 201, id: id(1), outcome: "created", revision: 1 },
    { index: 1, status: 422, problem: { errors: [{ pointer: "/title" }] } },
    { index: 2, status: 201 },
    { index: 3, status: 422 },
    { index: 4, status: 422 },
  ])
})

test("an item of a batch says by its revision which one it changes", async () => {
  const { json } = await room.send("POST", "/items:batch", {
    items: [
      { ...news, id: id(1), title: "B" },
      { ...news, id: id(1), title: "B", revision: 1 },
      { ...news, id: id(1), title: "C", revision: 1 },
    ],
  })
  expect(json.results).toMatchObject([{ status: 428 }, { status: 200, revision: 2 }, { status: 412 }])
})

test("a batch of lines is answered line by line, and goes on after one that is wrong", async () => {
  const lines = [JSON.stringify({ ...news, id: id(10) }), "{", "", JSON.stringify({ ...news, id: id(11) })].join("\n")
  const { status, text } = await room.send("POST", "/items:batch", lines, { "Content-Type": "application/x-ndjson" })
  const results = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(status).toBe(200)
  expect(results).toMatchObject([
    { line: 1, status: 201, id: id(10) },
    { line: 2, status: 400 },
    { line: 4, status: 201, id: id(11) },
  ])
})

test("a line that comes in very many pieces is a line", async () => {
  const text = JSON.stringify({ ...news, id: id(12), body: "x".repeat(5000) })
  const body = ReadableStream.from(Array.from(text, (letter) => new TextEncoder().encode(letter)))
  const headers = { Authorization: `Bearer ${room.token}`, "Content-Type": "application/x-ndjson" }
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit
  const response = await room.api.fetch(new Request("https://example.org/api/v1/items:batch", init))
  expect(JSON.parse(await response.text())).toMatchObject({ line: 1, status: 201, id: id(12) })
})

test("a patch of objects in objects without end is refused", async () => {
  const deep = `${'{"image":'.repeat(3000)}1${"}".repeat(3000)}`
  const headers = { "If-Match": "*", "Content-Type": "application/json" }
  expect((await room.send("PATCH", `/items/${id(12)}`, deep, headers)).status).toBe(422)
})

test("a batch that is sent again with its key goes on where it was broken off", async () => {
  const key = { "Idempotency-Key": "batch-1" }
  const first = await room.send("POST", "/items:batch", [news, news], key)
  const before = await room.store.seq()
  const again = await room.send("POST", "/items:batch", [news, news], key)
  expect(again.json).toEqual(first.json)
  expect(await room.store.seq()).toBe(before)
})

const listing = (teaser: string) => `strasbourg 31 august 2021

Ministers meet

${teaser}

Read More

15-16 june 2021 online

A seminar on prisons

It was held online.

Read More
`

test("a listing is read into items that say where each field stands; nothing is written where it is only looked at", async () => {
  const { status, json } = await room.send("POST", "/listings?validate-only", listing("They met."))
  expect(status).toBe(200)
  expect(json).toMatchObject({ read: 2, created: 2, issues: [] })
  expect(json.items[0].item).toMatchObject({
    title: "Ministers meet",
    source: { spans: { title: { line: 3, text: "Ministers meet" } } },
  })
  expect((await room.send("GET", "/drafts?state=draft&limit=100")).text).not.toContain("A seminar on prisons")
})

test("a listing read again writes nothing; a changed teaser is merged with what an editor did, field by field", async () => {
  const first = await room.send("POST", "/listings?action=publish", listing("They met."))
  expect(first.json).toMatchObject({ created: 2, refused: 0 })
  expect((await room.send("POST", "/listings?action=publish", listing("They met."))).json).toMatchObject({
    unchanged: 2,
    created: 0,
  })
  const itemId = first.json.items[0].item.id
  await room.send("PATCH", `/items/${itemId}`, { title: "Ministers met" }, { "If-Match": "*" })
  const changed = await room.send("POST", "/listings", listing("They met at last."))
  expect(changed.json).toMatchObject({ changed: 1, unchanged: 1 })
  expect(await (await room.read(`/items/${itemId}`)).json()).toMatchObject({
    title: "Ministers met",
    summary: "They met at last.",
  })
})

test("a listing in no language that there is is refused, so that no item becomes one of it", async () => {
  const { status, json } = await room.send("POST", "/listings?locale=xx", listing("They met at last."))
  expect([status, json.errors]).toMatchObject([422, [{ parameter: "locale" }]])
})

test("what an editor and the listing both changed stays the editor's, until somebody decides", async () => {
  const { json } = await room.send("GET", "/drafts?state=published&conflicts")
  expect(json.drafts).toEqual([])
  const [{ item }] = (await room.send("POST", "/listings", listing("They met at last."))).json.items
  await room.send("PATCH", `/items/${item.id}`, { summary: "The editor's." }, { "If-Match": "*" })
  const changed = await room.send("POST", "/listings", listing("The listing's."))
  expect(changed.json.items[0].conflicts).toEqual([
    { field: "summary", base: "They met at last.", ours: "The editor's.", theirs: "The listing's." },
  ])
  const open = await room.send("GET", "/drafts?conflicts")
  expect(open.json.drafts).toMatchObject([{ itemId: item.id, conflicts: [{ field: "summary" }] }])
  const decided = await room.send(
    "POST",
    `/items/${item.id}:resolve`,
    { fields: ["summary"], take: "theirs" },
    { "If-Match": "*" },
  )
  expect(decided.json.item.summary).toBe("The listing's.")
  expect((await room.send("GET", "/drafts?conflicts")).json.drafts).toEqual([])
  expect(
    (await room.send("POST", `/items/${item.id}:resolve`, { fields: ["summary"], take: "ours" }, { "If-Match": "*" }))
      .status,
  ).toBe(422)
})

test("of two who decide about a field at once one does, and who asks again with the key is told so", async () => {
  const [{ item }] = (await room.send("POST", "/listings", listing("They met twice."))).json.items
  await room.send("PATCH", `/items/${item.id}`, { summary: "The editor's again." }, { "If-Match": "*" })
  await room.send("POST", "/listings", listing("They met three times."))
  const resolve = (take: string) =>
    room.send(
      "POST",
      `/items/${item.id}:resolve`,
      { fields: ["summary"], take },
      { "If-Match": "*", "Idempotency-Key": `decides-${take}` },
    )
  const both = await Promise.all([resolve("ours"), resolve("theirs")])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422])
  expect(both.find(({ status }) => status === 422)?.json.errors).toMatchObject([{ pointer: "/fields/0" }])
  const take = both[0]?.status === 200 ? "ours" : "theirs"
  const summary = take === "ours" ? "The editor's again." : "They met three times."
  expect((await room.send("GET", `/items/${item.id}/revisions/latest`)).json.item).toMatchObject({ summary })
  const again = await resolve(take)
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"])
})

/** How many others are answered until a request is: before anything of it is written, and from then on. */
async function answeredMeanwhile(request: Promise<unknown>) {
  const before = await room.store.seq()
  const answered = { beforeWriting: 0, whileWriting: 0 }
  const asked = { isDone: false }
  const done = request.finally(() => (asked.isDone = true))
  while (!asked.isDone) {
    expect((await room.read("/vocabularies")).status).toBe(200)
    answered[(await room.store.seq()) === before ? "beforeWriting" : "whileWriting"]++
    await setImmediate()
  }
  await done
  return answered
}

test("while a long listing is read and written, others are answered", async () => {
  const block = (n: number) => `strasbourg 31 august 2021\n\nMatter ${n}\n\nIt was looked at.\n\nRead More\n`
  const listed = room.send("POST", "/listings", Array.from({ length: 300 }, (_, n) => block(n)).join("\n"))
  const { beforeWriting, whileWriting } = await answeredMeanwhile(listed)
  expect((await listed).json).toMatchObject({ created: 300 })
  expect(beforeWriting).toBeGreaterThan(100)
  expect(whileWriting).toBeGreaterThan(100)
})

test("while a batch is written, others are answered", async () => {
  const items = Array.from({ length: 300 }, () => news)
  const { whileWriting } = await answeredMeanwhile(room.send("POST", "/items:batch", items))
  expect(whileWriting).toBeGreaterThan(100)
})

test("nothing of all this was a failure of the server", () => expect(room.reported).toEqual([]))
