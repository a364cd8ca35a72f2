import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { formats } from "@pg/formats"
import { afterAll, beforeAll, expect, test } from "vitest"
import { examples } from "../archive.js"
import { openSite } from "./site.js"

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const list = "/api/v1/items"
const item = `/api/v1/items/${examples["news/dated"]!.id}`
const ask = (path: string, headers: Record<string, string> = {}, method = "GET") => site.ask(path, { method, headers })
const encoding = (value: string) => ({ "accept-encoding": value })
const fieldsOf = ({ headers }: Response, ...names: string[]) => names.map((name) => headers.get(name))

test.each(formats.map(({ extension }) => extension))(
  "%s is given as it is, as gzip and as brotli",
  async (extension) => {
    const path = `${list}.${extension}`
    const plain = new Uint8Array(await (await ask(path)).arrayBuffer())
    for (const [coding, decode] of [["gzip", gunzipSync] as const, ["br", brotliDecompressSync] as const]) {
      const response = await ask(path, encoding(coding))
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect(fieldsOf(response, "content-encoding", "content-length")).toEqual([coding, String(bytes.length)])
      expect(new Uint8Array(decode(bytes))).toEqual(plain)
      expect(bytes.length).toBeLessThan(plain.length)
    }
  },
)

test("what an answer is compressed to is made once, and the same bytes each time", async () => {
  const bytes = async () => new Uint8Array(await (await ask(list, encoding("br"))).arrayBuffer())
  const [one, two] = [await bytes(), await bytes()]
  expect(one).toEqual(two)
})

test("each coding has a strong tag of its own, and any of them is known again", async () => {
  const codings = ["identity", "gzip", "br"]
  const tags = await Promise.all(codings.map(async (coding) => (await ask(list, encoding(coding))).headers.get("etag")))
  expect(new Set(tags).size).toBe(3)
  for (const tag of tags) {
    expect(tag).toMatch(/^"[\w-]{20,}"$/)
    for (const coding of codings) {
      const response = await ask(list, { ...encoding(coding), "if-none-match": tag ?? "" })
      expect([response.status, response.headers.get("etag")]).toEqual([304, tag])
    }
  }
})

test("304 has what a cache needs, and nothing that tells of the content", async () => {
  const full = await ask(list, encoding("br"))
  const response = await ask(list, { ...encoding("br"), "if-none-match": full.headers.get("etag") ?? "" })
  const kept = ["etag", "vary", "cache-control", "access-control-allow-origin"]
  expect(fieldsOf(response, ...kept)).toEqual(fieldsOf(full, ...kept))
  expect([...response.headers.keys()].filter((name) => name.startsWith("content-"))).toEqual([])
  expect(await response.text()).toBe("")
})

test("an item is known by its date too, for GET and HEAD, unless it is asked for by its tag", async () => {
  const date = (await ask(item)).headers.get("last-modified") ?? ""
  for (const method of ["GET", "HEAD"])
    expect((await ask(item, { "if-modified-since": date }, method)).status).toBe(304)
  expect((await ask(item, { "if-modified-since": date, "if-none-match": '"other"' })).status).toBe(200)
})

test("the date of an item is that of its last revision, and what was revised is sent again", async () => {
  const lastModified = async () => (await ask(item)).headers.get("last-modified")
  const put = (summary: string, at: string) =>
    site.store.put({ ...examples["news/dated"]!, summary }, { at, by: "test", updateType: "minor" })
  const before = (await lastModified()) ?? ""
  await put("Minor, and yet another text.", "2021-08-31T10:00:00.000Z")
  expect(await lastModified()).toBe("Tue, 31 Aug 2021 10:00:00 GMT")
  expect((await ask(item, { "if-modified-since": before })).status).toBe(200)
  expect((await ask(item, { "if-modified-since": "Tue, 31 Aug 2021 10:00:00 GMT" })).status).toBe(304)
  await put("Of the same second: nobody could tell them apart.", "2021-08-31T10:00:00.900Z")
  expect(await lastModified()).toBeNull()
  expect((await ask(item, { "if-modified-since": "Tue, 31 Aug 2021 10:00:00 GMT" })).status).toBe(200)
  await put("Later.", "2021-08-31T10:00:01.000Z")
  expect(await lastModified()).toBe("Tue, 31 Aug 2021 10:00:01 GMT")
})

test("whoever insists on what is no more is told so", async () => {
  for (const condition of [{ "if-match": '"other"' }, { "if-unmodified-since": "Mon, 01 Jan 2001 00:00:00 GMT" }])
    for (const times of [1, 2]) expect([times, (await ask(item, condition)).status]).toEqual([times, 412])
})

test("HEAD says how long the answer to GET is, in the coding that GET has", async () => {
  for (const coding of ["identity", "gzip", "br"]) {
    const [head, get] = [await ask(list, encoding(coding), "HEAD"), await ask(list, encoding(coding))]
    const fields = ["content-length", "content-encoding", "content-type", "etag", "vary", "link"]
    expect(fieldsOf(head, ...fields)).toEqual(fieldsOf(get, ...fields))
    expect(Number(head.headers.get("content-length"))).toBe((await get.arrayBuffer()).byteLength)
    expect(await head.text()).toBe("")
  }
})

test("a short answer is not compressed, but where nothing else is taken", async () => {
  const path = `${list}?limit=1&fields=title`
  expect((await ask(path, encoding("br"))).headers.get("content-encoding")).toBeNull()
  expect((await ask(path, encoding("br, identity;q=0"))).headers.get("content-encoding")).toBe("br")
})

test("a client that takes no coding that there is learns which there are", async () => {
  const response = await ask(list, encoding("zstd, *;q=0"))
  expect(response.status).toBe(406)
  expect(await response.json()).toMatchObject({ status: 406, codings: ["br", "gzip", "identity"] })
})

test("whatever an answer differs by, it says so: format, coding, both", async () => {
  for (const [path, vary] of [
    [list, "Accept, Accept-Encoding"],
    [`${list}.atom`, "Accept-Encoding"],
    [`${item}/linkset`, "Accept, Accept-Encoding"],
    ["/robots.txt", "Accept-Encoding"],
  ] as const) {
    const full = await ask(path)
    const again = await ask(path, { "if-none-match": full.headers.get("etag") ?? "" })
    expect([full.status, again.status]).toEqual([200, 304])
    expect([full, again].map(({ headers }) => headers.get("vary"))).toEqual([vary, vary])
  }
  expect((await ask(list, { accept: "image/png" })).headers.get("vary")).toBe("Accept")
})

test("what goes on is passed on as it comes", async () => {
  const response = await ask("/api/v1/snapshot.ndjson", encoding("br"))
  expect(fieldsOf(response, "content-encoding", "content-length")).toEqual([null, null])
  expect((await response.text()).trimEnd().split("\n")).toHaveLength(Object.keys(examples).length + 2)
})

test("an address that has moved says so for now, since it may move back", async () => {
  const moved = examples["news/undated"]!
  await site.store.put({ ...moved, slug: "elsewhere" }, { at: "2021-08-31T10:00:00.000Z", by: "test" })
  const response = await ask(`/api/v1/news/${moved.slug}`)
  expect([response.status, response.headers.get("cache-control")]).toEqual([
    301,
    expect.stringMatching(/^public, max-age=0,/),
  ])
})
