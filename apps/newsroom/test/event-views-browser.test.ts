import type { Browser, BrowserContextOptions } from "playwright-core"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { serve, temporaryFolder } from "./command.js"

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => await browser?.close())

async function visit(path: string, options: BrowserContextOptions = {}) {
  const { url, stop } = await serve({ cwd: temporaryFolder(), args: ["--sample"] })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  onTestFinished(async () => {
    await context.close()
    await stop()
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(url + path)
  return { page, url }
}

test("by keyboard alone one goes from a month to an event in it, and to the month after it", async () => {
  const { page, url } = await visit("/en/calendar/2021-06", { javaScriptEnabled: false })
  const focused = page.locator(":focus")
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press("Tab")
      if (name.test((await focused.textContent()) ?? "")) return
    }
    throw new Error(`Nothing called ${name} can be reached`)
  }
  await tabTo(/Law Enforcement Officers/)
  expect(await focused.evaluate((link) => link.closest("td")?.querySelector("time")?.dateTime)).toBe("2021-06-15")
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { level: 1, name: "Law Enforcement Officers" }).waitFor()

  await page.goto(`${url}/en/calendar/2021-06`)
  await tabTo(/^July 2021$/)
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { level: 1, name: "Events in July 2021" }).waitFor()
})

test("a month is a list of days on a small screen, where each day says its whole name", async () => {
  const { page } = await visit("/en/calendar/2021-06", { viewport: { width: 320, height: 640 } })
  expect(await page.locator("td time:visible").allInnerTexts()).toContain("Tuesday 15 June 2021")
  expect(await page.locator("th:visible").count()).toBe(0)
})
