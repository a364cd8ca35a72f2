import { runInNewContext } from "node:vm"
import { setFlagsFromString } from "node:v8"
import { Hono } from "hono"
import { For } from "solid-js"
import { expect, test } from "vitest"
import { readAssets } from "./assets.js"
import { Fact } from "./components/facts.js"
import { homesIn } from "./pages/homes.js"
import { respond } from "./respond.js"

const numbers = Array.from({ length: 300 }, (_, n) => n)

setFlagsFromString("--expose-gc")
const collectGarbage = runInNewContext("gc") as (how?: { type: "minor" }) => void

/** Looks through what is new alone, as happens after some pages; what is found in use twice is old from then on. */
function collectNew(): void {
  for (let n = 0; n < 3; n++) collectGarbage({ type: "minor" })
}

test("of a page that has been rendered nothing stays in memory, not even until all of that is looked through", async () => {
  const page = { locale: "en", today: undefined, siteUrl: "https://example.org", assets: readAssets() } as const
  const content = () => <For each={numbers}>{(n) => <Fact name={String(n)}>{String(n)}</Fact>}</For>
  const app = new Hono().get("/*", (c) =>
    respond(c, { ...page, url: new URL(c.req.url), view: { title: "A page", alternates: homesIn(), content } }),
  )
  const ask = async (pages: number) => {
    for (let n = 0; n < pages; n++) await (await app.request(`/${n}`, { method: "GET" })).arrayBuffer()
    await new Promise((resolve) => setTimeout(resolve))
  }
  await ask(100)
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  await ask(500)
  collectNew()
  expect((process.memoryUsage().heapUsed - before) / 500).toBeLessThan(10_000)
})
