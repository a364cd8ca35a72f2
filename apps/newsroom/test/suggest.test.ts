import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { serve } from "./command.js"

let browser: Browser
let folder: string
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "suggest-"))
  served = await serve({ cwd: folder, args: ["--sample"] })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function open(path: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, reducedMotion: "reduce" })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const said: string[] = []
  page.on("console", (message) => said.push(message.text())).on("pageerror", (error) => said.push(String(error)))
  await page.goto(served.url + path)
  return { page, said, field: page.getByRole("combobox", { name: "Words" }) }
}

test("who writes the beginning of a word chooses the word by keyboard, and finds what it finds", async () => {
  const { page, field, said } = await open("/en/search")
  await field.pressSequentially("trea")
  const options = page.locator(".suggestions:not([hidden]) [role=option]")
  await options.first().waitFor()
  expect(await options.first().textContent()).toBe("treatment")
  expect(await page.getByRole("status").textContent()).toMatch(/^\d+ suggestions/)
  await field.press("ArrowDown")
  expect(await field.getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"))
  await field.press("Enter")
  await page.waitForURL((url) => url.searchParams.get("q") === "treatment")
  expect(await page.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(0)
  expect(said).toEqual([])
})

test("an item on offer leads to its page, and Escape leaves the field as it was", async () => {
  const { page, field } = await open("/en/search")
  await field.pressSequentially("trea")
  await page.locator(".suggestions:not([hidden]) [role=option]").first().waitFor()
  await field.press("Escape")
  expect(await page.locator(".suggestions:not([hidden]) [role=option]").count()).toBe(0)
  expect(await field.inputValue()).toBe("trea")
  await field.pressSequentially("t")
  await page.locator(".suggestions .item").first().click()
  await page.waitForURL(/\/en\/(?:news|events|publications)\/./)
})

test("where nobody answers, the field is that of a plain form", async () => {
  const { page, field } = await open("/en/search")
  await page.route("**/api/v1/suggest*", (route) => route.abort())
  await field.pressSequentially("treatment")
  await field.press("Enter")
  await page.waitForURL((url) => url.searchParams.get("q") === "treatment")
})
