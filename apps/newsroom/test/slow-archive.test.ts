import { connect, createServer, type AddressInfo, type Socket } from "node:net"
import { setTimeout } from "node:timers/promises"
import { createLog } from "@pg/api"
import { openStore } from "@pg/store"
import { type Browser, type Page, type Response } from "playwright-core"
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest"
import { databases } from "../../../packages/store/test/databases.js"
import { compose } from "../src/compose.js"
import { importItems } from "../src/import-items.js"
import { listen, stop } from "../src/listen.js"
import { readSample } from "../src/sample.js"
import { launchBrowser } from "./browser.js"

const at = "2021-09-01T08:00:00.000Z"
const patience = 500

let browser: Browser
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  browser = await launchBrowser()
  site = await openSite()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A newsroom on PostgreSQL, behind a network that at times swallows what both say. */
async function openSite() {
  const database = await databases.find(({ name }) => name === "PostgreSQL")!.make()
  const network = await openNetwork(Number(new URL(inject("postgresUrl")).port))
  const store = await openStore(Object.assign(new URL(database.url), { port: String(network.port) }).href)
  await importItems(store, await readSample(at), { at, by: "test" })
  const settings = { cacheBytes: 0, requestsPerMinute: 0, trustedProxies: 0, log: createLog("silent", process.stderr) }
  const server = await listen({ host: "127.0.0.1", port: 0 }, () =>
    compose({ store, siteUrl: "https://newsroom.example.org", now: () => new Date(at), patience, ...settings }),
  )
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    network,
    close: async () => {
      await stop(server, 1)
      await store.close()
      network.close()
      await database.remove()
    },
  }
}

/** What stands between a program and a server of this machine: while it stalls, connections are open and nothing comes. */
async function openNetwork(to: number) {
  const ends = new Set<Socket>()
  let isStalled = false
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1")
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      ends.add(one)
      one.on("data", (bytes) => other.write(bytes)).on("error", () => other.destroy())
      one.on("close", () => ends.delete(one) && other.destroy())
      if (isStalled) one.pause()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stall: () => {
      isStalled = true
      for (const end of ends) end.pause()
    },
    goOn: () => {
      isStalled = false
      for (const end of ends) end.resume()
    },
    close: () => {
      server.close()
      for (const end of ends) end.destroy()
    },
  }
}

/** A page of a browser without JavaScript, at an address; and the answer to a step that leads to another. */
async function open(path: string) {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce" })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(site.url + path)
  const step = async (go: () => Promise<unknown>): Promise<Response> => {
    const answered = page.waitForResponse((response) => response.request().isNavigationRequest())
    await go()
    return answered
  }
  return { page, step }
}

async function expectNoAnswer(page: Page, response: Response, words: { heading: string; again: string }) {
  expect([response.status(), response.headers()["retry-after"]]).toEqual([503, "10"])
  await page.getByRole("heading", { level: 1, name: words.heading }).waitFor()
  expect(await page.getByRole("banner").isVisible()).toBe(true)
  expect(await page.getByRole("contentinfo").isVisible()).toBe(true)
  const again = page.getByRole("link", { name: words.again })
  expect(await again.getAttribute("href")).toBe(new URL(response.url()).pathname)
  return again
}

test.each([
  { locale: "en", list: "News", heading: "cannot be reached just now", again: "Try again" },
  { locale: "fr", list: "Actualités", heading: "ne répond pas", again: "Réessayer" },
])("who waits for an archive that stalls is soon told so, and gets on by trying again ($locale)", async (words) => {
  const { page, step } = await open(`/${words.locale}`)
  site.network.stall()
  onTestFinished(site.network.goOn)
  const link = page.getByRole("navigation").first().getByRole("link", { name: words.list })
  const again = await expectNoAnswer(page, await step(() => link.click()), words)
  await expectNoAnswer(page, await step(() => again.click()), words)
  site.network.goOn()
  expect((await step(() => again.click())).status()).toBe(200)
  await page.getByRole("heading", { level: 1, name: words.list }).waitFor()
  expect(await page.getByRole("article").count()).toBeGreaterThan(0)
})

test("so is who comes when it has been silent for long, and who opens an item", async () => {
  const words = { heading: "cannot be reached just now", again: "Try again" }
  const { page, step } = await open("/en/news")
  const item = page.getByRole("article").first().getByRole("link").first()
  site.network.stall()
  onTestFinished(site.network.goOn)
  // By then the store has given up the connection over which it hears what others write.
  await setTimeout(6000)
  const began = performance.now()
  const again = await expectNoAnswer(page, await step(() => item.click()), words)
  expect(performance.now() - began).toBeLessThan(8000)
  site.network.goOn()
  await expect.poll(async () => (await step(() => again.click())).status(), { timeout: 20_000 }).toBe(200)
  await page.getByRole("heading", { level: 1 }).waitFor()
})
