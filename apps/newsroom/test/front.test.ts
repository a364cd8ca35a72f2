import { type IncomingMessage, request } from "node:http"
import { mkdtempSync, rmSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { createLog } from "@pg/api"
import type { Item, Page } from "@pg/domain"
import { openStore } from "@pg/store"
import { afterAll, beforeAll, expect, test } from "vitest"
import { compose } from "../src/compose.js"
import { importItems } from "../src/import-items.js"
import { listen, stop } from "../src/listen.js"
import { readSample } from "../src/sample.js"

/** The newsroom's sample, served over sockets as the command does it. */
const at = "2021-09-01T08:00:00.000Z"
let served: Awaited<ReturnType<typeof open>>
let item: Item
beforeAll(async () => {
  served = await open()
  const { items } = JSON.parse((await ask("/api/v1/news?locale=en&limit=1")).body.toString()) as Page<Item>
  item = items[0]!
})
afterAll(() => served.close())

async function open() {
  const folder = mkdtempSync(join(tmpdir(), "front-"))
  const store = await openStore(`sqlite:${join(folder, "newsroom.db")}`)
  await importItems(store, await readSample(at), { at, by: "test" })
  const log = createLog("silent", process.stderr)
  const settings = { log, cacheBytes: 10_000_000, requestsPerMinute: 3, trustedProxies: 1 }
  const server = await listen({ host: "127.0.0.1", port: 0 }, () =>
    compose({ store, siteUrl: "https://example.org", now: () => new Date(at), ...settings }),
  )
  const close = async () => {
    await stop(server, 1)
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, port: (server.address() as AddressInfo).port, close }
}

/** Asks over a socket, and gives what came as it came. */
async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const asked = request({ host: "127.0.0.1", port: served.port, path, method, headers })
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    asked.on("response", resolve).on("error", reject).end(),
  )
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }
}

const keptPaths = () => ["/api/v1/items?limit=50", `/api/v1/items/${item.id}.atom`, "/en", `/en/news/${item.slug}`]

/** What of an answer is as it was, however it came about. */
const lasting = ({
  headers: { "x-request-id": _, date: _date, ...headers },
  ...rest
}: Awaited<ReturnType<typeof ask>>) => ({
  ...rest,
  headers,
})

test.each([undefined, "gzip", "br"])(
  "an answer that was kept is byte for byte the one that was made (%s)",
  async (coding) => {
    for (const path of keptPaths()) {
      const headers = coding === undefined ? {} : { "accept-encoding": coding }
      const [made, kept] = [await ask(path, headers), await ask(path, headers)]
      expect(made.status).toBe(200)
      expect(lasting(kept)).toEqual(lasting(made))
      expect(kept.headers["content-encoding"]).toBe(coding)
      expect(Number(kept.headers["content-length"])).toBe(kept.body.length)
      expect(kept.headers["x-request-id"]).not.toBe(made.headers["x-request-id"])
    }
  },
)

test("pages are known again like everything else, in any coding", async () => {
  for (const path of keptPaths()) {
    const { headers } = await ask(path, { "accept-encoding": "br" })
    const again = await ask(path, { "accept-encoding": "gzip", "if-none-match": headers.etag ?? "" })
    expect([again.status, again.headers.etag, again.body.length]).toEqual([304, headers.etag, 0])
    expect(again.headers["transfer-encoding"]).toBeUndefined()
  }
})

test("HEAD of a page is its header alone, kept or not", async () => {
  const path = `/fr/search?q=${item.slug.slice(0, 4)}`
  for (const times of [1, 2]) {
    const { status, headers, body } = await ask(path, {}, "HEAD")
    expect([times, status, body.length]).toEqual([times, 200, 0])
    expect(Number(headers["content-length"])).toBe((await ask(path)).body.length)
  }
})

test("a page says what was written before it was asked for, however often it was asked for before", async () => {
  const path = `/en/news/${item.slug}`
  for (const title of ["The first change", "The second change"]) {
    await ask(path)
    await served.store.put({ ...item, title }, { at: "2021-09-01T09:00:00.000Z", by: "test" })
    expect((await ask(path)).body.toString()).toContain(title)
  }
})

test("style and pictures are compressed, and kept by browsers for ever", async () => {
  const page = (await ask("/en")).body.toString()
  const path = /<link rel="stylesheet" href="([^"]+)">/.exec(page)?.[1] ?? ""
  const { headers } = await ask(path, { "accept-encoding": "br" })
  expect(headers["content-encoding"]).toBe("br")
  expect(headers["cache-control"]).toContain("immutable")
})

test("pages that say what is wrong are compressed too, and are told even to who takes no coding", async () => {
  const withdrawn = await withdraw()
  const paths = { 404: "/en/news/no-such-news", 410: `/en/news/${withdrawn.slug}`, 422: "/en/news?topik=hiv" }
  for (const [status, path] of Object.entries(paths)) {
    const plain = await ask(path)
    expect([plain.status, plain.headers["content-encoding"]]).toEqual([Number(status), undefined])
    for (const [coding, decode] of [["gzip", gunzipSync] as const, ["br", brotliDecompressSync] as const]) {
      const { status: same, headers, body } = await ask(path, { "accept-encoding": coding })
      expect([same, headers["content-encoding"], headers.vary]).toEqual([Number(status), coding, "Accept-Encoding"])
      expect(Number(headers["content-length"])).toBe(body.length)
      expect(decode(body).toString()).toBe(plain.body.toString())
      expect(body.length).toBeLessThan(plain.body.length / 2)
      const head = await ask(path, { "accept-encoding": coding }, "HEAD")
      expect([head.headers["content-encoding"], head.body.length]).toEqual([coding, 0])
    }
    expect((await ask(path, { "accept-encoding": "identity;q=0" })).status).toBe(Number(status))
  }
})

/** An item that was public and is so no more. */
async function withdraw(): Promise<Item> {
  const { items } = JSON.parse((await ask("/api/v1/news?locale=en&limit=2")).body.toString()) as Page<Item>
  await served.store.put(items[1]!, { at: "2021-09-01T09:00:00.000Z", by: "test", action: "withdraw" })
  return items[1]!
}

test("who asks too often is refused, though the answer is at hand", async () => {
  const of = { "x-forwarded-for": "203.0.113.7" }
  const statuses: (number | undefined)[] = []
  for (let times = 0; times < 4; times++) statuses.push((await ask("/en", of)).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await ask("/en", of)
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0)
  expect(JSON.parse(refused.body.toString())).toMatchObject({ status: 429 })
})
