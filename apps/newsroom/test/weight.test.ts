import { readFileSync } from "node:fs"
import { request, type IncomingMessage } from "node:http"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { everyPage, serveEverything } from "./every-page.js"

let served: Awaited<ReturnType<typeof serveEverything>>
let browser: Browser
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEverything(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** What comes over the wire, as it comes. */
async function ask(path: string, coding: string): Promise<{ headers: IncomingMessage["headers"]; body: Buffer }> {
  const asked = request(served.url + path, { headers: { "accept-encoding": coding } })
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    asked.on("response", resolve).on("error", reject).end(),
  )
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { headers: response.headers, body: Buffer.concat(chunks) }
}

test("a first visit to the home page is at most 60 kB in all, with head and body of every answer", async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send("Network.enable")
  let bytes = 0
  let answers = 0
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength
    answers++
  })
  await page.goto(`${served.url}/en`, { waitUntil: "networkidle" })
  await context.close()
  expect(answers).toBeGreaterThanOrEqual(2)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(60_000)
})

test.each(everyPage.filter(({ path }) => !path.startsWith("/api/")))(
  "$path is at most 30 kB of HTML in gzip, and has a script only where a search can be written",
  async ({ path }) => {
    const { headers, body } = await ask(path, "gzip")
    expect(headers["content-type"]).toMatch("text/html")
    expect(headers["content-encoding"]).toBe("gzip")
    const html = gunzipSync(body)
    expect(body.length).toBeLessThanOrEqual(30_000)
    const scripts = html.toString().match(/<script (?!type="application\/ld\+json")[^>]*/g) ?? []
    expect(scripts).toHaveLength(path.includes("/search") ? 1 : 0)
  },
)

const assets = new URL("../dist/client/", import.meta.url)
const named = Object.values(
  JSON.parse(readFileSync(new URL(".vite/manifest.json", assets), "utf8")) as Record<string, { file: string }>,
).map(({ file }) => file)

test.each(named.filter((file) => file.endsWith(".woff2")))(
  "%s, compressed in itself, is kept for ever",
  async (file) => {
    const { headers, body } = await ask(`/${file}`, "br, gzip")
    expect(body).toEqual(readFileSync(new URL(file, assets)))
    expect(headers).toMatchObject({
      "content-type": "font/woff2",
      "cache-control": "public, max-age=31536000, immutable",
    })
    expect(headers).not.toHaveProperty("content-encoding")
  },
)

test("the page of the API's contract is set in the same letters", async () => {
  const style = (await ask("/api/docs.css", "identity")).body.toString()
  const fonts = [...style.matchAll(/url\("\/([^"]+)"\)/g)].map(([, file]) => file)
  expect(fonts.toSorted()).toEqual(named.filter((file) => file.endsWith(".woff2")).toSorted())
})

test.each(named.filter((file) => !file.endsWith(".woff2")))(
  "%s is kept for ever, and served as it was compressed when it was built",
  async (file) => {
    const plain = readFileSync(new URL(file, assets))
    for (const [coding, extension, open] of [
      ["br", "br", brotliDecompressSync],
      ["gzip", "gz", gunzipSync],
    ] as const) {
      const compressed = readFileSync(new URL(`${file}.${extension}`, assets))
      expect(open(compressed)).toEqual(plain)
      if (plain.length < 1000) continue // one packet in any case
      const { headers, body } = await ask(`/${file}`, coding)
      expect(headers["content-encoding"]).toBe(coding)
      expect(body).toEqual(compressed)
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable")
      expect(headers["vary"]).toBe("Accept-Encoding")
    }
  },
)

test.each([
  "/en",
  "/en/news",
  "/en/publications/handbook-on-therapeutic-communities-in-prisons",
  "/fr/search?q=drogues",
])("nothing moves on %s while it loads, on a phone", async (path) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  await page.addInitScript(watchShifts)
  await page.goto(served.url + path, { waitUntil: "networkidle" })
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)
  await page.close()
  expect(shifts).toEqual([])
})

/** Runs in the page, before anything of it: notes by how much something moved that had been shown. */
function watchShifts(): void {
  const shifts: number[] = []
  Object.assign(globalThis, { shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
  }).observe({ type: "layout-shift", buffered: true })
}
