import type { IncomingMessage } from "node:http"
import { formats } from "@pg/formats"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createFront, createLog, isLivePath, type Answer } from "../../src/index.js"
import { createApi } from "../../src/index.js"
import { changedAt, examples, openArchive, startedAt } from "../archive.js"

const item = examples["publication/handbook"] ?? Object.values(examples)[0]!
let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

function open(cacheBytes = 0) {
  const { store } = archive
  const now = () => new Date(startedAt)
  const api = createApi({ store, siteUrl: "https://example.org", now, reportError: () => {} })
  const lines: Record<string, unknown>[] = []
  const front = createFront({
    handler: (request, told) => api.fetch(request, told),
    direct: api.direct,
    seq: () => store.seq(),
    onChange: (listener) => store.onChange(listener),
    now,
    isLive: isLivePath,
    cacheBytes,
    requestsPerMinute: 2,
    trustedProxies: 0,
    log: createLog("info", { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }),
  })
  return { front, lines }
}

const incomingOf = (url: string, headers: Record<string, string> = {}, remoteAddress = "127.0.0.1") =>
  ({
    method: "GET",
    url,
    headers: { host: "example.org", ...headers },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage

const lasting = async ({ status, headers, own, body }: Answer) => ({
  status,
  fields: Object.entries({ ...headers, ...own, "x-request-id": "" }).toSorted(),
  text: await new Response(body).text(),
})

const direct = ["/api/v1/items", "/api/v1/events", "/api/v1/items?limit=2&topic=prisons", "/api/v1/items?q=drug"]
const paths = [
  ...direct,
  `/api/v1/items/${item.id}`,
  ...formats.flatMap(({ extension }) => [`/api/v1/items.${extension}`, `/api/v1/items/${item.id}.${extension}`]),
]

test.each(paths)("what is read directly is what the routes give, and is counted as the same: %s", async (path) => {
  for (const headers of [{}, { accept: "application/atom+xml" }] as Record<string, string>[]) {
    const { front, lines } = open()
    const atOnce = await front.answerAtOnce(incomingOf(path, headers))
    const routed = await front.answer(new Request(`https://example.org${path}`, { headers }), incomingOf(path, headers))
    expect(atOnce && (await lasting(atOnce))).toEqual(await lasting(routed))
    const [one, other] = lines.map(({ route, status, cache, bytes }) => ({ route, status, cache, bytes }))
    expect(one).toEqual(other)
  }
})

test("what is no success, and every other address, is left to the routes", async () => {
  const { front } = open()
  const others = [
    "/api/v1",
    "/api/v1/items?topik=x",
    "/api/v1/items/nothing",
    "/api/v1/items?q=%C3%A9 e",
    "/en",
    "/api/v1/news/x",
  ]
  for (const path of [...others, `/api/v1/items/${item.id.toUpperCase()}`, `/api/v1/items/${item.id}?fields=id`])
    expect([path, await front.answerAtOnce(incomingOf(path))]).toEqual([path, undefined])
  expect(await front.answerAtOnce(incomingOf("/api/v1/items", { accept: "image/png" }))).toBeUndefined()
  expect(await front.answerAtOnce(incomingOf("/api/v1/items", { authorization: "Bearer x" }))).toBeUndefined()
})

test("a request that cannot be answered at once is counted once against its client's limit", async () => {
  const { front } = open()
  const remaining = async (path: string) => {
    const incoming = incomingOf(path, {}, "203.0.113.7")
    const answer =
      (await front.answerAtOnce(incoming)) ?? (await front.answer(new Request(`https://example.org${path}`), incoming))
    return [answer.status, answer.own?.["ratelimit"]]
  }
  expect(await remaining("/api/v1/items?topik=x")).toEqual([422, expect.stringContaining("r=1")])
  expect(await remaining("/api/v1/items")).toEqual([200, expect.stringContaining("r=0")])
  expect((await remaining("/api/v1/items"))[0]).toBe(429)
})

test("what is read directly is kept, until the log grows", async () => {
  const { front, lines } = open(1_000_000)
  const path = `/api/v1/items/${item.id}`
  const title = async () => {
    const answer = await front.answerAtOnce(incomingOf(path))
    return (JSON.parse(await new Response(answer?.body).text()) as { title: string }).title
  }
  expect([await title(), await title()]).toEqual([item.title, item.title])
  await archive.store.put({ ...item, title: "Changed" }, { at: changedAt, by: "test" })
  expect(await title()).toBe("Changed")
  expect(lines.map(({ cache }) => cache)).toEqual(["miss", "hit", "miss"])
})
