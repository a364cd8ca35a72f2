import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { AxeBuilder } from "@axe-core/playwright"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { serve } from "./command.js"

/** Every page that the sitemaps name, and whatever these lead to, on the sample. */
let browser: Browser
let served: Awaited<ReturnType<typeof serve>>
let folder: string
let pages: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "crawl-"))
  served = await serve({ cwd: folder, args: ["--sample"] })
  pages = (await Promise.all((await locationsIn("/sitemap.xml")).map(locationsIn))).flat()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const text = async (path: string) => (await fetch(served.url + path)).text()

/** Paths within the site that a sitemap names. */
const locationsIn = async (path: string): Promise<string[]> =>
  [...(await text(path)).matchAll(/<loc>([^<]+)/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&").replace(served.url, ""),
  )

test("nothing that a page leads to is missing", async () => {
  const leading = new Map<string, string>()
  for (const path of pages)
    for (const [, href = ""] of (await text(path)).matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), served.url + path)
      if (url.origin === served.url) leading.set(url.pathname + url.search, path)
    }
  expect(leading.size).toBeGreaterThan(pages.length)
  const missing: string[] = []
  for (const [path, from] of leading) {
    const { status } = await fetch(served.url + path, { method: "HEAD", redirect: "follow" })
    if (status !== 200) missing.push(`${from} leads to ${path}: ${status}`)
  }
  expect(missing).toEqual([])
})

test("no page says anything on the console, nor has axe a word to say of the first of each form", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" })
  const page = await context.newPage()
  const said: string[] = []
  page.on("console", (message) => said.push(`${page.url()}: ${message.text()}`))
  page.on("pageerror", (error) => said.push(`${page.url()}: ${error.message}`))
  page.on("response", (response) => response.status() >= 400 && said.push(`${page.url()} wants ${response.url()}`))
  const findings: string[] = []
  const examined = new Set<string>()
  for (const path of pages) {
    await page.goto(served.url + path)
    if (!examined.has(formOf(path))) findings.push(...(await findingsOf(page)))
    examined.add(formOf(path))
  }
  await context.close()
  expect([...said, ...findings]).toEqual([])
}, 600_000)

/** What pages have in common that differ in whose they are: to look through each of them would take minutes. */
const formOf = (path: string) => path.replace(/^(\/[^/]+\/[^/?]+)\/[^/?]+/, "$1/…")

async function findingsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${page.url()}: ${id}: ${node.html}`))
}
