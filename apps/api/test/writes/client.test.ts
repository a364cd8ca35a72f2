import { ApiError, createClient } from "@pg/client"
import { afterAll, beforeAll, expect, test } from "vitest"
import { id, meeting, type Newsroom, news, openNewsroom } from "./newsroom.js"

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

const baseUrl = "http://localhost/api/v1"
const open = (more: object = {}) => createClient({ baseUrl, token: room.token, fetch: room.api.request, ...more })

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error as ApiError,
  )

test("an item is made, changed, published and taken back, each step from the one before", async () => {
  const draft = await open().create(news)
  expect(draft).toMatchObject({ outcome: "created", state: "draft", etag: '"r1"' })
  const { itemId } = draft
  const changed = await open().patch(itemId, { kicker: "Strasbourg" }, { ifMatch: draft.etag })
  const published = await open().act(itemId, "publish", {}, { ifMatch: changed.etag })
  expect(await open().get(itemId)).toMatchObject({ kicker: "Strasbourg" })
  await open().act(itemId, "withdraw", { changeNote: "Under review." }, { ifMatch: published.etag })
  expect(await open().get(itemId)).toBeUndefined()
  const taken = []
  for await (const { action } of open().revisions(itemId)) taken.push(action)
  expect(taken).toEqual(["withdraw", "publish", "edit", "edit"])
  expect(await open().revision(itemId)).toMatchObject({ state: "withdrawn", etag: '"r4"' })
  expect(await open().revision(itemId, 1)).toMatchObject({ state: "draft", etag: '"r1"' })
})

test("an item with an id of one's own is written whole, or only looked at", async () => {
  const item = { ...meeting, id: id(1) }
  expect(await open().put(item, { validateOnly: true })).not.toHaveProperty("etag")
  expect(await open().put(item, { ifNoneMatch: "*", action: "publish" })).toMatchObject({ state: "published" })
  const corrected = { ...item, title: "The meeting" }
  const options = { ifMatch: "*", action: "correct", changeNote: "The title was wrong." } as const
  expect(await open().put(corrected, options)).toMatchObject({ outcome: "changed", action: "correct" })
})

test("a refusal says what is wrong, what is there now, and what both changes make together", async () => {
  const wrong = await failure(open().create({ ...news, topics: ["prison"] }))
  expect(wrong).toBeInstanceOf(ApiError)
  expect(wrong?.message).toContain("/topics/0: ")
  expect(wrong?.problem?.errors).toMatchObject([{ pointer: "/topics/0", suggestion: "prisons" }])
  const stale = await failure(open().patch(id(1), { kicker: "Paris" }, { ifMatch: '"r1"' }))
  expect(stale).toMatchObject({ status: 412, problem: { current: { etag: '"r2"' } } })
  expect(stale?.problem?.proposal?.item).toMatchObject({ title: "The meeting", kicker: "Paris" })
  const unfit = await failure(open().act(id(1), "submit", {}, { ifMatch: "*" }))
  expect(unfit?.problem).toMatchObject({ state: "published", actions: expect.arrayContaining(["cancel"]) })
  expect(await failure(open({ token: "nobody" }).create(news))).toMatchObject({ status: 401 })
})

test("what was done and whose answer was lost is not done again", async () => {
  let isFirst = true
  const losing = async (request: Request) => {
    const response = await room.api.request(request)
    if (!isFirst) return response
    isFirst = false
    throw new TypeError("the connection broke")
  }
  const before = await room.store.seq()
  const written = await open({ fetch: losing, retry: { random: () => 0 } }).create(news)
  expect(written).toMatchObject({ outcome: "created", seq: before + 1 })
  expect(await room.store.seq()).toBe(before + 1)
})

test("many are written in as many requests as it takes, and answered in their order", async () => {
  const results = await open().batch([
    ...Array.from({ length: 1001 }, (_, n) => ({ ...news, title: `News ${n}` })),
    { ...news, title: "" },
  ])
  expect(results.map(({ index }) => index)).toEqual(results.map((_, index) => index))
  expect(results.filter(({ status }) => status === 201).length).toBe(1001)
  expect(results.at(-1)).toMatchObject({ status: 422, problem: { errors: [{ pointer: "/title" }] } })
}, 60_000)

test("a listing is read, and what is no more than a draft is listed for who may see it", async () => {
  const text = "paris 1 may 2021\n\nA listed item\n\nIts teaser.\n\nRead More\n"
  expect(await open().importListing(text, { validateOnly: true })).toMatchObject({ read: 1, created: 1 })
  const { items } = await open().importListing(text, { source: "test", locale: "en" })
  for await (const { item } of open().drafts({ state: ["draft"] })) {
    expect(item.title).toBe(items[0]?.item.title)
    break
  }
})

test("a link shows it to somebody who has no token", async () => {
  const { url } = await open().makePreview(id(1), { expiresIn: 3600 })
  const link = new URL(url).pathname.split("/").at(-1) ?? ""
  expect(await createClient({ baseUrl, fetch: room.api.request }).preview(link)).toMatchObject({ state: "published" })
})

test("a token goes with what takes one, and with nothing else", async () => {
  const sent: [string, boolean][] = []
  const watching = (request: Request) => {
    sent.push([new URL(request.url).pathname, request.headers.has("authorization")])
    return room.api.request(request)
  }
  await open({ fetch: watching }).find({ limit: 1 })
  await open({ fetch: watching }).revision(id(1))
  expect(sent).toEqual([
    ["/api/v1/items", false],
    [`/api/v1/items/${id(1)}/revisions/latest`, true],
  ])
})

test("the API in the same process is written to as any other", async () => {
  const local = createClient({ baseUrl, token: room.token, local: (request) => room.api.fetch(request) })
  expect(await local.create(news)).toMatchObject({ outcome: "created" })
})
