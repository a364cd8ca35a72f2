import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { type AddressInfo, createServer } from "node:net"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import type { ChangeEntry } from "@pg/domain"
import { Webhook } from "standardwebhooks"
import { expect, onTestFinished, test } from "vitest"
import { run as runStatement } from "../../../packages/store/test/databases.js"
import type {} from "../../../packages/store/test/global-setup.js" // what it provides to them
import { newsroom, sample, serve, temporaryFolder } from "./command.js"
import { openReceiver } from "./receiver.js"

const env = { NEWSROOM_WEBHOOK_ALLOW: "127.0.0.1", NEWSROOM_WEBHOOK_TIMEOUT: "5" }
const patiently = { timeout: 30_000, interval: 20 }

/** Commands in one folder; what they say as JSON, or as text. */
function inFolder() {
  const cwd = temporaryFolder()
  const run = (...args: string[]) => newsroom(args, { cwd, env })
  const webhook = async (...args: string[]) => {
    const { code, stdout, stderr } = await run("webhook", ...args)
    if (code !== 0) throw new Error(stderr)
    return stdout
  }
  const json = async (...args: string[]) => JSON.parse(await webhook(...args, "--json")) as Record<string, unknown>
  return { cwd, run, webhook, json }
}

test("what is imported is told to who asks for it, signed, and stands in the delivery log", async () => {
  const { cwd, run, webhook, json } = inFolder()
  const { url, received } = await openReceiver()
  const filter = "kind=event&locale=en"
  const { secret, id } = await json("create", "--name", "events", "--url", url, "--filter", filter)
  const { url: site, stop } = await serve({ cwd, env })
  await run("import", sample("listing.en.txt"))
  const { changes } = (await (await fetch(`${site}/api/v1/changes?limit=1000`)).json()) as { changes: ChangeEntry[] }
  const events = changes.filter((change) => change.type === "put" && change.item.kind === "event")
  await expect.poll(() => received.length, patiently).toBe(events.length)
  for (const { text, headers } of received)
    expect(new Webhook(String(secret)).verify(text, headers as Record<string, string>)).toMatchObject({
      type: "item.published",
    })
  const bySeq = received.map(({ event }) => event.data).toSorted((a, b) => a.seq - b.seq)
  expect(bySeq).toEqual(events)
  expect(received[0]?.headers["user-agent"]).toContain(`(+${site})`)
  expect(received[0]?.id).toMatch(new RegExp(`^msg_${String(id)}_${String(received[0]?.event.data.seq)}_[0-9a-f]{8}$`))

  const delivered = async () => (await webhook("deliveries", "events", "--status", "delivered", "--json")).split("\n")
  await expect.poll(async () => (await delivered()).length - 1, patiently).toBe(events.length)
  await webhook("replay", "events", String(events[0]?.seq))
  await expect.poll(() => received.length, patiently).toBe(events.length + 1)
  expect(received.at(-1)?.event.data).toEqual(events[0])
  await webhook("replay", "events", "--since", "0")
  await expect.poll(() => received.length, patiently).toBe(2 * events.length + 1)
  expect(await stop()).toEqual({ code: 0, stderr: "" })
})

test("a webhook is made, listed, shown, switched, given a new secret and deleted, and its secret is shown once", async () => {
  const { webhook, json, run } = inFolder()
  const { url } = await openReceiver()
  const made = await webhook("create", "--name", "intranet", "--url", url, "--filter", "?topic=prisons")
  const secret = /whsec_\S+/.exec(made)?.[0] ?? ""
  expect(Buffer.from(secret.slice(6), "base64")).toHaveLength(32)
  const all = [await webhook("list"), await webhook("list", "--json"), await webhook("show", "intranet")].join()
  expect(all).toContain("topic=prisons")
  expect(all).not.toContain("whsec_")
  await webhook("disable", "intranet", "--reason", "Moving house")
  expect(await webhook("list")).toContain("Moving house")
  expect(await json("show", "intranet")).toMatchObject({ disabledReason: "Moving house" })
  await webhook("enable", "intranet")
  expect(await json("show", "intranet")).not.toHaveProperty("disabledReason")
  const rotated = await json("rotate", "intranet", "--overlap", "2h")
  expect(rotated["secret"]).not.toBe(secret)
  const left = Date.parse(String(rotated["previousSecretUntil"])) - Date.now()
  expect(left / 3_600_000).toBeCloseTo(2, 1)
  await webhook("delete", "intranet")
  expect(await webhook("list")).toContain("There are no webhooks")
  expect(await run("webhook", "show", "intranet")).toMatchObject({ code: 1 })
})

test("a ping says at once whether the receiver can be told", async () => {
  const { webhook, run, json } = inFolder()
  let status = 204
  const { url, received } = await openReceiver((response) => response.writeHead(status).end())
  const { secret } = await json("create", "--name", "a", "--url", url)
  expect(await webhook("test", "a")).toMatch(/^a answered 204 after \d+ ms\.\n$/)
  const { text, headers } = received[0] ?? { text: "", headers: {} }
  expect(new Webhook(String(secret)).verify(text, headers as Record<string, string>)).toMatchObject({
    type: "webhook.ping",
    data: { name: "a" },
  })
  status = 500
  expect(await run("webhook", "test", "a")).toEqual({
    code: 1,
    stdout: "",
    stderr: "newsroom: a was not told: It answered 500 Internal Server Error.\n",
  })
})

test.each([
  [["create", "--name", "a", "--url", "http://10.0.0.1/"], 2, "10.0.0.1 is no public address; NEWSROOM_WEBHOOK_ALLOW"],
  [["create", "--name", "a", "--url", "http://0x0a.1/"], 2, "10.0.0.1 is no public address"],
  [["create", "--name", "a", "--url", "ftp://example.org/"], 2, "no address of http or https"],
  [["create", "--name", "a", "--url", "http://user:secret@127.0.0.1/"], 2, "without user and password"],
  [["create", "--name", "a", "--url", "http://127.0.0.1/", "--filter", "topik=prisons"], 2, "did you mean topic?"],
  [
    ["create", "--name", "a", "--url", "http://127.0.0.1/", "--filter", "limit=3"],
    2,
    "limit: says how an answer looks",
  ],
  [["create", "--name", "../a", "--url", "http://127.0.0.1/"], 2, "--name must begin"],
  [["create", "--name", "a"], 2, "--url"],
  [["show", "a"], 1, 'There is no webhook "a"'],
  [["replay", "a"], 2, "Say what to tell once more"],
  [["replay", "a", "3", "--since", "2"], 2, "only one of them"],
  [["rotate", "a", "--overlap", "1y"], 2, "as in 30m, 24h or 7d"],
  [["deliveries", "a", "--status", "lost"], 2, "pending, delivered, failed"],
])("webhook %j is refused with %i, and says why", async (args, code, reason) => {
  const { run } = inFolder()
  const result = await run("webhook", ...args)
  expect(result.code).toBe(code)
  expect(result.stderr).toContain(reason)
})

test("who watches is given the numbers of webhooks that fail, wait or were disabled", async () => {
  const { cwd, run, webhook } = inFolder()
  const { url } = await openReceiver((response) => response.writeHead(500).end())
  for (const name of ["a", "b"]) await webhook("create", "--name", name, "--url", url)
  await webhook("disable", "b")
  await run("import", "--locale", "en", sample("listing.en.txt"))
  const { url: site, stop } = await serve({ cwd, env: { ...env, NEWSROOM_LOG: "error" } })
  const numbers = async () => {
    const text = await (await fetch(`${site}/metrics`)).text()
    return Object.fromEntries(
      [...text.matchAll(/^newsroom_(webhook\w+) (\S+)$/gm)].map(([, name, value]) => [name, value]),
    )
  }
  const { changes } = (await (await fetch(`${site}/api/v1/changes?limit=1000`)).json()) as { changes: ChangeEntry[] }
  await expect.poll(numbers, patiently).toEqual({
    webhooks_disabled: "1",
    webhooks_failing: "1",
    webhook_deliveries_pending: String(changes.length),
    webhook_deliveries_failed: "0",
  })
  await stop()
})

test("the receiver that docs/webhooks.md shows takes what is sent, once, and nothing that is not signed", async () => {
  const { cwd, json, webhook } = inFolder()
  const guide = readFileSync(new URL("../../../docs/webhooks.md", import.meta.url), "utf8")
  const code = /^```js\n(.*?)^```/ms.exec(guide)?.[1] ?? ""
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const { secret } = await json("create", "--name", "a", "--url", url)
  const receiver = spawn(process.execPath, ["--input-type=module", "-e", code], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { PORT: String(port), WEBHOOK_SECRET: String(secret) },
    stdio: ["ignore", "pipe", "inherit"],
  })
  onTestFinished(() => void receiver.kill())
  const lines: string[] = []
  createInterface(receiver.stdout).on("line", (line) => lines.push(line))
  await expect
    .poll(() => fetch(url, { method: "POST", body: "{}" }).then(({ status }) => status, String), patiently)
    .toBe(400)
  const { stop } = await serve({ cwd, env })
  await newsroom(["import", "-"], { cwd, input: "A title\n\n16 June 2021\n\nA teaser...\n\nRead More\n" })
  await expect.poll(() => lines, patiently).toEqual(["item.published A title"])
  await webhook("replay", "a", "--since", "0")
  await webhook("test", "a")
  await expect.poll(() => lines, patiently).toEqual(["item.published A title", "webhook.ping undefined"])
  await stop()
})

test("a name that is taken and one that is mistyped are said", async () => {
  const { webhook, run } = inFolder()
  const { url } = await openReceiver()
  await webhook("create", "--name", "intranet", "--url", url)
  expect((await run("webhook", "create", "--name", "intranet", "--url", url)).stderr).toContain("already")
  expect((await run("webhook", "test", "intranett")).stderr).toContain("did you mean intranet?")
})

test("a hub is told of the feeds that changed, which name it", async () => {
  const { cwd, run } = inFolder()
  const { url: hub, received } = await openReceiver((response) => response.writeHead(202).end())
  const { url, stop } = await serve({ cwd, env: { NEWSROOM_WEBSUB_HUB: hub } })
  const feed = `${url}/api/v1/items.atom`
  expect(await (await fetch(feed)).text()).toContain(`<link rel="hub" href="${hub}"/>`)
  // The hub is told of what comes after it was named.
  const hubs = () => runStatement(`sqlite:${cwd}/data/newsroom.db`, "select url from hubs")
  await expect.poll(hubs, patiently).toEqual([{ url: hub }])
  await run("import", sample("listing.en.txt"))
  await expect.poll(() => received.length, patiently).toBeGreaterThanOrEqual(3)
  const told = received.map(({ text }) => new URLSearchParams(text))
  expect(new Set(told.map((form) => form.get("hub.mode")))).toEqual(new Set(["publish"]))
  expect(told.map((form) => form.get("hub.url"))).toContain(feed)
  for (const form of told) {
    const { headers, status } = await fetch(form.get("hub.url") ?? "")
    expect(status).toBe(200)
    expect(headers.get("link")).toContain(`<${hub}>; rel="hub"`)
    expect(headers.get("link")).toContain(`<${form.get("hub.url")}>; rel="self"`)
  }
  await stop()
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}
