import { expect, test } from "vitest"
import { createCache, createClient } from "./index.js"

/** An API whose one page has an ETag, and that says what it was asked with. */
function open(options = {}) {
  const asked: (string | null)[] = []
  let version = 1
  const fetch = ({ headers }: Request) => {
    const known = headers.get("if-none-match")
    asked.push(known)
    const etag = `"${version}"`
    return known === etag
      ? new Response(null, { status: 304, headers: { etag } })
      : new Response(JSON.stringify({ items: [], total: version }), { headers: { etag } })
  }
  const client = createClient({ baseUrl: "http://api.example", fetch, ...options })
  return { asked, client, change: () => version++ }
}

test("what has not changed is not sent again", async () => {
  const { client, asked } = open()
  expect(await client.find({})).toEqual(await client.find({}))
  expect(asked).toEqual([null, `"1"`])
})

test("what has changed is what one gets", async () => {
  const { client, change } = open()
  await client.find({})
  change()
  expect(await client.find({})).toMatchObject({ total: 2 })
})

test("an answer is one's own to change", async () => {
  const { client } = open()
  const page = await client.find({})
  page.total = 7
  expect((await client.find({})).total).toBe(1)
})

test("who wants no cache has none", async () => {
  const { client, asked } = open({ cache: false })
  await client.find({})
  await client.find({})
  expect(asked).toEqual([null, null])
})

test("a full cache forgets what was not asked for for longest", () => {
  const cache = createCache(2)
  const answer = { etag: `"1"`, text: "{}" }
  for (const url of ["a", "b"]) cache.set(url, answer)
  cache.get("a")
  cache.set("c", answer)
  expect(["a", "b", "c"].map((url) => cache.get(url) !== undefined)).toEqual([true, false, true])
})
