import { createHash } from "node:crypto"
import { parse as parseDisposition } from "content-disposition"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { places } from "../../../../packages/files/test/places.js"
import { bomb, documents, photograph, picture, placed, showsPlace } from "../../../../packages/files/test/samples.js"
import { type Newsroom, news, openNewsroom } from "../writes/newsroom.js"

const pdf = documents["application/pdf"]
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
type Told = { id: string; url: string; name: string; mediaType: string; size: number; image?: object }

describe.each(places)("files kept in $name", ({ make }) => {
  let room: Newsroom
  let token: string
  let place: Awaited<ReturnType<typeof make>>
  beforeAll(async () => {
    place = await make()
    room = await openNewsroom({ filesUrl: place.url, env: place.env })
    token = await room.tokenFor(["files:write", "items:write", "items:publish"])
  })
  afterAll(async () => {
    await room.close()
    await place.remove()
  })

  /** Hands a file in. */
  const send = async (bytes: Uint8Array | string, { name, type }: { name?: string; type?: string } = {}) => {
    const body = Uint8Array.from(Buffer.from(bytes as string))
    const response = await room.api.request(
      `/api/v1/files${name === undefined ? "" : `?name=${encodeURIComponent(name)}`}`,
      {
        method: "POST",
        body,
        headers: { Authorization: `Bearer ${token}`, ...(type !== undefined && { "Content-Type": type }) },
      },
    )
    return { status: response.status, headers: response.headers, json: (await response.json()) as Told }
  }
  const get = async (url: string, headers: Record<string, string> = {}, method = "GET") =>
    room.api.request(url.replace("https://example.org", ""), { method, headers })
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

  test("a file is told with its type, size, hash and address, and is there for everybody", async () => {
    const { status, headers, json } = await send(pdf, { name: "Report 2024.pdf", type: "application/pdf" })
    expect(status).toBe(201)
    const id = sha256(pdf)
    const url = `https://example.org/files/${id}/Report%202024.pdf`
    expect(json).toEqual({
      id,
      url,
      name: "Report 2024.pdf",
      mediaType: "application/pdf",
      size: pdf.length,
      sha256: id,
      attachment: { url, title: "Report 2024.pdf", mediaType: "application/pdf", size: pdf.length },
    })
    expect(headers.get("location")).toBe(url)
    const served = await get(url)
    expect((await bytesOf(served)).equals(pdf)).toBe(true)
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(pdf.length),
      "content-disposition": 'inline; filename="Report 2024.pdf"',
      "cache-control": "public, max-age=31536000, immutable",
      etag: `"${id}"`,
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
      "access-control-allow-origin": "*",
    })
  })

  test("the same bytes are one file, whatever it is called", async () => {
    const { status, json } = await send(pdf, { name: "Bericht.pdf" })
    expect(status).toBe(200)
    expect(json).toMatchObject({ id: sha256(pdf), name: "Bericht.pdf" })
    expect((await get(json.url)).headers.get("content-disposition")).toBe("inline; filename=Bericht.pdf")
  })

  test("what is told goes into an item as it is", async () => {
    const { json } = await send(await picture("png", 900, 600), { name: "Group.png" })
    const { url, mediaType, size, name: title } = json
    const item = {
      ...news,
      attachments: [{ url, mediaType, size, title }],
      image: { url, alt: "Ministers", ...json.image },
    }
    const written = await room.send("POST", "/items?action=publish", item, { Authorization: `Bearer ${token}` })
    expect(written.status).toBe(201)
    expect(written.json.item.image).toEqual({ url, alt: "Ministers", width: 900, height: 600 })
  })

  test("what is no picture, PDF is only saved, by its name in any script, and runs nowhere", async () => {
    const { json } = await send(documents["text/csv"], { name: 'Ministres – "été" 会议.csv', type: "text/csv" })
    const { headers } = await get(json.url)
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox")
    const disposition = headers.get("content-disposition") ?? ""
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/)
    expect(parseDisposition(disposition).parameters["filename"]).toBe("Ministres – été 会议.csv")
  })

  test("whatever its type, a file is taken for nothing else, runs nothing and loads nothing; only pictures and PDF are shown", async () => {
    const pictures = await Promise.all((["png", "webp", "gif", "avif"] as const).map((format) => picture(format)))
    const all: (readonly [bytes: Buffer, type: string | undefined])[] = [
      ...Object.entries(documents).map(([type, bytes]) => [bytes, type] as const),
      ...[...pictures, await photograph()].map((bytes) => [bytes, undefined] as const),
    ]
    for (const [bytes, type] of all) {
      const { json } = await send(bytes, type === undefined ? {} : { type })
      const isPdf = json.mediaType === "application/pdf"
      const isShown = isPdf || json.image !== undefined
      const answers = [
        await get(json.url),
        await get(json.url, {}, "HEAD"),
        await get(json.url, { Range: "bytes=0-3" }),
        await get(json.url, { "If-None-Match": "*" }),
        ...(json.image ? [await get(`${json.url}?w=320`)] : []),
      ]
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 206, 304, ...(json.image ? [200] : [])])
      for (const { headers } of answers) {
        expect(headers.get("x-content-type-options")).toBe("nosniff")
        expect(headers.get("content-disposition")).toMatch(isShown ? /^inline;/ : /^attachment;/)
        expect(headers.get("content-security-policy")).toBe(
          isPdf
            ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
            : "default-src 'none'; sandbox",
        )
      }
    }
  })

  test.each([
    ["../../../etc/passwd", "passwd.pdf"],
    ['"; filename=evil.exe; x="', "; filename=evil.exe; x=.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"],
    ["fdp.\u202Eexe", "fdp.exe.pdf"],
    ["", "file.pdf"],
  ])("a name such as %j does no harm", async (given, name) => {
    const { json } = await send(pdf, { name: given })
    expect(json.name).toBe(name)
    const { status, headers } = await get(json.url)
    expect(status).toBe(200)
    expect([...headers.keys()]).not.toContain("set-cookie")
    expect(parseDisposition(headers.get("content-disposition") ?? "").parameters["filename"]).toBe(name)
  })

  test("a name that the file cannot have leads to the one that it means", async () => {
    for (const name of ["Report.exe", "..%2f..%2fReport.exe", ".Report.exe"]) {
      const response = await get(`/files/${sha256(pdf)}/${name}`)
      expect([response.status, response.headers.get("location")]).toEqual([301, `/files/${sha256(pdf)}/Report.exe.pdf`])
    }
    expect((await get(`/files/${sha256(pdf)}`)).headers.get("location")).toBe(`/files/${sha256(pdf)}/Report%202024.pdf`)
  })

  test("a file that is not there is 404", async () => {
    for (const path of [`/files/${"0".repeat(64)}/a.pdf`, "/files/none/a.pdf", "/files/", "/files/a/b/c"])
      expect((await get(path)).status).toBe(404)
  })

  test("parts of a file are given by their bytes", async () => {
    const { json } = await send("0123456789", { name: "digits.txt" })
    const part = async (range: string, more: Record<string, string> = {}) => {
      const response = await get(json.url, { Range: range, ...more })
      return [response.status, response.headers.get("content-range"), await response.text()]
    }
    expect(await part("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"])
    expect(await part("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"])
    expect(await part("bytes=-2")).toEqual([206, "bytes 8-9/10", "89"])
    expect(await part("bytes=-99")).toEqual([206, "bytes 0-9/10", "0123456789"])
    expect(await part("bytes=5-99")).toEqual([206, "bytes 5-9/10", "56789"])
    expect(await part("bytes=10-")).toEqual([416, "bytes */10", ""])
    expect(await part("bytes=-0")).toEqual([416, "bytes */10", ""])
    for (const whole of ["bytes=4-2", "bytes=0-1,5-6", "bytes=x", "lines=1-2", "bytes=-"])
      expect(await part(whole)).toEqual([200, null, "0123456789"])
    expect(await part("bytes=2-4", { "If-Range": `"${json.id}"` })).toEqual([206, "bytes 2-4/10", "234"])
    expect(await part("bytes=2-4", { "If-Range": '"other"' })).toEqual([200, null, "0123456789"])
    expect(await part("bytes=2-4", { "If-Range": "Wed, 01 May 2024 10:00:00 GMT" })).toEqual([200, null, "0123456789"])
  })

  test("HEAD says all but the bytes, and who has them is told so", async () => {
    const url = `/files/${sha256(pdf)}/a.pdf`
    const head = await get(url, {}, "HEAD")
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, String(pdf.length), ""])
    expect((await get(url, { "If-None-Match": `"${sha256(pdf)}"` })).status).toBe(304)
    expect((await get(url, { "If-Match": '"other"' })).status).toBe(412)
  })

  test("a picture is given in fixed widths, as what the client knows, made once", async () => {
    const { json } = await send(await photograph(1600, 1000), { name: "Ministers.jpeg", type: "image/jpeg" })
    expect(json).toMatchObject({ name: "Ministers.jpg", image: { width: 1000, height: 1600 } })
    const ask = async (width: number, accept: string) => {
      const { status, headers } = await get(`${json.url}?w=${width}`, { Accept: accept })
      return [status, headers.get("content-type"), headers.get("vary"), headers.get("etag")]
    }
    const browser = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"
    expect(await ask(320, browser)).toEqual([200, "image/avif", "Accept", `"${json.id}-320-avif"`])
    expect(await ask(640, "image/webp,*/*")).toEqual([200, "image/webp", "Accept", `"${json.id}-640-webp"`])
    expect(await ask(640, "image/avif;q=0,image/webp")).toEqual([200, "image/webp", "Accept", `"${json.id}-640-webp"`])
    expect(await ask(640, "*/*")).toEqual([200, "image/jpeg", "Accept", `"${json.id}-640-jpg"`])
    const small = await get(`${json.url}?w=320`, { Accept: "image/webp" })
    expect(small.headers.get("content-disposition")).toBe("inline; filename=Ministers.webp")
    expect((await bytesOf(small)).length).toBeLessThan(json.size)
    expect((await get(json.url)).headers.get("content-length")).toBe(String(json.size))
    expect((await get(`${json.url}?w=320`, { Accept: "image/webp", Range: "bytes=0-3" })).status).toBe(206)
  })

  test("a picture is kept without where it was taken, and handed in again it is the same", async () => {
    const bytes = await placed("jpeg")
    const said = { name: "Street.jpg", type: "image/jpeg" }
    const { status, json } = await send(bytes, said)
    const served = await bytesOf(await get(json.url))
    expect([status, json.id, json.size]).toEqual([201, sha256(served), bytes.length])
    expect(json.id).not.toBe(sha256(bytes))
    expect([showsPlace(bytes), showsPlace(served), served.includes("Ada")]).toEqual([true, false, true])
    expect(await send(bytes, said)).toMatchObject({ status: 200, json: { id: json.id } })
    expect(await send(served, said)).toMatchObject({ status: 200, json: { id: json.id } })
  })

  test("who asks for the same width at once waits for one picture", async () => {
    const { json } = await send(await picture("png", 1400, 900), { name: "a.png" })
    const asked = Array.from({ length: 60 }, () => get(`${json.url}?w=960`, { Accept: "image/webp" }))
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]))
  })

  test("any other width is refused, and any of what is no picture", async () => {
    const { json } = await send(await picture("gif", 40, 30), { name: "a.gif" })
    for (const width of ["", "1", "10000", "320px", "-320"]) {
      const response = await get(`${json.url}?w=${width}`)
      expect([response.status, await response.text()]).toEqual([422, expect.stringContaining("320, 640, 960, 1280")])
    }
    expect((await get(`/files/${sha256(pdf)}/a.pdf?w=320`)).status).toBe(422)
    expect((await get(`${json.url}?width=320`)).status).toBe(422)
  })

  test("what is said and what is seen are to be the same, and only what is on the list is taken", async () => {
    const page = "<!doctype html><script>alert(1)</script>"
    for (const [bytes, said] of [
      [page, { name: "logo.png", type: "image/png" }],
      [page, { name: "page.html", type: "text/html" }],
      ["<svg xmlns='http://www.w3.org/2000/svg'/>", { type: "image/svg+xml" }],
      [pdf, { name: "a.png", type: "image/png" }],
      [bomb(20_000, 20_000), { name: "bomb.png" }],
      [(await photograph()).subarray(0, 2000), { name: "half.jpg" }],
    ] as const) {
      const { status, json } = await send(bytes, said)
      expect(status).toBe(415)
      expect(json).toMatchObject({
        type: "urn:pg:problem:unsupported",
        mediaTypes: expect.arrayContaining(["text/csv"]),
      })
    }
    expect(await room.store.audited({ limit: 1 })).toMatchObject([{ status: 415, operation: "POST /api/v1/files" }])
  })

  test("no bytes are no file, and too many are too many", async () => {
    expect((await send("")).status).toBe(400)
    const { status, json } = await send(Buffer.alloc(1_000_001, "a"))
    expect([status, (json as unknown as { detail: string }).detail]).toEqual([
      413,
      "Here a file has at most 1,000,000 bytes.",
    ])
  })

  test("of what breaks off nothing is kept", async () => {
    const body = ReadableStream.from(
      (async function* () {
        yield Buffer.from("%PDF-1.7 half")
        throw new Error("the client has gone")
      })(),
    )
    const headers = { Authorization: `Bearer ${token}` }
    const init = { method: "POST", body, headers, duplex: "half" } as RequestInit
    expect((await room.api.request("/api/v1/files", init)).status).toBe(500)
    expect(place.left()).toEqual([])
    room.reported.length = 0
  })

  test("a form is no file, and whoever sends one is told how", async () => {
    const form = { "Content-Type": "multipart/form-data; boundary=x", Authorization: `Bearer ${token}` }
    const { status, json } = await room.send("POST", "/files", "--x", form)
    expect([status, json.detail]).toEqual([415, expect.stringContaining("--data-binary")])
  })

  test("a token is wanted that may hand in files", async () => {
    expect((await room.api.request("/api/v1/files", { method: "POST", body: "x" })).status).toBe(401)
    const Authorization = `Bearer ${await room.tokenFor(["items:write"])}`
    const { status, json } = await room.send("POST", "/files", "text", { Authorization })
    expect([status, json.scope]).toEqual([403, "files:write"])
  })

  test("what is known of a file is told to whoever may hand in files", async () => {
    const headers = { Authorization: `Bearer ${token}` }
    expect(await (await room.api.request(`/api/v1/files/${sha256(pdf)}`, { headers })).json()).toMatchObject({
      name: "Report 2024.pdf",
    })
    expect((await room.api.request(`/api/v1/files/${sha256(pdf)}`)).status).toBe(401)
    expect((await room.api.request(`/api/v1/files/${"0".repeat(64)}`, { headers })).status).toBe(404)
  })

  test("bytes that somebody took away past the newsroom are told to be gone", async () => {
    const { json } = await send("soon gone", { name: "a.txt" })
    await room.files.remove(`${json.id.slice(0, 2)}/${json.id}/original`)
    expect((await get(json.url)).status).toBe(404)
    expect((await send("soon gone", { name: "a.txt" })).status).toBe(200)
    expect((await get(json.url)).status).toBe(200)
  })

  test("nothing of all this was a failure of the server's", () => expect(room.reported).toEqual([]))
})

test("a place for files that cannot be used is a failure of the server's, which its log explains", async () => {
  const room = await openNewsroom({
    filesUrl: "s3://newsroom?endpoint=http://127.0.0.1:1",
    env: { AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" },
  })
  const headers = { Authorization: `Bearer ${await room.tokenFor(["files:write"])}` }
  const response = await room.api.request("/api/v1/files", { method: "POST", body: "text", headers })
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"])
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining("Files cannot be") })
  expect(room.reported).toMatchObject([{ message: expect.stringContaining("cannot be reached at http://127.0.0.1:1") }])
  await room.close()
})
