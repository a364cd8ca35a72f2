import { afterAll, beforeAll, expect, test } from "vitest"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const problemOf = async (path: string, init: RequestInit = {}) => {
  const response = await archive.api.request(path, init)
  expect(response.headers.get("content-type")).toBe("application/problem+json")
  expect(response.headers.get("cache-control")).toBe("no-store")
  const problem = (await response.json()) as Record<string, unknown>
  expect(problem).toMatchObject({ type: expect.any(String), status: response.status })
  return { ...problem, allow: response.headers.get("allow") }
}

test("a mistyped parameter is named, with the one that was meant", async () => {
  expect(await problemOf("/api/v1/items?topik=prisons")).toMatchObject({
    status: 422,
    errors: [{ parameter: "topik", detail: "there is no such parameter", suggestion: "topic" }],
  })
})

test("a value that no item has is told where it leads to an empty list, with the one that was meant", async () => {
  const response = await archive.api.request("/api/v1/items?topic=drug-polcy&limit=1")
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    items: [],
    total: 0,
    unmatched: [{ parameter: "topic", value: "drug-polcy", suggestion: "drug-policy" }],
  })
})

test("every parameter that is wrong is named, not only the first", async () => {
  const { errors } = (await problemOf("/api/v1/news?limit=0&issued=juin&sort=isued&country=France")) as {
    errors?: unknown
  }
  expect(errors).toMatchObject([
    { parameter: "limit" },
    { parameter: "issued" },
    { parameter: "sort", suggestion: "issued" },
    { parameter: "country" },
  ])
})

test("a list of one kind cannot be asked for another", async () => {
  expect(await problemOf("/api/v1/events?kind=news")).toMatchObject({ status: 422, errors: [{ parameter: "kind" }] })
  expect((await archive.api.request("/api/v1/events?kind=&topic=")).status).toBe(200)
})

test("a cursor of another question, or none that a page gave, is refused by name", async () => {
  const { next } = (await (await archive.api.request("/api/v1/items?limit=1")).json()) as { next: string }
  for (const search of ["cursor=made-up", `limit=1&topic=prisons&cursor=${next}`, `limit=1&sort=issued&cursor=${next}`])
    expect(await problemOf(`/api/v1/items?${search}`)).toMatchObject({ status: 422, errors: [{ parameter: "cursor" }] })
})

test("an item's addresses take no parameters but a slug's locale", async () => {
  const { id, slug } = examples["news/dated"]!
  expect(await problemOf(`/api/v1/items/${id}?locale=en`)).toMatchObject({
    status: 422,
    errors: [{ parameter: "locale" }],
  })
  expect(await problemOf(`/api/v1/news/${slug}?local=en`)).toMatchObject({
    status: 422,
    errors: [{ parameter: "local", suggestion: "locale" }],
  })
  for (const search of ["locale=english!", "locale=en&locale=fr"])
    expect(await problemOf(`/api/v1/news/${slug}?${search}`)).toMatchObject({
      status: 422,
      errors: [{ parameter: "locale" }],
    })
})

test.each([
  "/items/0190b3a5-7c1e-7000-8000-0000000000ff",
  "/items/not-a-uuid",
  "/items/%00",
  "/news/no-such-news",
  "/news/%E0%A4%A",
])("%s is not there", async (path) => {
  expect(await problemOf(`/api/v1${path}`)).toMatchObject({ status: 404 })
})

test("an address where there is nothing is answered with the nearest one where there is something", async () => {
  expect(await problemOf("/api/v1/event")).toMatchObject({ status: 404, suggestion: "/api/v1/events" })
  expect(await problemOf("/api/v1/news.rdf")).toMatchObject({ status: 404 })
})

test.each([
  ["/api", "/api/v1"],
  ["/api/", "/api/v1"],
  ["/api/v1/items/?limit=2", "/api/v1/items?limit=2"],
  ["/api/docs/", "/api/docs"],
  [`/api/v1/items/${examples["news/dated"]!.id.toUpperCase()}.md`, `/api/v1/items/${examples["news/dated"]!.id}.md`],
])("%s can mean one address only, and leads to it", async (path, meant) => {
  const response = await archive.api.request(path)
  expect([response.status, response.headers.get("location")]).toEqual([301, meant])
})

test("who asks for a publication among the news is told where it is", async () => {
  const { slug, locale } = examples["publication/year-only"]!
  expect(await problemOf(`/api/v1/news/${slug}.md`)).toMatchObject({
    status: 404,
    suggestion: `/api/v1/publications/${slug}.md?locale=${locale}`,
  })
})

test("a list of one kind cannot leave out that very kind, for then it has nothing", async () => {
  expect(await problemOf("/api/v1/news?not.kind=news")).toMatchObject({
    status: 422,
    errors: [{ parameter: "not.kind" }],
  })
})

test.each(["/api/v1", "/api/v1/items.atom", "/api/v1/events/a.atom", "/healthz"])("%s is only read", async (path) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    expect(await problemOf(path, { method })).toMatchObject({ status: 405, allow: "GET, HEAD, OPTIONS" })
})

test("what is not there cannot be written either", async () => {
  expect(await problemOf("/api/v1/nothing/at/all", { method: "POST" })).toMatchObject({ status: 404 })
})

test("what is too long is refused before it is looked at", async () => {
  expect(await problemOf(`/api/v1/items?q=${"a".repeat(9000)}`)).toMatchObject({ status: 414 })
  expect(await problemOf(`/api/v1/items?q=${"a".repeat(300)}`)).toMatchObject({
    status: 422,
    errors: [{ parameter: "q" }],
  })
  expect(await problemOf(`/api/v1/items?${"a".repeat(3000)}=1`)).toMatchObject({ status: 422 })
  expect(await problemOf(`/api/v1/news/${"a".repeat(3000)}`)).toMatchObject({ status: 404 })
})

test.each([
  "%00",
  "'%22--",
  "%F0%9F%98%80",
  "%EF%BF%BE",
  "%5C",
  "*",
  "%25_",
  "NOT",
  "a%0Ab",
  "(",
  "NEAR(",
  "%E2%80%AE",
])("q=%s is a question like any other, or refused; never a failure", async (q) => {
  expect([200, 422]).toContain((await archive.api.request(`/api/v1/items?q=${q}`)).status)
})
