import { createHash } from "node:crypto"
import { type ChangeEntry, type Item, writeItem } from "@pg/domain"
import { afterAll, beforeEach, expect, test } from "vitest"
import { createApi } from "../src/index.js"
import { examples, openArchive } from "./archive.js"

type Archive = Awaited<ReturnType<typeof openArchive>>
const opened: Archive[] = []
let archive: Archive
beforeEach(async () => {
  archive = await openArchive(Object.values(examples))
  opened.push(archive)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

type Batch = { changes: ChangeEntry[]; next: string }
const changes = async (query = "") => {
  const response = await archive.api.request(`/api/v1/changes${query}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Batch
}
const at = (minute: number) => `2021-09-02T10:${String(minute).padStart(2, "0")}:00.000Z`
const item = examples["news/dated"]!
const retitle = (title: string, minute: number) => archive.store.put({ ...item, title }, { at: at(minute), by: "test" })
const withdraw = (minute: number) =>
  archive.store.put(item, {
    at: at(minute),
    by: "test",
    action: "withdraw",
    changeNote: "It was about another meeting.",
  })

test("the log is read from its beginning to its end, each line once, whatever the size of the batches", async () => {
  const ids: string[] = []
  for (let query = "?limit=3"; ; ) {
    const { changes: some, next } = await changes(query)
    if (some.length === 0) break
    ids.push(...some.map((change) => (change.type === "put" ? change.item.id : change.tombstone.id)))
    query = `?limit=3&since=${next}`
  }
  expect(ids.toSorted()).toEqual(
    Object.values(examples)
      .map(({ id }) => id)
      .toSorted(),
  )
})

test("what happens after a cursor is what it leads to: a change, and a removal with its reason", async () => {
  const { next } = await changes("?limit=1000")
  await retitle("Another title", 0)
  await withdraw(1)
  const { changes: some } = await changes(`?since=${next}`)
  expect(some).toMatchObject([
    { type: "put", item: { id: item.id, title: "Another title" } },
    {
      type: "delete",
      tombstone: { id: item.id, kind: "news", state: "withdrawn", reason: "It was about another meeting." },
    },
  ])
})

test("an answer with nothing in it waits, where it is asked to, until there is something", async () => {
  const { next } = await changes("?limit=1000")
  const waiting = changes(`?since=${next}&wait=20`)
  await retitle("News for who waits", 0)
  expect((await waiting).changes).toMatchObject([{ item: { title: "News for who waits" } }])
})

test("who waits in vain is told so, and goes on from the same place", async () => {
  const { next } = await changes("?limit=1000")
  const waited = await changes(`?since=${next}&wait=1`)
  expect(waited.changes).toEqual([])
  await retitle("Later", 0)
  expect((await changes(`?since=${waited.next}`)).changes).toHaveLength(1)
})

test("a stream of events goes on, and each event's id is where one can come back to", async () => {
  const { next } = await changes("?limit=1000")
  const stop = new AbortController()
  const ask = (headers: Record<string, string>) =>
    archive.api.request(`/api/v1/changes?since=${next}`, {
      headers: { accept: "text/event-stream", ...headers },
      signal: stop.signal,
    })
  const events = eventsOf(await ask({}))
  await retitle("One", 0)
  const one = await events.next()
  await retitle("Two", 1)
  const two = await events.next()
  expect([one, two].map(({ value }) => value?.event)).toEqual(["put", "put"])
  expect(two.value?.data).toMatchObject({ item: { title: "Two" } })
  await events.return(undefined)
  const again = eventsOf(await ask({ "last-event-id": one.value?.id ?? "" }))
  expect((await again.next()).value?.data).toMatchObject({ item: { title: "Two" } })
  await again.return(undefined)
})

test("a stream ends when the server is asked to stop", async () => {
  const stopping = new AbortController()
  const api = createApi({
    store: archive.store,
    siteUrl: "https://example.org",
    now: () => new Date(at(0)),
    stopping: stopping.signal,
  })
  const response = await api.request("/api/v1/changes?wait=60", { headers: { accept: "text/event-stream" } })
  const text = response.text()
  stopping.abort()
  expect(await text).toMatch(/^event: put/m)
})

test("a stream with nothing to tell yet answers at once, and is not to be kept", async () => {
  const { next } = await changes("?limit=1000")
  const response = await archive.api.request(`/api/v1/changes?since=${next}`, {
    headers: { accept: "text/event-stream" },
  })
  expect(response.headers.get("cache-control")).toBe("no-store")
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^:.*\n\n$/)
  await reader?.cancel()
})

test("a cursor that the API did not give is refused", async () => {
  for (const since of ["0", "made-up", (await changes("?limit=1")).next.slice(0, -2)]) {
    const response = await archive.api.request(`/api/v1/changes?since=${since}`)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ parameter: "since" }] })
  }
})

test("a stream that would go on from an id that the API did not give is refused by the name of the header field", async () => {
  const response = await archive.api.request("/api/v1/changes", {
    headers: { accept: "text/event-stream", "last-event-id": "made-up" },
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ errors: [{ parameter: "Last-Event-ID" }] })
})

test("a snapshot and what happened since make a copy that is the archive", async () => {
  await withdraw(0)
  const lines = (await (await archive.api.request("/api/v1/snapshot.ndjson")).text()).trimEnd().split("\n")
  const [first = "", last = ""] = [lines.at(0), lines.at(-1)]
  const kept = lines.slice(1, -1)
  expect(kept).toHaveLength(Object.keys(examples).length - 1)
  expect(JSON.parse(last)).toEqual({ end: { items: kept.length, digest: digestOf(kept) } })
  await retitle("Brought back", 1)
  await archive.store.put(item, { at: at(2), by: "test", action: "publish" })
  const copy = new Map(kept.map((line) => [(JSON.parse(line) as Item).id, JSON.parse(line) as Item]))
  for (const change of (await changes(`?since=${(JSON.parse(first) as { snapshot: Batch }).snapshot.next}`)).changes)
    if (change.type === "put") copy.set(change.item.id, change.item)
  const again = (await (await archive.api.request("/api/v1/snapshot.ndjson")).text()).trimEnd().split("\n").slice(1, -1)
  expect([...copy.keys()].toSorted().map((id) => writeItem(copy.get(id)!))).toEqual(again)
})

test("a snapshot that nothing has changed since is not sent again", async () => {
  const response = await archive.api.request("/api/v1/snapshot.ndjson")
  await response.text()
  const headers = { "if-none-match": response.headers.get("etag") ?? "" }
  expect((await archive.api.request("/api/v1/snapshot.ndjson", { headers })).status).toBe(304)
  await retitle("Changed", 0)
  const changed = await archive.api.request("/api/v1/snapshot.ndjson", { headers })
  expect([changed.status, await changed.text()]).toEqual([200, expect.stringContaining("Changed")])
})

const digestOf = (lines: readonly string[]) =>
  `sha-256=:${createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("base64")}:`

/** The events of a stream, as the specification of server-sent events reads them. */
async function* eventsOf(response: Response): AsyncGenerator<{ event: string; id: string; data: unknown }, undefined> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ""
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return undefined
      const parts = (rest + value).split("\n\n")
      rest = parts.pop() ?? ""
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1] ?? ""
        if (field("event") !== "") yield { event: field("event"), id: field("id"), data: JSON.parse(field("data")) }
      }
    }
  } finally {
    await reader.cancel()
  }
}
