import { afterAll, beforeAll, expect, test } from "vitest"
import { id, meeting, type Newsroom, news, openNewsroom } from "./newsroom.js"

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

const any = { "If-Match": "*" }
const act = (number: number, action: string, said?: object, headers: Record<string, string> = any) =>
  room.send("POST", `/items/${id(number)}:${action}`, said, headers)

test("an item goes from draft to review, is sent back with a reason, and is published", async () => {
  await room.send("PUT", `/items/${id(1)}`, news)
  expect((await act(1, "submit")).json).toMatchObject({ state: "review", revision: 2 })
  expect((await act(1, "reject")).json.errors).toMatchObject([{ pointer: "/changeNote" }])
  expect((await act(1, "reject", { changeNote: "No source." })).json).toMatchObject({ state: "draft" })
  expect((await act(1, "publish")).json).toMatchObject({ state: "published" })
  expect((await room.read(`/items/${id(1)}`)).status).toBe(200)
})

test("a step that a state has not is refused, and told which it has", async () => {
  const { status, json } = await act(1, "submit")
  expect(status).toBe(409)
  expect(json).toMatchObject({ type: "urn:pg:problem:unfit", state: "published" })
  expect(json.actions).toContain("withdraw")
  expect((await act(1, "pubblish")).json.errors).toMatchObject([{ suggestion: "publish" }])
  expect((await act(9, "publish")).status).toBe(404)
})

test("a step too says which revision it is about", async () => {
  expect((await act(1, "withdraw", { changeNote: "Wrong." }, {})).status).toBe(428)
  expect((await act(1, "withdraw", { changeNote: "Wrong." }, { "If-Match": '"r1"' })).status).toBe(412)
})

test("what is withdrawn says why, and comes back; what is removed is gone, with its reason", async () => {
  expect((await act(1, "withdraw", { changeNote: "Under review." })).json).toMatchObject({ state: "withdrawn" })
  const withdrawn = await room.read(`/items/${id(1)}`)
  expect([withdrawn.status, await withdrawn.json()]).toMatchObject([
    410,
    { state: "withdrawn", reason: "Under review." },
  ])
  await act(1, "publish")
  expect((await room.read(`/items/${id(1)}`)).status).toBe(200)
  await act(1, "remove", { changeNote: "Published by mistake." })
  expect(await (await room.read(`/items/${id(1)}`)).json()).toMatchObject({
    state: "gone",
    reason: "Published by mistake.",
  })
})

test("what is merged leads to what it is part of, which must be there", async () => {
  await room.send("PUT", `/items/${id(2)}?action=publish`, news)
  await room.send("PUT", `/items/${id(3)}?action=publish`, { ...news, title: "The whole" })
  expect((await act(2, "merge", { into: id(9) })).json.errors).toMatchObject([{ pointer: "/into" }])
  expect((await act(2, "merge", { into: id(2) })).status).toBe(422)
  expect((await act(2, "merge", { into: id(3) })).json).toMatchObject({ state: "merged" })
  const moved = await room.read(`/items/${id(2)}`)
  expect([moved.status, moved.headers.get("location")]).toEqual([301, `/api/v1/items/${id(3)}`])
})

test("of two items that are merged into each other at once, one stays", async () => {
  await room.send("PUT", `/items/${id(20)}?action=publish`, news)
  await room.send("PUT", `/items/${id(21)}?action=publish`, news)
  const both = await Promise.all([act(20, "merge", { into: id(21) }), act(21, "merge", { into: id(20) })])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422])
  expect(both.find(({ status }) => status === 422)?.json.errors).toMatchObject([{ pointer: "/into" }])
})

test("an event is put off, moved and called off, each with a reason; nothing else can be", async () => {
  await room.send("PUT", `/items/${id(4)}?action=publish`, meeting)
  await act(4, "postpone", { changeNote: "The room is flooded." })
  expect((await act(4, "reschedule", { changeNote: "A new date." })).json.errors).toMatchObject([{ pointer: "/when" }])
  await act(4, "reschedule", { changeNote: "A new date.", when: { start: "2024-07-01" } })
  expect(await (await room.read(`/items/${id(4)}`)).json()).toMatchObject({
    eventStatus: "EventRescheduled",
    when: { start: "2024-07-01" },
  })
  expect((await act(4, "cancel", { changeNote: "No speakers." })).json).toMatchObject({
    updateType: "major",
    state: "published",
  })
  expect(await (await room.read(`/items/${id(4)}.ics`)).text()).toContain("STATUS:CANCELLED")
  expect((await act(3, "cancel", { changeNote: "?" })).json.errors).toMatchObject([{ pointer: "/action" }])
})

test("what is scheduled is not seen before, and can be called back", async () => {
  await room.send("PUT", `/items/${id(5)}`, news)
  expect((await act(5, "schedule", {})).json.errors).toMatchObject([{ pointer: "/publishAt" }])
  const { json } = await act(5, "schedule", { publishAt: "2024-05-03T09:00:00+02:00" })
  expect(json).toMatchObject({ state: "scheduled", publishAt: "2024-05-03T09:00:00+02:00" })
  expect((await room.read(`/items/${id(5)}`)).status).toBe(404)
  expect((await act(5, "unschedule")).json).toMatchObject({ state: "draft" })
})

test("what is to be published in the past is refused: a wrong year would end an embargo", async () => {
  await room.send("PUT", `/items/${id(7)}`, news)
  const { status, json } = await act(7, "schedule", { publishAt: "2023-05-03T09:00:00Z" })
  expect([status, json.errors]).toMatchObject([422, [{ pointer: "/publishAt" }]])
  const path = `/items?action=schedule&publishAt=${encodeURIComponent("2023-05-03T09:00:00Z")}`
  expect((await room.send("POST", path, news)).status).toBe(422)
})

test("a step on what has changed says what it is now, and a tag without quotation marks is none", async () => {
  const { status, json } = await act(7, "publish", {}, { "If-Match": '"r9"' })
  expect([status, json.current]).toMatchObject([412, { etag: '"r1"', revision: 1 }])
  expect((await act(7, "publish", {}, { "If-Match": "r1" })).status).toBe(400)
})

test("a change of what an item says is no step, and only an event is offered what events have", async () => {
  const { json } = await act(7, "correct", { changeNote: "x" })
  expect(json.errors[0].detail).toContain("PATCH /items/{id}?action=correct")
  expect((await act(7, "unschedule")).json.actions).not.toContain("cancel")
})

test("an earlier revision is restored as a new one", async () => {
  await room.send("PATCH", `/items/${id(3)}`, { title: "Changed" }, any)
  const { json } = await act(3, "restore", { revision: 1 })
  expect(json).toMatchObject({ revision: 3, changeNote: "Revision 1 restored", item: { title: "The whole" } })
  expect((await act(3, "restore", { revision: 77 })).json.errors).toMatchObject([{ pointer: "/revision" }])
})

test("the revisions of an item are listed, read and compared word by word", async () => {
  const { json } = await room.send("GET", `/items/${id(3)}/revisions?limit=2`)
  expect(json.revisions).toMatchObject([
    { revision: 3, title: "The whole" },
    { revision: 2, title: "Changed" },
  ])
  expect(json.next).toBe(2)
  expect((await room.send("GET", `/items/${id(3)}/revisions?below=2`)).json.revisions).toMatchObject([{ revision: 1 }])
  const one = await room.send("GET", `/items/${id(3)}/revisions/2`)
  expect([one.json.item.title, one.headers.get("etag")]).toEqual(["Changed", '"r2"'])
  const diff = await room.send("GET", `/items/${id(3)}/revisions/3/diff?from=2`)
  expect(diff.json.changes).toEqual([
    {
      field: "title",
      parts: [
        { is: "removed", text: "Changed" },
        { is: "added", text: "The whole" },
      ],
    },
  ])
  expect((await room.send("GET", `/items/${id(3)}/revisions/9`)).status).toBe(404)
  expect((await room.read(`/items/${id(3)}/revisions`)).status).toBe(401)
})

test("drafts are listed for who may read them, page by page", async () => {
  await room.send("PUT", `/items/${id(6)}`, meeting)
  const { json } = await room.send("GET", "/drafts?limit=1")
  expect(json.drafts).toMatchObject([{ itemId: id(6), state: "draft" }])
  const next = await room.send("GET", `/drafts?limit=1&cursor=${json.next}`)
  expect(next.json.drafts).toMatchObject([{ itemId: id(7) }])
  expect((await room.send("GET", "/drafts?state=gone")).json.drafts).toMatchObject([{ itemId: id(1), state: "gone" }])
  expect((await room.send("GET", "/drafts?state=drafts")).status).toBe(422)
})

test("a link shows somebody without a token what a draft will be, for a time", async () => {
  const { status, json } = await act(6, "preview", { expiresIn: 3600 })
  expect([status, json.expiresAt]).toEqual([201, "2024-05-01T11:00:00.000Z"])
  const token = json.url.replace("https://example.org/preview/", "")
  const shown = await room.read(`/previews/${token}`)
  expect(await shown.json()).toMatchObject({ state: "draft", item: meeting })
  expect([shown.headers.get("cache-control"), shown.headers.get("x-robots-tag")]).toEqual([
    "private, no-store",
    "noindex, nofollow",
  ])
  expect((await room.read(`/previews/${token.slice(1)}`)).status).toBe(404)
  room.clock.now = new Date("2024-05-01T11:00:00.000Z")
  expect((await room.read(`/previews/${token}`)).status).toBe(410)
  expect((await act(6, "preview", { expiresIn: 1 })).status).toBe(422)
})

test("what is removed is shown to nobody any more, by no link that was given before", async () => {
  await room.send("PUT", `/items/${id(8)}`, news)
  const { json } = await act(8, "preview")
  const path = `/previews/${json.url.replace("https://example.org/preview/", "")}`
  expect((await room.read(path)).status).toBe(200)
  await act(8, "remove", { changeNote: "By order of a court." })
  expect((await room.read(path)).status).toBe(410)
  expect((await act(8, "preview")).status).toBe(409)
})

test("an instant beyond the year 9999 in UTC is none, for it would stand before all others", async () => {
  await room.send("PUT", `/items/${id(9)}`, news)
  expect((await act(9, "schedule", { publishAt: "9999-12-31T23:59:59-14:00" })).status).toBe(422)
})

test("nothing of all this was a failure of the server", () => expect(room.reported).toEqual([]))
