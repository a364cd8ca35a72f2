import { ApiError, createClient } from "@pg/client"
import { expect, onTestFinished, test } from "vitest"
import { startPostgres } from "../../../../packages/store/test/postgres.js"
import { news, openNewsroom } from "./newsroom.js"

const ndjson = { "Content-Type": "application/x-ndjson" }
const linesOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))

test("a batch whose database goes away in the middle ends with a line that says so, and goes on when it is sent again", async () => {
  const postgres = await startPostgres()
  onTestFinished(postgres.stop)
  const room = await openNewsroom({ database: await postgres.create("leaves") })
  onTestFinished(room.close)
  const client = createClient({
    baseUrl: "http://localhost/api/v1",
    token: room.token,
    fetch: (request) => room.api.request(request),
  })
  const items = Array.from({ length: 40 }, (_, number) => ({ ...news, title: `News ${number}` }))
  const options = { idempotencyKey: "leaves" }
  const written: string[] = []
  const failure = await (async () => {
    for await (const { index, id = "" } of client.batchAsWritten(items, options)) {
      expect(index).toBe(written.length)
      written.push(id)
      if (index === 4) await postgres.halt()
    }
    return undefined
  })().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ApiError)
  expect(failure).toMatchObject({
    status: 503,
    message: expect.stringContaining(`broke off at item ${written.length} (503): The archive cannot be written`),
    problem: { status: 503, title: "Service Unavailable", detail: expect.stringContaining("has not been tried") },
  })
  expect(written.length).toBeGreaterThanOrEqual(5)
  expect(written.length).toBeLessThan(items.length)
  expect(room.reported).toHaveLength(1)

  await postgres.resume()
  const again: string[] = []
  for await (const { id = "" } of client.batchAsWritten(items, options)) again.push(id)
  expect(again.slice(0, written.length)).toEqual(written)
  expect(new Set(again).size).toBe(items.length)
  expect(await room.store.seq()).toBe(items.length)
})

test("the line is that of the item at which the batch ended, also where a body goes beyond its bound", async () => {
  const room = await openNewsroom()
  onTestFinished(room.close)
  const revise = room.store.revise.bind(room.store)
  room.store.revise = (...asked) => (asked[0].endsWith("2") ? Promise.reject(new Error("a bug")) : revise(...asked))
  const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`
  const lines = ["", ...[1, 2, 3].map((number) => JSON.stringify({ ...news, id: id(number) }))].join("\n")
  const { status, text } = await room.send("POST", "/items:batch", lines, ndjson)
  expect(status).toBe(200)
  expect(linesOf(text)).toEqual([
    expect.objectContaining({ line: 2, index: 0, status: 201 }),
    { line: 3, index: 1, status: 500, problem: expect.objectContaining({ status: 500 }), brokenOff: true },
  ])
  expect(text).not.toContain("a bug")
  expect(room.reported).toHaveLength(1)

  const many = ["x\n".repeat(10), ...Array.from({ length: 51 }, () => "y".repeat(1_000_000))]
  const ended = await room.api.request("/api/v1/items:batch?validate-only", {
    method: "POST",
    headers: { ...ndjson, Authorization: `Bearer ${room.token}` },
    body: ReadableStream.from(many.map((part) => Buffer.from(part))),
    duplex: "half",
  })
  expect(ended.headers.get("connection")).toBe("close")
  expect(linesOf(await ended.text()).at(-1)).toMatchObject({ line: 11, index: 10, status: 413, brokenOff: true })
  expect(room.reported).toHaveLength(1)
})

test("each line is judged by itself: one that is too long, or not in UTF-8, keeps no other back", async () => {
  const room = await openNewsroom()
  onTestFinished(room.close)
  const line = (title: string) => Buffer.from(`${JSON.stringify({ ...news, title })}\n`)
  const answer = await room.api.request("/api/v1/items:batch", {
    method: "POST",
    headers: { ...ndjson, Authorization: `Bearer ${room.token}` },
    body: Buffer.concat([line("é"), Buffer.from([0x22, 0xff, 0x22, 0x0a]), line("x".repeat(2_000_001)), line("€")]),
  })
  expect(answer.status).toBe(200)
  expect(linesOf(await answer.text())).toMatchObject([
    { line: 1, index: 0, status: 201 },
    { line: 2, index: 1, status: 400, problem: { detail: "The line is not in UTF-8." } },
    { line: 3, index: 2, status: 413, problem: { type: "urn:pg:problem:too-large" } },
    { line: 4, index: 3, status: 201 },
  ])
})
