import { ApiError, createClient } from "@pg/client"
import { afterAll, beforeAll, expect, test } from "vitest"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const open = () => createClient({ baseUrl: "http://localhost/api/v1", fetch: archive.api.request })

test("the client in process reads what the store has", async () => {
  const item = examples["event/course"]!
  expect(await open().get(item.id)).toEqual(await archive.store.get(item.id))
  expect(await open().getBySlug("event", item.slug, item.locale)).toEqual(await archive.store.get(item.id))
  expect(await open().getShown("event", item.slug, item.locale)).toEqual(await archive.store.get(item.id))
})

test("the client's pages are the store's, found words and all, and their cursors lead on", async () => {
  const query = { limit: 3, q: "drug" }
  const page = await open().find(query)
  expect(page).toEqual(await archive.store.find(query))
  expect(page.next).toBeDefined()
  const following = { ...query, cursor: page.next ?? "" }
  expect(await open().find(following)).toEqual(await archive.store.find(following))
})

test("what is not there is undefined", async () => {
  expect(await open().get("0190b3a5-7c1e-7000-8000-0000000000ff")).toBeUndefined()
  expect(await open().get("an/odd?id#")).toBeUndefined()
  expect(await open().getBySlug("news", "no-such-news")).toBeUndefined()
})

test("a slug that an item used to have is followed to the item", async () => {
  const item = examples["publication/year-only"]!
  await archive.store.put({ ...item, slug: "etude-nouvelle" }, { at: "2021-08-31T10:00:00.000Z", by: "test" })
  expect(await open().getBySlug("publication", item.slug, "fr")).toMatchObject({ id: item.id, slug: "etude-nouvelle" })
})

test("of an item that was removed one learns when, how and why; of any other nothing", async () => {
  const item = examples["event/cancelled"]!
  const [at, reason] = ["2021-08-31T11:00:00.000Z", "Published by mistake."]
  expect(await open().getRemoved("event", item.slug)).toBeUndefined()
  await archive.store.put(item, { at, by: "test", action: "withdraw", changeNote: reason })
  expect(await open().getBySlug("event", item.slug)).toBeUndefined()
  expect(await open().getRemoved("event", item.slug, item.locale)).toEqual({ at, state: "withdrawn", reason })
  expect(await open().getRemovedById(item.id)).toEqual({ at, state: "withdrawn", reason })
  for (const slug of ["no-such-event", "..", ""]) expect(await open().getRemoved("event", slug)).toBeUndefined()
  for (const id of ["00000000-0000-4000-8000-000000000000", "..", ""])
    expect(await open().getRemovedById(id)).toBeUndefined()
})

test("the slug of an item that was merged is followed to the item that it is part of", async () => {
  const [merged, target] = [examples["news/minimal"]!, examples["publication/handbook"]!]
  const relations = [{ rel: "mergedInto", id: target.id }]
  await archive.store.put({ ...merged, relations }, { at: "2021-08-31T12:00:00.000Z", by: "test", action: "merge" })
  expect(await open().getBySlug("news", merged.slug)).toMatchObject({ id: target.id })
  expect(await open().getRemoved("news", merged.slug)).toBeUndefined()
  expect(await open().getRemovedById(merged.id)).toBeUndefined()
})

test("a refused question carries the problem, in words that name the parameter", async () => {
  const error: unknown = await open()
    .find({ cursor: "made-up" })
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 422, problem: { errors: [{ parameter: "cursor" }] } })
  expect((error as ApiError).message).toMatch(/cursor: /)
})

test("the client's history of an item is the store's, and nothing for an item that there is not", async () => {
  const { id } = examples["event/course"]!
  expect(await open().history(id)).toEqual(await archive.store.history(id, 100))
  expect(await open().history("0190b3a5-7c1e-7000-8000-0000000000ff")).toEqual([])
})
