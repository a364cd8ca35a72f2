import { mkdtempSync, rmSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Writable } from "node:stream"
import { text } from "node:stream/consumers"
import type { AddressInfo } from "node:net"
import { createLog } from "@pg/api"
import { openStore } from "@pg/store"
import { afterAll, beforeAll, expect, test } from "vitest"
import { compose } from "../src/compose.js"
import { importItems } from "../src/import-items.js"
import { listen, stop } from "../src/listen.js"
import { readSample } from "../src/sample.js"

/** The newsroom's sample, asked by what no client should send. */
const at = "2021-09-01T08:00:00.000Z"
const logged: string[] = []
let port: number
let close: () => Promise<void>
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "malformed-"))
  const store = await openStore(`sqlite:${join(folder, "newsroom.db")}`)
  await importItems(store, await readSample(at), { at, by: "test" })
  const stream = new Writable({ write: (line, _, done) => (logged.push(String(line)), done()) })
  const settings = { log: createLog("error", stream), cacheBytes: 10_000_000, requestsPerMinute: 0, trustedProxies: 0 }
  const server = await listen({ host: "127.0.0.1", port: 0 }, () =>
    compose({ store, siteUrl: "https://example.org", now: () => new Date(at), ...settings }),
  )
  port = (server.address() as AddressInfo).port
  close = async () => {
    await stop(server, 1)
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
afterAll(() => close())

/** What comes back for some bytes until the server closes. */
async function send(bytes: string) {
  const socket = connect(port, "127.0.0.1")
  socket.write(bytes)
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n", 2)
  return { status: Number(head.split(" ")[1]), head: head.toLowerCase(), body }
}

test.each([
  ["no HTTP at all", "hello\r\n\r\n", 400],
  ["a header that is longer than any is", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
  ["an expectation that nobody knows", "GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n", 417],
  ["a host that is none", "GET /en HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
  ["an address of letters that none can have", "GET /fr/\\evil HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
])("%s is told what is wrong with it, as every failure is", async (_, bytes, status) => {
  const answer = await send(bytes)
  expect(answer.status).toBe(status)
  expect(answer.head).toContain("content-type: application/problem+json")
  expect(JSON.parse(answer.body)).toMatchObject({ status, detail: expect.stringMatching(/\w\.$/) })
})

test("a host that is none is refused whether or not there is an answer for others at hand", async () => {
  const ask = (host: string) => send(`GET /api/v1/items?limit=3 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  expect([(await ask("a b")).status, (await ask("a")).status, (await ask("a b")).status]).toEqual([400, 200, 400])
})

test("a client of HTTP/1.0 need not name a host, and gets a stream of events without chunks", async () => {
  expect((await send("GET /api/v1/items?limit=2 HTTP/1.0\r\n\r\n")).status).toBe(200)
  const socket = connect(port, "127.0.0.1")
  socket.write("GET /api/v1/changes HTTP/1.0\r\nAccept: text/event-stream\r\n\r\n")
  let answer = ""
  for await (const chunk of socket) if ((answer += String(chunk)).includes("data:")) break
  expect(answer.toLowerCase()).not.toContain("transfer-encoding")
  expect(answer).toContain("\r\n\r\n: listening\n\n")
})

test("an address that is written with percent signs is as live as the same without", async () => {
  const ask = (accept: string) =>
    fetch(`http://127.0.0.1:${port}/api/v1/%63hanges`, { headers: { accept }, signal: AbortSignal.timeout(5000) })
  await (await ask("application/json")).text()
  const stream = await ask("text/event-stream")
  expect(stream.headers.get("content-type")).toContain("text/event-stream")
  await stream.body?.cancel()
})

test("nothing of this is a failure of the server's own", () => {
  expect(logged).toEqual([])
})
