import type { Browser, BrowserContext } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { withAxe } from "./axe.js"
import { launchBrowser } from "./browser.js"
import { everyPage, serveEverything } from "./every-page.js"
import { smallTargets } from "./targets.js"

let served: Awaited<ReturnType<typeof serveEverything>>
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEverything(), launchBrowser()])
  context = await browser.newContext({ reducedMotion: "reduce" })
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

// The width that WCAG 1.4.10 asks for, which is also what is left of a window of 1280 by 1024 at 400 %.
const narrow = { width: 320, height: 256 }

test.concurrent.each(everyPage)(
  "$path can be used by everybody: light, dark, in more contrast, in forced colours, at 400 %",
  { timeout: 180_000 },
  async ({ path, status = 200 }) => {
    const page = await context.newPage()
    await page.setViewportSize({ width: 1280, height: 1024 })
    const response = await page.goto(served.url + path)
    expect(response?.status()).toBe(status)
    await page.locator("body").evaluate(openAll)
    const askAxe = await withAxe(page)
    const findings = await askAxe()
    const note = (setting: string, found: readonly string[]) =>
      findings.push(...found.map((finding) => `${setting}: ${finding}`))

    for (const [name, media] of settings) {
      await page.emulateMedia({ ...plain, ...media })
      note(name, await askAxe(ofColours))
    }
    await page.emulateMedia(plain)
    await page.setViewportSize(narrow)
    note("narrow", [...(await askAxe(ofLayout)), ...(await smallTargets(page))])
    const beyond = await page.locator(":root").evaluate((root) => root.scrollWidth - root.clientWidth)
    if (beyond > 0) note("narrow", [`scrolls sideways by ${beyond} px`])
    await page.close()
    expect(findings).toEqual([])
  },
)

/** What is folded away is part of the page too. */
const openAll = (body: Element) => {
  for (const details of body.querySelectorAll("details")) details.open = true
}

const plain = { colorScheme: "light", contrast: "no-preference", forcedColors: "none" } as const

const settings = [
  ["dark", { colorScheme: "dark" }],
  ["more contrast", { contrast: "more" }],
  ["forced colours", { forcedColors: "active" }],
] as const

/** The rules whose judgement colours can change, and those of which the size of the window can. */
const ofColours = ["color-contrast", "link-in-text-block"]
const ofLayout = ["target-size", "scrollable-region-focusable", "heading-order", "landmark-one-main", "region"]
