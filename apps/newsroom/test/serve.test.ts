import { once } from "node:events"
import { connect } from "node:net"
import type { Item, Page } from "@pg/domain"
import { expect, test } from "vitest"
import { newsroom, sample, serve, temporaryFolder } from "./command.js"

const total = async (url: string) => ((await (await fetch(`${url}/api/v1/items`)).json()) as Page<Item>).total

test("one line says where the newsroom is, and API, reader and health answer there", async () => {
  const { url, line, stop } = await serve({ cwd: temporaryFolder(), args: ["--sample"] })
  expect(line).toBe(`The newsroom is at ${url}/ and its API at ${url}/api/v1\n`)
  for (const path of ["/api/v1/items", "/healthz", "/readyz", "/metrics", "/en", "/fr/news"])
    expect((await fetch(url + path)).status).toBe(200)
  await stop()
})

test("the sample is imported into an empty archive, and not a second time", async () => {
  const cwd = temporaryFolder()
  const first = await serve({ cwd, args: ["--sample"] })
  const found = await total(first.url)
  await first.stop()
  const second = await serve({ cwd, args: ["--sample"] })
  expect(found).toBeGreaterThan(0)
  expect(await total(second.url)).toBe(found)
  await second.stop()
})

test("the sample is never mixed with an archive of one's own", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", "-"], { cwd, input: "A title\n\n16 June 2021\n\nA teaser...\n\nRead More\n" })
  const { url, stop } = await serve({ cwd, args: ["--sample"] })
  expect(await total(url)).toBe(1)
  await stop()
})

test("a translation and its original lead to each other", async () => {
  const { url, stop } = await serve({ cwd: temporaryFolder(), args: ["--sample"] })
  const { items } = (await (await fetch(`${url}/api/v1/items?locale=fr&limit=100`)).json()) as Page<Item>
  for (const item of items) {
    const original = item.relations.find((relation) => relation.rel === "translationOf")
    const answer = (await (await fetch(`${url}/api/v1/items/${original?.id}`)).json()) as Item
    expect(answer.relations).toContainEqual({ rel: "hasTranslation", id: item.id })
  }
  expect(items.length).toBeGreaterThan(0)
  await stop()
})

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s ends it well, with a connection still open that nothing is asked on",
  async (signal) => {
    const { url, stop } = await serve({ cwd: temporaryFolder() })
    const { hostname, port } = new URL(url)
    const idle = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname)
    await once(idle, "connect")
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await stop(signal)).toEqual({ code: 0, stderr: "" })
    idle.destroy()
  },
)

test("who waits for news is answered when the newsroom is asked to stop, and does not hold it up", async () => {
  const { url, stop } = await serve({ cwd: temporaryFolder() })
  const waiting = fetch(`${url}/api/v1/changes?wait=60`)
  const stream = await fetch(`${url}/api/v1/changes`, { headers: { accept: "text/event-stream" } })
  const events = stream.text()
  expect(await stop()).toEqual({ code: 0, stderr: "" })
  expect(await (await waiting).json()).toMatchObject({ changes: [] })
  expect(await events).not.toContain("event:")
})

test("what goes on is told on standard error, a line of JSON each, from the beginning to the end", async () => {
  const { url, stop } = await serve({ cwd: temporaryFolder(), env: { NEWSROOM_LOG: "info" } })
  await (await fetch(`${url}/api/v1/items?q=someone`)).text()
  const { code, stderr } = await stop()
  const lines = stderr
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(code).toBe(0)
  expect(lines.map(({ msg }) => msg)).toEqual(["listening", "answered", "stopping", "stopped"])
  expect(lines[1]).toMatchObject({ level: "info", method: "GET", route: "/api/v1/items", status: 200 })
  expect(stderr).not.toContain("someone")
})

test("what is imported while it runs is there at once, because both use the same archive", async () => {
  const cwd = temporaryFolder()
  const { url, stop } = await serve({ cwd })
  expect(await total(url)).toBe(0)
  const { stdout } = await newsroom(["import", "--json", sample("listing.en.txt")], { cwd })
  expect(await total(url)).toBe((JSON.parse(stdout) as { created: number }).created)
  await stop()
})

test("who listens on every network without saying at which address is told what feeds will then name", async () => {
  const open = await serve({ cwd: temporaryFolder(), env: { HOST: "0.0.0.0" } })
  expect((await open.stop()).stderr).toContain(
    `NEWSROOM_URL is not set: feeds, calendars and harvests name ${open.url}`,
  )
  const told = await serve({ cwd: temporaryFolder(), env: { HOST: "0.0.0.0", NEWSROOM_URL: "http://localhost:9999" } })
  expect((await told.stop()).stderr).not.toContain("NEWSROOM_URL")
})
