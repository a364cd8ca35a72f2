import { topics } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { operations } from "../src/openapi/operations.js"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const read = async (path: string) => (await archive.api.request(path)).json() as Promise<Record<string, unknown[]>>

test("each vocabulary is where the list of them says, and a filter takes its ids", async () => {
  const { vocabularies = [] } = await read("/api/v1/vocabularies")
  expect(vocabularies).toHaveLength(3)
  for (const { url, parameter, count } of vocabularies as { url: string; parameter: string; count: number }[]) {
    const { terms = [] } = await read(new URL(url).pathname)
    expect(terms).toHaveLength(count)
    const ids = (terms as { id: string }[]).map(({ id }) => id).slice(0, 50)
    expect((await archive.api.request(`/api/v1/items?${parameter}=${ids.join()}`)).status).toBe(200)
  }
})

test("a topic has its names in both languages, and what it is called for short", async () => {
  const { terms } = await read("/api/v1/vocabularies/topics")
  expect(terms).toHaveLength(topics.length)
  expect(terms).toContainEqual(
    expect.objectContaining({
      id: "opioid-agonist-treatment",
      prefLabel: { en: expect.any(String), fr: expect.any(String) },
      altLabel: { en: expect.arrayContaining(["OAT"]), fr: expect.arrayContaining(["TAO"]) },
    }),
  )
})

test("a type names the kinds that have it", async () => {
  const { terms } = await read("/api/v1/vocabularies/types")
  expect(terms).toContainEqual({ id: "statement", kinds: ["news", "publication"] })
})

test("a vocabulary is sent again only if it has changed", async () => {
  const first = await archive.api.request("/api/v1/vocabularies/bodies")
  const headers = { "If-None-Match": first.headers.get("etag") ?? "" }
  expect((await archive.api.request("/api/v1/vocabularies/bodies", { headers })).status).toBe(304)
})

test("who misspells a vocabulary is told the one that there is", async () => {
  const response = await archive.api.request("/api/v1/vocabularies/topic")
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ suggestion: "/api/v1/vocabularies/topics" })
})

test("the API's first page leads to all that is no list, by the names of the contract, and to its description", async () => {
  const response = await archive.api.request("/api/v1")
  expect(response.headers.get("link")).toMatch(/openapi\.json>; rel="service-desc".*docs>; rel="service-doc"/)
  const { resources = [] } = (await response.json()) as { resources?: { name: string; url: string }[] }
  for (const { name, url } of resources)
    expect(url).toBe(`https://example.org${operations.find(({ id }) => id === name)?.path}`)
  expect(resources.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["listChanges", "getSnapshot", "harvest", "getContract", "getDocs", "listVocabularies"]),
  )
})
