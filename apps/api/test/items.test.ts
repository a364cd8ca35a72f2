import { parseItem } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { changedAt, examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const get = (path: string, headers: Record<string, string> = {}) => archive.api.request(`/api/v1${path}`, { headers })
const dated = examples["news/dated"]!
const french = examples["news/french"]!

test("an item is the Item itself, with what the store knows of its revisions", async () => {
  const response = await get(`/items/${dated.id}`)
  expect(response.headers.get("content-type")).toBe("application/json")
  const item = parseItem(await response.json())
  expect(item).toEqual({ ...dated, revision: 1, firstPublishedAt: item.firstPublishedAt, updatedAt: item.updatedAt })
  expect(new Date(item.updatedAt ?? "").toISOString()).toBe(changedAt)
})

test("an item has the same bytes under its id and its slug, and says its language and its age", async () => {
  const [byId, bySlug] = [await get(`/items/${french.id}`), await get(`/news/${french.slug}`)]
  expect(await bySlug.text()).toBe(await byId.text())
  expect(bySlug.headers.get("content-language")).toBe("fr")
  expect(bySlug.headers.get("last-modified")).toBe(new Date(changedAt).toUTCString())
})

test("an item is given in the format of its suffix", async () => {
  for (const path of [`/items/${dated.id}.atom`, `/news/${dated.slug}.atom`]) {
    const response = await get(path)
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8")
    expect(await response.text()).toContain(`<id>urn:uuid:${dated.id}</id>`)
  }
  expect((await get(`/items/${dated.id}.json`)).headers.get("content-type")).toBe("application/json")
})

test("an item is found under its own kind only", async () => {
  expect((await get(`/events/${dated.slug}`)).status).toBe(404)
})

test("where two languages have the same slug, locale decides", async () => {
  const [en, fr] = ["0190b3a5-7c1e-7000-8000-00000000000a", "0190b3a5-7c1e-7000-8000-00000000000b"].map((id, index) =>
    parseItem({ id, kind: "news", locale: ["en", "fr"][index], slug: "participation", title: "Participation" }),
  )
  await archive.store.putAll([en!, fr!], { at: changedAt, by: "test" })
  expect(await (await get("/news/participation?locale=fr")).json()).toMatchObject({ id: fr?.id })
  expect(await (await get("/news/participation?locale=en")).json()).toMatchObject({ id: en?.id })
  expect((await get("/news/participation")).status).toBe(200)
  expect((await get("/news/participation?locale=de")).status).toBe(404)
})

test("a slug that an item used to have leads to the one that it has, in its language, the suffix kept", async () => {
  const item = examples["event/cancelled"]!
  await archive.store.put({ ...item, slug: "another-slug" }, { at: "2021-08-31T10:00:00.000Z", by: "test" })
  for (const rest of ["", "?locale=en", ".atom", ".atom?locale=en"]) {
    const response = await get(`/events/${item.slug}${rest}`)
    expect(response.status).toBe(301)
    const suffix = rest.startsWith(".") ? ".atom" : ""
    expect(response.headers.get("location")).toBe(`/api/v1/events/another-slug${suffix}?locale=en`)
  }
  expect((await get("/events/another-slug")).status).toBe(200)
})

test("an item that is not there is told by its own type of problem, so that a client knows absence from error", async () => {
  const typeOf = async (path: string) => ((await (await get(path)).json()) as { type: string }).type
  for (const path of ["/items/0190b3a5-7c1e-7000-8000-0000000000ff", "/news/no-such-slug"])
    expect(await typeOf(path)).toBe("urn:pg:problem:no-such-item")
  expect(await typeOf("/nowhere")).toBe("about:blank")
})

test("an old address leads to the item even when it is of another kind, or in another language, by now", async () => {
  const item = examples["news/undated"]!
  const change = { at: "2021-09-01T10:00:00.000Z", by: "test" }
  for (const now of [
    { ...item, kind: "event" as const, eventStatus: "EventScheduled" as const, sessions: [], organisers: [] },
    { ...item, locale: "fr", slug: "les-enfants" },
  ]) {
    await archive.store.put(now, change)
    const moved = await get(`/news/${item.slug}?locale=en`)
    expect(moved.status).toBe(301)
    const response = await archive.api.request(moved.headers.get("location")!)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ id: item.id, kind: now.kind, slug: now.slug, locale: now.locale })
  }
})
