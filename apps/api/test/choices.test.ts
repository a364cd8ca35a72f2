import type { Item, Page } from "@pg/domain"
import { formats } from "@pg/formats"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { examples, openArchive } from "./archive.js"

const handbook = examples["publication/handbook"]!
const news: Item = {
  ...examples["news/dated"]!,
  body: "A text.",
  relations: [
    { rel: "announces", id: handbook.id },
    { rel: "reports", id: "0190b3a5-7c1e-7000-8000-0000000000ff" },
  ],
}
let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive([...Object.values(examples), news])
})
afterAll(() => archive.close())

const get = (path: string, headers: Record<string, string> = {}) => archive.api.request(`/api/v1${path}`, { headers })
const json = async <T>(path: string): Promise<T> => {
  const response = await get(path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

describe("which fields an answer has", () => {
  test("a list leaves out the long texts, an item alone has all that there is", async () => {
    const { items } = await json<Page>("/items?limit=100")
    expect(items.filter((item) => "body" in item || "source" in item)).toEqual([])
    expect(await json<Item>(`/items/${news.id}`)).toMatchObject({ body: "A text." })
    expect((await json<Page>("/items?limit=100&include=source")).items.some((item) => "source" in item)).toBe(true)
  })

  test("fields are those that are asked for, and what says which item it is", async () => {
    const { items } = await json<Page>("/items?fields=title&limit=3")
    for (const item of items) expect(Object.keys(item)).toEqual(["id", "kind", "title"])
    expect(await json<Item>(`/items/${news.id}?fields=-body`)).not.toHaveProperty("body")
  })

  test("related items come with title and address; one that is not there is left out", async () => {
    const { id, kind, locale, slug, title } = handbook
    const related = [{ rel: "announces", item: { id, kind, locale, slug, title } }]
    expect(await json(`/items/${news.id}?include=relations`)).toMatchObject({ related })
    const page = await json<{ related: Record<string, unknown> }>("/news?include=relations&limit=100")
    expect(page.related[news.id]).toEqual(related)
  })
})

describe.each(formats)("$title", ({ extension, mediaType, title, says }) => {
  test("is given by suffix and by Accept alike, of lists and of items", async () => {
    for (const path of ["/items", "/events", `/items/${handbook.id}`]) {
      const bySuffix = await get(`${path}.${extension}`)
      const byAccept = await get(path, { accept: mediaType })
      expect([bySuffix.status, byAccept.status], path).toEqual([200, 200])
      for (const response of [bySuffix, byAccept]) expect(response.headers.get("content-type")).toContain(mediaType)
      expect(await byAccept.text()).toBe(await bySuffix.text())
    }
  })

  test.each([
    ["fields", "fields=title"],
    ["facets", "facets=topic"],
    ["changes", "feed=changes"],
    ["relations", "include=relations"],
    ["deadlines", "include=deadlines"],
  ] as const)(`says %s, or says that it cannot`, async (part, query) => {
    const response = await get(`/items.${extension}?${query}`)
    if (says.includes(part)) return expect(response.status).toBe(200)
    const { errors } = (await response.json()) as { errors: { detail: string }[] }
    expect(response.status).toBe(422)
    expect(errors[0]?.detail).toMatch(new RegExp(`^${title} has no place for .*: ask for `))
  })
})

test("a request that takes nothing of what there is learns what there is", async () => {
  const response = await get("/items", { accept: "image/png" })
  expect(response.status).toBe(406)
  const { formats: known } = (await response.json()) as { formats: { extension: string }[] }
  expect(known.map(({ extension }) => extension)).toEqual(formats.map(({ extension }) => extension))
})

describe("an item that was removed", () => {
  const gone = examples["event/cancelled"]!

  test("answers 410 with the reason, in its place and in no list", async () => {
    await archive.store.put(gone, {
      at: "2021-09-02T10:00:00.000Z",
      by: "test",
      action: "remove",
      changeNote: "A test.",
    })
    for (const path of [`/items/${gone.id}`, `/events/${gone.slug}`, `/events/${gone.slug}.atom?locale=en`]) {
      const response = await get(path)
      expect(response.status).toBe(410)
      expect(await response.json()).toMatchObject({ type: "urn:pg:problem:removed", state: "gone", reason: "A test." })
    }
    expect((await json<Page>("/items?limit=100")).items.map(({ id }) => id)).not.toContain(gone.id)
  })

  test("leads from its slug to the item that it is part of now, where it was merged", async () => {
    const [merged, target] = [examples["news/minimal"]!, examples["news/dated"]!]
    await archive.store.put(
      { ...merged, relations: [{ rel: "mergedInto", id: target.id }] },
      { at: "2021-09-02T11:00:00.000Z", by: "test", action: "merge" },
    )
    const response = await get(`/news/${merged.slug}`)
    expect([response.status, response.headers.get("location")]).toEqual([301, `/api/v1/items/${target.id}`])
  })

  test("has a tombstone in the feed of what it would be in, and in no other", async () => {
    const deleted = async (path: string) => (await (await get(path)).text()).includes(`ref="urn:uuid:${gone.id}"`)
    expect(await deleted("/items.atom")).toBe(true)
    expect(await deleted("/events.atom?country=AT")).toBe(true)
    expect(await deleted("/news.atom")).toBe(false)
  })

  test("is among the changes that a feed tells", async () => {
    expect(await (await get("/items.atom?feed=changes")).text()).toContain("A test.")
  })
})
