import { type Item, kinds, type Page, sorts } from "@pg/domain"
import { parseAtomFeed } from "feedsmith"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createApi } from "../src/index.js"
import { examples, openArchive, startedAt } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const get = (path: string, headers: Record<string, string> = {}) => archive.api.request(`/api/v1${path}`, { headers })
const list = async (path: string) => {
  const response = await get(path)
  expect(response.status).toBe(200)
  return (await response.json()) as Page<Item>
}
const idsOf = ({ items }: Page<Item>) => items.map(({ id }) => id)
const everyId = Object.values(examples).map(({ id }) => id)

test("the list of all items says how many there are and, on its last page, no next", async () => {
  const page = await list("/items?limit=100")
  expect(idsOf(page).toSorted()).toEqual(everyId.toSorted())
  expect(page.total).toBe(everyId.length)
  expect(page).not.toHaveProperty("next")
})

test.each(["csv", "ndjson", "jsonld"])(
  "a list as %s that is longer than a page goes on at the address that Link calls next, each item once",
  async (extension) => {
    const found: string[] = []
    let path: string | undefined = `/items.${extension}?limit=7`
    while (path !== undefined) {
      const response = await get(path)
      const text = await response.text()
      found.push(...everyId.filter((id) => text.includes(id)))
      path = /<https:\/\/example[.]org\/api\/v1([^>]+)>; rel="?next"?/.exec(response.headers.get("link") ?? "")?.[1]
    }
    expect(found.toSorted()).toEqual(everyId.toSorted())
  },
)

test.each(kinds)("/$segment lists the items of kind $name and no others", async ({ name, segment }) => {
  const expected = Object.values(examples).filter((item) => item.kind === name)
  expect(idsOf(await list(`/${segment}?limit=100`)).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
})

test.each(sorts.filter((sort) => sort !== "relevance"))(
  "undated items are in the list sorted by %s, for null is not a date",
  async (sort) => {
    const ids = idsOf(await list(`/items?limit=100&sort=${sort}`))
    for (const { id } of Object.values(examples).filter(({ issued }) => issued === undefined)) expect(ids).toContain(id)
  },
)

test("missing=issued asks for the undated items alone, and they have no date in the answer", async () => {
  const { items } = await list("/items?missing=issued&limit=100")
  const undated = Object.values(examples).filter(({ issued }) => issued === undefined)
  expect(items.map(({ id }) => id).toSorted()).toEqual(undated.map(({ id }) => id).toSorted())
  for (const item of items) expect(item).not.toHaveProperty("issued")
})

test("following next walks the whole list, each item once, in the order of the one long page", async () => {
  const walked: string[] = []
  let path: string | undefined = "/items?limit=2"
  while (path !== undefined) {
    const response = await get(path)
    const page = (await response.json()) as Page<Item>
    expect(page.total).toBe(everyId.length)
    walked.push(...idsOf(page))
    const link = /<https:\/\/example\.org\/api\/v1([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")
    expect(link === null).toBe(page.next === undefined)
    path = link?.[1]
  }
  expect(walked).toEqual(idsOf(await list("/items?limit=100")))
})

test("filters say any of their values, and all filters hold", async () => {
  const { items } = await list("/items?topic=prisons,children&kind=news")
  expect(items.map(({ slug }) => slug)).toEqual([examples["news/undated"]?.slug])
})

test("a list says in which languages its items are", async () => {
  expect((await get("/items?locale=fr")).headers.get("content-language")).toBe("fr")
  expect((await get("/items?limit=100")).headers.get("content-language")).toBe("en, fr")
})

test("a list as Atom has every item, by suffix and by Accept alike", async () => {
  const bySuffix = await get("/items.atom?limit=100")
  expect(bySuffix.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8")
  expect(bySuffix.headers.get("vary")).toBeNull()
  const byAccept = await get("/items?limit=100", { accept: "application/atom+xml" })
  expect(byAccept.headers.get("vary")).toBe("Accept")
  for (const response of [bySuffix, byAccept]) {
    const feed = parseAtomFeed(await response.text())
    expect(feed.entries?.map(({ id }) => id)).toEqual(
      idsOf(await list("/items?limit=100")).map((id) => `urn:uuid:${id}`),
    )
  }
})

test("a feed's pages lead on in the same format, with the same question", async () => {
  const feed = parseAtomFeed(await (await get("/news.atom?topic=statute&limit=1")).text())
  const link = (rel: string) => feed.links?.find((candidate) => candidate.rel === rel)?.href
  expect(link("self")).toBe("https://example.org/api/v1/news.atom?topic=statute&limit=1")
  expect(link("alternate")).toBe("https://example.org/en/news?topic=statute&limit=1&locale=*")
  expect(link("next")).toMatch(/^https:\/\/example\.org\/api\/v1\/news\.atom\?topic=statute&limit=1&cursor=/)
  expect(feed.title?.value).toBe("Pompidou Group, news (topic: statute)")
})

test("an empty feed has not changed since the archive began, whichever process says so", async () => {
  const feed = parseAtomFeed(await (await get("/items.atom?topic=nothing-has-this")).text())
  expect(feed.updated).toBe(await archive.store.earliestChange())
  expect(feed.entries).toBeUndefined()
})

test("a feed whose only item is withdrawn while it is written is an empty one, and no failure", async () => {
  const { store, close } = await openArchive([examples["news/dated"]!])
  const withdrawn = { at: startedAt, by: "test", action: "withdraw" } as const
  const findHeads: typeof store.findHeads = async (...asked) => {
    const page = await store.findHeads(...asked)
    await store.put(examples["news/dated"]!, withdrawn)
    return page
  }
  const tombstones = async () => []
  const api = createApi({
    store: { ...store, findHeads, tombstones },
    siteUrl: "https://example.org",
    now: () => new Date(startedAt),
  })
  for (const suffix of ["atom", "rss"]) {
    const response = await api.request(`/api/v1/items.${suffix}`)
    await store.put(examples["news/dated"]!, { at: startedAt, by: "test", action: "publish" })
    expect([suffix, response.status]).toEqual([suffix, 200])
    expect(await response.text()).not.toContain(examples["news/dated"]!.id)
  }
  await close()
})

test("the first page of the API leads to every list, and each of its addresses answers", async () => {
  const { collections } = (await (await get("")).json()) as {
    collections: { name: string; url: string; formats: Record<string, string> }[]
  }
  expect(collections.map(({ name }) => name)).toEqual(["items", ...kinds.map(({ segment }) => segment)])
  for (const { url, formats } of collections)
    for (const address of [url, ...Object.values(formats)])
      expect((await archive.api.request(address)).status).toBe(200)
})
