import { once } from "node:events"
import type { Server, ServerResponse } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import type { Answer } from "@pg/api"
import { expect, onTestFinished, test } from "vitest"
import { listen, stop } from "./listen.js"
import { type Patience, patience } from "./patience.js"

/** A server that is quickly out of patience, and what it did. */
async function impatient(
  limits: Partial<Patience>,
  body: () => Answer["body"] | Promise<never> = () => new TextEncoder().encode("answered"),
) {
  const options = { host: "127.0.0.1", port: 0, connectionsCheckingInterval: 10, ...limits }
  const server = await listen(options, () => ({
    failed: (error) => ({ status: 500, headers: {}, body: new TextEncoder().encode(String(error)) }),
    answer: async () => ({ status: 200, headers: {}, body: await body() }),
  }))
  onTestFinished(async () => await stop(server, 0))
  return { server, client: () => clientOf(server) }
}

function clientOf(server: Server): Socket {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => {})
  onTestFinished(() => void socket.destroy())
  return socket
}

/** What a client was told until its connection ended. Of what it was told last, a client that still talks may hear nothing. */
async function said(socket: Socket): Promise<string> {
  let text = ""
  socket.on("data", (chunk) => (text += String(chunk)))
  // `once` would take it for a failure that the connection is reset, which is how it ends for a client that still talks.
  await new Promise((resolve) => socket.on("close", resolve))
  return text
}
const nothingOr408 = /^(?:$|HTTP\/1\.1 408 )/

test("a header that comes in drops is not waited for", async () => {
  const { client } = await impatient({ headersTimeout: 100, requestTimeout: 200 })
  const socket = client()
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n")
  const drops = setInterval(() => socket.write("X-Drop: a\r\n"), 10)
  onTestFinished(() => clearInterval(drops))
  expect(await said(socket)).toMatch(nothingOr408)
})

test("a connection on which nothing is asked is not kept open", async () => {
  const { client } = await impatient({ headersTimeout: 100, requestTimeout: 200 })
  expect(await said(client())).toMatch(nothingOr408)
})

test("nor is one on which no more is asked", async () => {
  const { client } = await impatient({ keepAliveTimeout: 100 })
  const socket = client()
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  expect(await said(socket)).toMatch(/^HTTP\/1\.1 200 [^]*answered$/)
})

test("a body that comes in drops is not waited for", async () => {
  const { client } = await impatient({ headersTimeout: 100, requestTimeout: 200 }, () => new Promise<never>(() => {}))
  const socket = client()
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
  const drops = setInterval(() => socket.write("a"), 10)
  onTestFinished(() => clearInterval(drops))
  expect(await said(socket)).toMatch(nothingOr408)
})

test("what a client has asked for and does not read is not held for ever", async () => {
  // More than the system's buffers take, so that the rest waits in the server.
  const long = new Uint8Array(50_000_000)
  const { server, client } = await impatient({ timeout: 100 }, () => long)
  const asked = once(server, "request") as Promise<[unknown, ServerResponse]>
  client().pause().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  const [, outgoing] = await asked
  await once(outgoing, "close")
  expect(outgoing.writableFinished).toBe(false)
})

test("a stream that nobody reads is not made any more", async () => {
  const ended = Promise.withResolvers<void>()
  const stream = () =>
    new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(1_000_000)), cancel: () => ended.resolve() })
  const { client } = await impatient({ timeout: 100 }, stream)
  client().pause().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  await ended.promise
})

test("more connections than the server takes are ended at once, and those that it has go on", async () => {
  const { server, client } = await impatient({ maxConnections: 1 })
  const first = client()
  await once(first, "connect")
  const dropped = once(server, "drop")
  expect(await said(client())).toBe("")
  await dropped
  first.end("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  expect(await said(first)).toContain("answered")
})

test("a header without end is refused", async () => {
  const { client } = await impatient({})
  const socket = client()
  socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`)
  expect(await said(socket)).toMatch(/^(?:$|HTTP\/1\.1 431 )/)
})

test("the newsroom's own patience is longer than what it has others wait for", () => {
  expect(patience.timeout).toBeGreaterThan(60_000)
  expect(patience.keepAliveTimeout).toBeGreaterThan(60_000)
  expect(patience.headersTimeout).toBeLessThan(patience.requestTimeout)
})
