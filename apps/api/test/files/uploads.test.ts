import { once } from "node:events"
import { readdirSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { connect, type AddressInfo } from "node:net"
import { join } from "node:path"
import { getRequestListener } from "@hono/node-server"
import { Upload } from "tus-js-client"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { places } from "../../../../packages/files/test/places.js"
import { documents } from "../../../../packages/files/test/samples.js"
import { type Newsroom, openNewsroom } from "../writes/newsroom.js"

/** A PDF of some megabytes, each different from the others. */
const pdf = Buffer.concat([
  documents["application/pdf"],
  ...Array.from({ length: 9 }, (_, index) => Buffer.alloc(1_000_000, `page ${index}`)),
])
const encoded = (text: string) => Buffer.from(text).toString("base64")

describe.each(places)("files in parts, kept in $name", ({ make }) => {
  let room: Newsroom
  let token: string
  let server: Server
  let place: Awaited<ReturnType<typeof make>>
  beforeAll(async () => {
    place = await make()
    room = await openNewsroom({ filesUrl: place.url, env: place.env, fileBytes: 20_000_000 })
    token = await room.tokenFor(["files:write"])
    server = createServer(getRequestListener(room.api.fetch))
    server.listen(0, "127.0.0.1")
    await once(server, "listening")
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await room.close()
    await place.remove()
  })

  const port = () => (server.address() as AddressInfo).port
  const endpoint = () => `http://127.0.0.1:${port()}/api/v1/uploads`
  const authorised = () => ({ Authorization: `Bearer ${token}` })
  const ask = (method: string, url: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
    fetch(url, {
      method,
      headers: { ...authorised(), "Tus-Resumable": "1.0.0", ...headers },
      ...(body && { body: Uint8Array.from(body) }),
    })
  const begin = async (size: number, metadata = `filename ${encoded("Report.pdf")}`) => {
    const response = await ask("POST", endpoint(), { "Upload-Length": String(size), "Upload-Metadata": metadata })
    return new URL(response.headers.get("location") ?? `${response.status}`, endpoint()).href
  }
  const add = (url: string, offset: number, body: Uint8Array) =>
    ask("PATCH", url, { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) }, body)
  const offsetOf = async (url: string) => Number((await ask("HEAD", url)).headers.get("upload-offset"))
  const fileOf = async (url: string) =>
    ((await (await ask("GET", url)).json()) as { file?: { url: string; size: number } }).file

  test("a client that speaks tus hands in a large file in parts", async () => {
    const steps: number[] = []
    const done = Promise.withResolvers<Upload>()
    const upload: Upload = new Upload(pdf, {
      endpoint: endpoint(),
      headers: authorised(),
      chunkSize: 2_500_000,
      metadata: { filename: "Rapport d’activité.pdf", filetype: "application/pdf" },
      onBeforeRequest: (request) => void steps.push(request.getMethod() === "PATCH" ? 1 : 0),
      onSuccess: () => done.resolve(upload),
      onError: done.reject,
    })
    upload.start()
    await done.promise
    const location = upload.url ?? ""
    expect(steps.filter(Boolean)).toHaveLength(4)
    const file = await fileOf(location)
    expect(file).toMatchObject({ name: "Rapport d’activité.pdf", mediaType: "application/pdf", size: pdf.length })
    const served = await room.api.request(file?.url ?? "")
    expect(Buffer.from(await served.arrayBuffer()).equals(pdf)).toBe(true)
  })

  test("the last part is answered with the address of the file, and nothing else is left", async () => {
    const url = await begin(documents["text/csv"].length, `filename ${encoded("a.csv")}`)
    const response = await add(url, 0, documents["text/csv"])
    expect(response.status).toBe(204)
    expect(response.headers.get("content-location")).toMatch(/^https:\/\/example\.org\/files\/[0-9a-f]{64}\/a\.csv$/)
    if (place.url.startsWith("file:")) expect(readdirSync(join(place.url.slice(5), "uploads"))).toEqual([])
  })

  test("a connection that breaks in the middle loses nothing of what has come", async () => {
    const url = await begin(pdf.length)
    const { pathname } = new URL(url)
    const socket = connect(port(), "127.0.0.1")
    const lines = [
      `PATCH ${pathname} HTTP/1.1`,
      "Host: localhost",
      `Authorization: Bearer ${token}`,
      "Tus-Resumable: 1.0.0",
      "Upload-Offset: 0",
      "Content-Type: application/offset+octet-stream",
      `Content-Length: ${pdf.length}`,
    ]
    socket.write(`${lines.join("\r\n")}\r\n\r\n`)
    await new Promise((resolve) => socket.write(pdf.subarray(0, 5_500_000), resolve))
    await expect.poll(() => offsetOf(url), { timeout: 20_000 }).toBeGreaterThan(0)
    socket.destroy()
    await expect.poll(() => offsetOf(url), { timeout: 20_000 }).toBe(5_500_000)
    expect((await add(url, 5_500_000, pdf.subarray(5_500_000))).status).toBe(204)
    expect(await fileOf(url)).toMatchObject({ size: pdf.length })
  })

  test("a file handed in whole whose connection breaks, or that is shorter than it is said to be, leaves nothing", async () => {
    const head = [
      "POST /api/v1/files HTTP/1.1",
      "Host: localhost",
      `Authorization: Bearer ${token}`,
      "Content-Type: application/pdf",
      "Content-Length: 1000000",
    ]
    const socket = connect(port(), "127.0.0.1")
    socket.write(`${head.join("\r\n")}\r\n\r\n`)
    await new Promise((resolve) => socket.write(pdf.subarray(0, 300_000), resolve))
    await expect.poll(() => place.left().length, { timeout: 20_000 }).toBe(1)
    socket.destroy()
    await expect.poll(() => place.left().length, { timeout: 20_000 }).toBe(0)
  })

  test("of two that add at once, one does", async () => {
    const url = await begin(20)
    const answers = await Promise.all(["aaaaaaaaaa", "bbbbbbbbbb"].map((text) => add(url, 0, Buffer.from(text))))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect(await offsetOf(url)).toBe(10)
    expect((await add(url, 10, Buffer.from("0123456789"))).status).toBe(204)
    const file = await fileOf(url)
    expect(await (await room.api.request(file?.url ?? "")).text()).toMatch(/^(a{10}|b{10})0123456789$/)
  })

  test("what does not come next, comes as another type, or is too much, is refused", async () => {
    const url = await begin(10)
    expect((await add(url, 5, Buffer.from("x"))).status).toBe(409)
    expect((await add(url, 0, Buffer.from("01234567890"))).status).toBe(413)
    expect(
      (await ask("PATCH", url, { "Upload-Offset": "0", "Content-Type": "text/plain" }, Buffer.from("x"))).status,
    ).toBe(415)
    expect(
      (await ask("PATCH", url, { "Content-Type": "application/offset+octet-stream" }, Buffer.from("x"))).status,
    ).toBe(400)
    expect(await offsetOf(url)).toBe(0)
  })

  test("how much is to come is said, and is no more than a file may have", async () => {
    expect((await ask("POST", endpoint())).status).toBe(400)
    expect((await ask("POST", endpoint(), { "Upload-Length": "0" })).status).toBe(400)
    expect((await ask("POST", endpoint(), { "Upload-Length": "20000001" })).status).toBe(413)
    expect((await ask("POST", endpoint(), { "Upload-Length": "5", "Upload-Metadata": "filename ?" })).status).toBe(400)
    expect(
      (await fetch(endpoint(), { method: "POST", headers: { ...authorised(), "Upload-Length": "5" } })).status,
    ).toBe(412)
  })

  test("a file that is refused when it is whole leaves nothing of its upload", async () => {
    const page = Buffer.from("<!doctype html><script>alert(1)</script>")
    const url = await begin(page.length, `filename ${encoded("a.png")},filetype ${encoded("image/png")}`)
    const response = await add(url, 0, page)
    expect([response.status, await response.json()]).toMatchObject([415, { type: "urn:pg:problem:unsupported" }])
    expect((await ask("HEAD", url)).status).toBe(404)
  })

  test("pieces that a killed server had not noted yet go with the others", async () => {
    const url = await begin(10)
    const id = new URL(url).pathname.split("/").at(-1) ?? ""
    await room.files.put(`uploads/${id}/stray`, Buffer.from("stray"))
    expect((await add(url, 0, Buffer.from("stray text"))).status).toBe(204)
    expect(await room.files.size(`uploads/${id}/stray`)).toBeUndefined()
  })

  test("all had come when the server was killed: whoever asks finds the file made", async () => {
    const url = await begin(10)
    await add(url, 0, Buffer.from("01234"))
    const id = new URL(url).pathname.split("/").at(-1) ?? ""
    await room.files.put(`uploads/${id}/last`, Buffer.from("56789"))
    await room.store.addPiece(id, { at: 5, size: 5, key: `uploads/${id}/last` })
    const answers = await Promise.all([ask("HEAD", url), ask("HEAD", url), ask("GET", url)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const file = await fileOf(url)
    expect(await (await room.api.request(file?.url ?? "")).text()).toBe("0123456789")
  })

  test("an upload is its token's, ends when that says so, and after a day", async () => {
    const url = await begin(10)
    const other = await room.tokenFor(["files:write"])
    expect((await ask("HEAD", url, { Authorization: `Bearer ${other}` })).status).toBe(404)
    const ended = await begin(10)
    await add(ended, 0, Buffer.from("01234"))
    expect((await ask("DELETE", ended)).status).toBe(204)
    expect((await ask("HEAD", ended)).status).toBe(404)
    const response = await ask("HEAD", url)
    expect(response.headers.get("access-control-expose-headers")).toContain("Upload-Offset")
    expect(response.headers.get("upload-expires")).toBe("Thu, 02 May 2024 10:00:00 GMT")
    room.clock.now = new Date("2024-05-02T10:00:00.000Z")
    expect((await ask("HEAD", url)).status).toBe(410)
    await begin(10)
    expect((await ask("HEAD", url)).status).toBe(404)
  })

  test("what is unfinished is bounded, of a token by number and by bytes, until something is finished or ended", async () => {
    const Authorization = `Bearer ${await room.tokenFor(["files:write"])}`
    const start = (size: number) => ask("POST", endpoint(), { Authorization, "Upload-Length": String(size) })
    const begun = await Promise.all(Array.from({ length: 60 }, () => start(1)))
    const urls = begun.filter(({ status }) => status === 201).map(({ headers }) => headers.get("location") ?? "")
    expect(urls).toHaveLength(50)
    const [refused] = begun.filter(({ status }) => status !== 201)
    expect([refused?.status, await refused?.json()]).toMatchObject([
      429,
      { type: "urn:pg:problem:too-many-uploads", unfinished: { uploads: 50, bytes: 50 }, most: { uploads: 50 } },
    ])
    expect(refused?.headers.get("retry-after")).toBe("86400")
    expect((await ask("POST", endpoint(), { "Upload-Length": "1" })).status).toBe(201)

    const url = new URL(endpoint())
    const [first, ...others] = urls.map((path) => new URL(path, url).href)
    const patch = { Authorization, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0" }
    expect((await ask("PATCH", first ?? "", patch, Buffer.from("a"))).status).toBe(204)
    expect((await start(1)).status).toBe(201)
    expect((await start(1)).status).toBe(429)
    for (const one of others) await ask("DELETE", one, { Authorization })
    const large = await Promise.all(Array.from({ length: 10 }, () => start(20_000_000)))
    expect(large.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 9 }, () => 201), 429])
  })

  test("what is unfinished of all is bounded, whoever begins it, and that frees itself within a day", async () => {
    const tokens = await Promise.all(Array.from({ length: 6 }, () => room.tokenFor(["files:write"])))
    const start = (text = "") =>
      ask("POST", endpoint(), { Authorization: `Bearer ${text}`, "Upload-Length": "20000000" })
    const answers: number[] = []
    for (const text of tokens) for (let count = 0; count < 10; count++) answers.push((await start(text)).status)
    expect(answers.filter((status) => status === 201).length).toBeLessThan(51)
    const full = await start(tokens[5])
    expect([full.status, await full.json()]).toMatchObject([
      507,
      { type: "urn:pg:problem:full", most: { uploads: 500, bytes: 1_000_000_000 } },
    ])
    expect(await room.store.audited({ limit: 1 })).toMatchObject([{ status: 507, operation: "POST /api/v1/uploads" }])
    room.clock.now = new Date(room.clock.now.getTime() + 86_400_000)
    expect((await start(tokens[5])).status).toBe(201)
  })

  test("OPTIONS says which protocol is spoken, also to a page of another site", async () => {
    const response = await fetch(endpoint(), { method: "OPTIONS" })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "tus-version": "1.0.0",
      "tus-extension": "creation,expiration,termination",
      "tus-max-size": "20000000",
      "access-control-allow-methods": "POST,OPTIONS",
      "access-control-allow-headers": expect.stringContaining("Authorization"),
    })
  })

  test("nothing of all this was a failure of the server's", () => expect(room.reported).toEqual([]))
})
