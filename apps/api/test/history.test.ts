import { parseItem } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { changedAt, examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const corrected = examples["news/dated"]!
const other = examples["event/timed"]!
const ask = (id: string, init?: RequestInit) => archive.api.request(`/api/v1/items/${id}/changes`, init)
const by = { at: "2021-09-02T10:00:00.000Z", by: "test" } as const

test("an item's history says when it came, and what was corrected since and why, the newest first", async () => {
  await archive.store.put(parseItem({ ...corrected, kicker: "A comma" }), { ...by, updateType: "minor" })
  await archive.store.put(parseItem({ ...corrected, kicker: "A date" }), {
    ...by,
    updateType: "minor",
    changeNote: "The date of the meeting was wrong.",
  })
  expect(await (await ask(corrected.id)).json()).toEqual({
    changes: [
      {
        type: "put",
        seq: expect.any(Number),
        at: by.at,
        revision: 3,
        action: "edit",
        updateType: "minor",
        changeNote: "The date of the meeting was wrong.",
      },
      { type: "put", seq: expect.any(Number), at: changedAt, revision: 1, action: "publish", updateType: "major" },
    ],
  })
})

test("who knows an item's history already is not told it again", async () => {
  const etag = (await ask(other.id)).headers.get("etag") ?? ""
  expect((await ask(other.id, { headers: { "If-None-Match": etag } })).status).toBe(304)
})

test("an item that was removed has no history but its end, and one that was merged leads to the other's", async () => {
  await archive.store.put(other, { ...by, action: "remove", changeNote: "It never took place." })
  const gone = await ask(other.id)
  expect([gone.status, await gone.json()]).toMatchObject([410, { state: "gone", reason: "It never took place." }])
  const merged = examples["news/minimal"]!
  const relations = [{ rel: "mergedInto", id: corrected.id }]
  await archive.store.put(parseItem({ ...merged, relations }), { ...by, action: "merge" })
  const moved = await ask(merged.id)
  expect([moved.status, moved.headers.get("location")]).toEqual([301, `/api/v1/items/${corrected.id}/changes`])
})

test("no id, an unknown one and a parameter that there is not are refused as everywhere", async () => {
  expect((await ask("nothing")).status).toBe(404)
  expect((await ask("00000000-0000-5000-8000-000000000000")).status).toBe(404)
  expect((await archive.api.request(`/api/v1/items/${corrected.id}/changes?limit=5`)).status).toBe(422)
})
