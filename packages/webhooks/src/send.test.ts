import { once } from "node:events"
import { createServer, type RequestListener } from "node:http"
import { createServer as createRaw, type AddressInfo, type Socket } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { parseAllowed } from "./guard.js"
import { createSender } from "./send.js"

const userAgent = "newsroom tests"
const sender = createSender({ allowed: parseAllowed("127.0.0.1,localhost"), timeout: 5000, userAgent })
const message = (url: string) => ({
  url,
  headers: { "content-type": "application/json", "webhook-id": "msg_1" },
  body: "{}",
})

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1")
  await once(server, "listening")
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

/** A server that says something else than HTTP demands. */
async function listenRaw(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createRaw((socket) => {
    sockets.add(socket.on("error", () => {}))
    onConnection(socket)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test("a message comes as it was given, and any answer 2xx is taken", async () => {
  let got = ""
  const url = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { "webhook-id": id, "user-agent": agent, "content-type": type, host } = request.headers
    got = [request.method, request.url, id, agent, type, host, Buffer.concat(chunks)].join(" ")
    response.writeHead(202).end("Thank you")
  })
  const sent = await sender(message(url))
  expect(sent).toEqual({ status: 202, duration: expect.any(Number) as number })
  expect(got).toBe(`POST /hook msg_1 ${userAgent} application/json ${new URL(url).host} {}`)
})

test.each([
  [400, "It answered 400 Bad Request."],
  [503, "It answered 503 Service Unavailable."],
  [599, "It answered 599."],
])("%i is no success", async (status, problem) => {
  const url = await listen((_, response) => void response.writeHead(status, { "retry-after": "60" }).end())
  expect(await sender(message(url))).toMatchObject({ status, problem, retryAfter: "60" })
})

test.each([301, 302, 303, 307, 308])("a redirection (%i) is not followed, wherever it leads", async (status) => {
  let asked = 0
  const url = await listen((_, response) => {
    asked++
    response.writeHead(status, { location: "http://169.254.169.254/latest/" }).end()
  })
  const { problem } = await sender(message(url))
  expect(problem).toContain(`http://169.254.169.254/latest/ (${status}), which is not followed`)
  expect(asked).toBe(1)
})

test("who does not answer in time has failed, whether it says nothing or begins and does not end its head", async () => {
  const quick = createSender({ allowed: parseAllowed("127.0.0.1"), timeout: 300, userAgent })
  const silent = await listenRaw(() => {})
  const slow = await listenRaw((socket) => void socket.write("HTTP/1.1 200 OK\r\nX: "))
  for (const url of [silent, slow]) {
    const sent = await quick(message(url))
    expect(sent).toEqual({ problem: "It did not answer within 0.3 seconds.", duration: expect.any(Number) as number })
  }
})

test("a host that cannot be looked up in time has failed too", async () => {
  const never = () => new Promise<never>(() => {})
  const quick = createSender({ allowed: parseAllowed(""), timeout: 100, userAgent, resolve: never })
  expect((await quick(message("http://hook.example/"))).problem).toContain("within 0.1 seconds")
})

test("the head of an answer counts, also where its body has no end or is too much", async () => {
  const quick = createSender({ allowed: parseAllowed("127.0.0.1"), timeout: 500, userAgent })
  const endless = await listenRaw((socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n1"))
  expect(await quick(message(endless))).toMatchObject({ status: 200 })
  let written = 0
  const flood = await listen((_, response) => {
    response.writeHead(200)
    const more = () => {
      for (written += 65_536; written < 1e9 && response.write(Buffer.alloc(65_536)); written += 65_536);
    }
    response.on("drain", more)
    more()
  })
  expect(await sender(message(flood))).toMatchObject({ status: 200 })
  expect(written).toBeLessThan(1e8)
})

test.each([
  ["nonsense", "What it answered is no HTTP."],
  ["HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n", "It could not be reached"],
  ["", "It broke the connection off."],
])("what is no answer has failed: %j", async (said, problem) => {
  const url = await listenRaw((socket) => void socket.once("data", () => socket.end(said)))
  expect((await sender(message(url))).problem).toContain(problem)
})

test("nobody there, no such host, no such protocol: each says what is the matter", async () => {
  expect((await sender(message("http://127.0.0.1:9/"))).problem).toBe("It refuses connections.")
  expect((await sender(message("http://nobody.invalid/"))).problem).toMatch(/^Its host (is not known|could not be)/)
  expect((await sender(message("https://localhost:9/"))).problem).toBe("It refuses connections.")
  expect((await sender(message("ftp://localhost/"))).problem).toContain("neither http nor https")
})

test("what is not public is not even connected to", async () => {
  let connections = 0
  const url = await listenRaw(() => connections++)
  const strict = createSender({ allowed: parseAllowed(""), timeout: 5000, userAgent })
  expect((await strict(message(url))).problem).toContain("127.0.0.1 is no public address")
  expect((await strict(message(url.replace("127.0.0.1", "localhost")))).problem).toContain("leads to")
  expect(connections).toBe(0)
})

test("a name that leads elsewhere as soon as it was checked changes nothing, since it is looked up once", async () => {
  let connections = 0
  let lookups = 0
  const inside = await listenRaw(() => connections++)
  const port = new URL(inside).port
  // First an address that nobody has, as a public one would be here; from then on this machine.
  const resolve = async () => [{ address: lookups++ === 0 ? "192.0.2.1" : "127.0.0.1" }]
  const rebound = createSender({ allowed: parseAllowed("192.0.2.1"), timeout: 700, userAgent, resolve })
  expect((await rebound(message(`http://hook.example:${port}/`))).problem).toBeDefined()
  expect({ lookups, connections }).toEqual({ lookups: 1, connections: 0 })
})

test("it connects to the address that was checked, and names the host that was asked for", async () => {
  let host: string | undefined
  const url = await listen((request, response) => {
    host = request.headers.host
    response.end()
  })
  const { port } = new URL(url)
  const resolve = async () => [{ address: "127.0.0.1" }]
  const pinned = createSender({ allowed: parseAllowed("127.0.0.1"), timeout: 5000, userAgent, resolve })
  expect(await pinned(message(`http://hook.example:${port}/`))).toMatchObject({ status: 200 })
  expect(host).toBe(`hook.example:${port}`)
})

test("what is broken off has neither failed nor come through", async () => {
  const url = await listenRaw(() => {})
  const stopping = new AbortController()
  const sending = sender(message(url), stopping.signal)
  stopping.abort(new Error("stopping"))
  await expect(sending).rejects.toThrow("stopping")
})
