import { AxeBuilder } from "@axe-core/playwright"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { serve, temporaryFolder } from "./command.js"

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => await browser?.close())

describe.each([
  { javaScriptEnabled: true, how: "with JavaScript" },
  { javaScriptEnabled: false, how: "without JavaScript" },
])("a reader $how", ({ javaScriptEnabled }) => {
  test("goes from the home page through a filtered list to an item, and reads it in the other language", async () => {
    const { page, look } = await visit({ javaScriptEnabled, locale: "en-GB" })
    await expect.poll(() => new URL(page.url()).pathname).toBe("/en")
    await look()

    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Events" }).click()
    await page.getByRole("textbox", { name: "Takes place" }).fill("2021-06")
    await page.getByRole("button", { name: "Show" }).click()
    expect(new URL(page.url()).searchParams.get("when")).toBe("2021-06")
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([expect.stringContaining("by Air")])
    await look()

    await page.getByRole("heading", { level: 2 }).getByRole("link").click()
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Law Enforcement Officers")
    expect(await page.getByRole("main").textContent()).toContain("15–16 June 2021")
    await look()

    await page.getByRole("list", { name: "In other languages" }).getByRole("link").click()
    expect(new URL(page.url()).pathname).toMatch(/^\/fr\/events\//)
    expect(await page.getByRole("main").textContent()).toContain("15 au 16 juin 2021")
    await look()
  })

  test("finds an item in French by words without their accents", async () => {
    const { page, look } = await visit({ javaScriptEnabled, locale: "fr-FR" })
    await expect.poll(() => new URL(page.url()).pathname).toBe("/fr")
    await look()

    await page
      .getByRole("navigation", { name: "Navigation principale" })
      .getByRole("link", { name: "Recherche" })
      .click()
    const field = page.getByLabel("Mots") // a search box, which a script makes a combobox of
    await field.fill("communautes therapeutiques")
    await field.press("Enter")
    await page.getByRole("heading", { level: 2 }).getByRole("link", { name: "thérapeutiques" }).click()
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("communautés thérapeutiques")
    await look()
  })

  test("narrows a list by its timeline with the keyboard, goes back to all dates, and follows what is left", async () => {
    const { page, look } = await visit({ javaScriptEnabled, locale: "en-GB" })
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "News" }).click()
    const timeline = page.getByRole("navigation", { name: "By month of publication" })
    await timeline.getByRole("link", { name: "April 2021: 2 news items" }).focus()
    await page.keyboard.press("Enter")
    await page.getByText("2 news items in English, published: April 2021").waitFor()
    expect(await page.getByRole("main").getByRole("article").count()).toBe(2)
    await look()

    await timeline.getByRole("link", { name: "All dates" }).click()
    await page.getByRole("list", { name: "Country" }).getByRole("link", { name: "Portugal 2" }).click()
    await page.getByText("2 news items in or about Portugal").waitFor()
    await page.getByRole("link", { name: "Follow this list" }).click()
    await look()
    await page.getByLabel("As", { exact: true }).selectOption("JSON Feed")
    await page.getByRole("button", { name: "Make the addresses" }).click()
    expect(new URL(page.url()).search).toBe("?kind=news&country=PT&as=feed.json")
    await page.getByText("/api/v1/items.feed.json?kind=news&country=PT&locale=en").waitFor()
    await look()
  })

  test("finds what there is on a topic and what it goes with, and how accessible the site is", async () => {
    const { page, look } = await visit({ javaScriptEnabled, locale: "en-GB" })
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Topics" }).click()
    await look()

    await page.getByRole("main").getByRole("link", { name: "Drug policy", exact: true }).click()
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Drug policy")
    await look()

    await page.getByRole("complementary").getByRole("link", { name: "Training", exact: true }).click()
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Training")
    await page.getByRole("contentinfo").getByRole("link", { name: "Accessibility" }).click()
    await look()
  })

  test("is told in a whole page that there is nothing at an address", async () => {
    const { page, url, look } = await visit({ javaScriptEnabled, locale: "en-GB" })
    const logged = page.waitForEvent("console") // a browser logs each 404 that it meets
    const response = await page.goto(`${url}/en/news/nothing-of-this-name`)
    await logged
    expect(response?.status()).toBe(404)
    await page.getByRole("main").getByRole("searchbox").waitFor()
    await look(["Failed to load resource: the server responded with a status of 404 (Not Found)"])
  })
})

type Visitor = { javaScriptEnabled: boolean; locale: string }

/** Opens the newsroom with the sample; `look` fails where something is wrong with the page as it stands. */
async function visit(visitor: Visitor) {
  const { url, stop } = await serve({ cwd: temporaryFolder(), args: ["--sample"] })
  const context = await browser.newContext({
    ...visitor,
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce", // a transition that a test is too quick for is one that the browser complains of
  })
  onTestFinished(async () => {
    await context.close()
    await stop()
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const said = listen(page)
  await page.goto(`${url}/`)
  const look = async (awaited: readonly string[] = []) => {
    if (visitor.javaScriptEnabled) expect(await accessibilityFindings(page), page.url()).toEqual([])
    expect(await sidewaysScroll(page), page.url()).toBe(0)
    expect(said.splice(0), page.url()).toEqual(awaited)
  }
  return { page, url, look }
}

/** All that a page says on the console, fails to load or throws. */
function listen(page: Page): string[] {
  const said: string[] = []
  page.on("console", (message) => said.push(message.text()))
  page.on("pageerror", (error) => said.push(error.message))
  page.on("requestfailed", (request) => {
    // What the last page had not loaded yet when the visitor went on is given up, and that is well.
    const reason = request.failure()?.errorText
    if (reason !== "net::ERR_ABORTED") said.push(`${request.url()}: ${reason}`)
  })
  return said
}

async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`))
}

/** By how many pixels the page can be scrolled sideways in a window of 320, the narrowest that WCAG 1.4.10 asks for. */
async function sidewaysScroll(page: Page): Promise<number> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const { scrollWidth, clientWidth } = await page
    .locator(":root")
    .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))
  if (before) await page.setViewportSize(before)
  return Math.max(0, scrollWidth - clientWidth)
}
