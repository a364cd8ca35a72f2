import { afterAll, beforeAll, expect, test } from "vitest"
import { createClient, type Suggestions } from "@pg/client"
import { parseItem } from "@pg/domain"
import { examples, openArchive } from "./archive.js"

const titled = (title: string, locale: string, n: number) =>
  parseItem({ id: `0190b3a5-7c1e-7000-8000-00000000000${n}`, kind: "news", locale, slug: `s-${n}`, title })

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  const more = [titled("Wombats of Strasbourg", "en", 1), titled("Un wombat à Strasbourg", "fr", 2)]
  archive = await openArchive([...Object.values(examples), ...more])
})
afterAll(() => archive.close())

const ask = (path: string) => archive.api.request(`/api/v1/suggest${path}`)

test("who writes the beginning of a word is offered the word and what it finds", async () => {
  const response = await ask("?q=womb")
  const { completions, items } = (await response.json()) as Suggestions
  expect(completions).toEqual(["wombat"])
  expect(items).toHaveLength(2)
  expect(items).toContainEqual(
    expect.objectContaining({ slug: "s-1", title: "Wombats of Strasbourg", kind: "news", locale: "en" }),
  )
  expect(response.headers.get("etag")).toMatch(/^"/)
})

test("what is offered is of the language that is asked for", async () => {
  const client = createClient({
    baseUrl: "https://example.org/api/v1",
    fetch: async (request) => archive.api.request(request),
  })
  const { items } = await client.suggest({ q: "womb", locale: ["fr"] })
  expect(items.map(({ slug }) => slug)).toEqual(["s-2"])
})

test("a whole word finds what it finds, and one that nobody has written offers nothing", async () => {
  expect(await (await ask("?q=wombat+stras")).json()).toMatchObject({ completions: ["wombat strasbourg"] })
  expect(await (await ask("?q=zzzz")).json()).toEqual({ completions: [], items: [] })
})

test("where nothing is written nothing is offered, and what cannot narrow a suggestion is refused", async () => {
  for (const path of ["", "?q=", "?locale=en"])
    expect(await (await ask(path)).json()).toEqual({ completions: [], items: [] })
  expect((await ask("?q=a&topic=hiv")).status).toBe(422)
})
