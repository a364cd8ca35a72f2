import { parseAtomFeed } from "feedsmith"
import ICAL from "ical.js"
import { StoreError } from "@pg/store"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { readSample } from "../src/sample.js"
import { openSite } from "./site.js"

const at = "2021-09-01T08:00:00.000Z"

let browser: Browser
let site: Awaited<ReturnType<typeof openSite>>
let isDown = false
beforeAll(async () => {
  // A store that does not answer while `isDown`; in every other way the real one.
  site = await openSite(await readSample(at), (store) =>
    Object.assign(Object.create(store) as typeof store, {
      find: (...asked: Parameters<typeof store.find>) => answered(() => store.find(...asked)),
      findJson: (...asked: Parameters<typeof store.findJson>) => answered(() => store.findJson(...asked)),
      getJson: (...asked: Parameters<typeof store.getJson>) => answered(() => store.getJson(...asked)),
      complete: (...asked: Parameters<typeof store.complete>) => answered(() => store.complete(...asked)),
    }),
  )
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const answered = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
  if (isDown) throw new StoreError("the archive is away")
  return ask()
}

async function open(path: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(site.url + path)
  return page
}

/** What is at an address that a page leads to, as a program that follows it gets it. */
async function fetched(page: Page, href: string | null): Promise<string> {
  const response = await page.request.get(new URL(href ?? "", page.url()).href.replace(/^https:[/][/][^/]+/, site.url))
  expect(response.status()).toBe(200)
  return response.text()
}

const plain = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim()

describe.each([
  { javaScriptEnabled: true, how: "with JavaScript" },
  { javaScriptEnabled: false, how: "without JavaScript" },
])("a reader $how", ({ javaScriptEnabled }) => {
  test.each([
    { locale: "en", add: "Add to calendar", start: "2021-06-15", end: "2021-06-17", name: "Law Enforcement Officers" },
    { locale: "fr", add: "Ajouter à l’agenda", start: "2021-06-15", end: "2021-06-17", name: "services répressifs" },
  ])("takes an event from home into a calendar ($locale)", async ({ locale, add, start, end, name }) => {
    const page = await open(`/${locale}`, javaScriptEnabled)
    await page.locator(".of-event").getByRole("link", { name }).click()
    await page.getByRole("heading", { level: 1, name }).waitFor()
    const link = page.getByRole("link", { name: add })
    const calendar = new ICAL.Component(ICAL.parse(await fetched(page, await link.getAttribute("href"))))
    const [event] = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component))
    expect(plain(event?.summary ?? "")).toBe(plain(await page.getByRole("heading", { level: 1 }).textContent()))
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([start, end])
  })

  test("gives a filtered list to a feed reader, which has the same items", async () => {
    const page = await open("/en/search?topic=drug-policy", javaScriptEnabled)
    const titles = (await page.getByRole("heading", { level: 2 }).allTextContents()).map(plain)
    const feed = page.locator('head link[rel="alternate"][type="application/atom+xml"]')
    const { entries = [] } = parseAtomFeed(await fetched(page, await feed.getAttribute("href")))
    expect(titles.length).toBeGreaterThan(1)
    expect(entries.map(({ title }) => plain(title?.value ?? null))).toEqual(titles)
  })

  test.each([
    { locale: "en", typo: "prisns", meant: /did you mean “prison/ },
    { locale: "fr", typo: "prisns", meant: /vouliez-vous dire «\s?prison/ },
  ])("who mistypes a word is led to what was meant ($locale)", async ({ locale, typo, meant }) => {
    const page = await open(`/${locale}/search`, javaScriptEnabled)
    const field = page.locator("main input[name=q]").first()
    await field.fill(typo)
    await field.press("Enter")
    await page.getByRole("link", { name: meant }).click()
    await page.getByRole("heading", { level: 2 }).first().waitFor()
    expect(await page.locator("mark").count()).toBeGreaterThan(0)
  })

  test.each([
    { locale: "en", cite: "Cite", how: "How we read this", field: "title" },
    { locale: "fr", cite: "Citer", how: "Comment nous l’avons lu", field: "titre" },
  ])("cites an item and sees how it was read ($locale)", async ({ locale, cite, how, field }) => {
    const page = await open(`/${locale}`, javaScriptEnabled)
    await page.locator(".of-publication h3 a").first().click()
    const title = plain(await page.getByRole("heading", { level: 1 }).textContent())
    const section = page.locator("section", { has: page.getByRole("heading", { name: cite, exact: true }) })
    expect(plain(await section.locator("cite").textContent())).toBe(title)
    const bibtex = await fetched(page, await section.getByRole("link", { name: "BibTeX" }).getAttribute("href"))
    expect(bibtex).toMatch(/^@\w+\{/)

    const reading = page.locator("details.reading")
    expect(await reading.locator("mark").first().isVisible()).toBe(false)
    await reading.getByRole("heading", { name: how }).click()
    expect(await reading.locator("mark").first().isVisible()).toBe(true)
    expect(await reading.locator("mark > .field").first().textContent()).toBe(field)
  })

  test("skips, filters, opens and follows by keyboard alone, and always sees where the focus is", async () => {
    const page = await open("/en/news", javaScriptEnabled)
    const keyboard = byKeyboard(page)
    await page.keyboard.press("Tab")
    expect(await keyboard.focused()).toBe("Skip to the content")
    await page.keyboard.press("Enter")
    expect(new URL(page.url()).hash).toBe("#content")
    await page.keyboard.press("Tab")
    expect(await page.locator("main :focus").count()).toBe(1)

    await keyboard.tabTo(/^drug policy/i)
    await page.keyboard.press("Enter")
    await page.waitForURL(/topic=drug-policy/)
    await keyboard.tabTo(/^Remove: on drug policy/)
    await keyboard.tabTo(/^Follow this list/)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/en\/follow\?/)
    await keyboard.tabTo(/^As$/)
    await page.keyboard.type("JSON")
    await keyboard.tabTo(/^Make the addresses/)
    await page.keyboard.press("Enter")
    await page.waitForURL(/as=feed\.json/)

    await page.goto(`${site.url}/en/news`)
    const title = plain(await page.locator("article h2 a").first().textContent())
    await keyboard.tabTo(title)
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { level: 1, name: title }).waitFor()
    await keyboard.tabTo(/^How we read this/)
    await page.keyboard.press("Enter")
    expect(await page.locator("details.reading mark").first().isVisible()).toBe(true)
  })

  test("searches by keyboard alone, and changes the language", async () => {
    const page = await open("/en", javaScriptEnabled)
    const keyboard = byKeyboard(page)
    await keyboard.tabTo(/^Search$/)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/en\/search$/)
    await keyboard.tabTo(/^Words$/)
    await page.keyboard.type("statute")
    await page.keyboard.press("Enter")
    await page.waitForURL(/q=statute/)
    await keyboard.tabTo(/^Français$/)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/fr\/search\?q=statute/)
  })

  test("is told in a whole page that the archive does not answer, and gets on by trying again", async () => {
    const page = await open("/fr", javaScriptEnabled)
    isDown = true
    onTestFinished(() => {
      isDown = false
    })
    await page
      .getByRole("navigation", { name: "Navigation principale" })
      .getByRole("link", { name: "Actualités" })
      .click()
    await page.getByRole("heading", { level: 1, name: "ne répond pas pour l’instant" }).waitFor()
    expect(await page.getByRole("contentinfo").isVisible()).toBe(true)
    const again = page.getByRole("link", { name: "Réessayer" })
    await again.click()
    await page.getByRole("heading", { level: 1, name: "ne répond pas" }).waitFor()
    isDown = false
    await again.click()
    await page.getByRole("heading", { level: 1, name: "Actualités" }).waitFor()
    expect(await page.getByRole("article").count()).toBeGreaterThan(0)
  })
})

test("suggestions that fail leave a field that can be used, whether the archive or the network is away", async () => {
  const page = await open("/en/search", true)
  const said: string[] = []
  page.on("pageerror", (error) => said.push(error.message))
  const field = page.getByRole("combobox", { name: "Words" })
  isDown = true
  onTestFinished(() => {
    isDown = false
  })
  const refused = page.waitForResponse(/suggest/)
  await field.pressSequentially("trea")
  expect((await refused).status()).toBe(503)
  expect(await page.locator(".suggestions:not([hidden])").count()).toBe(0)
  isDown = false
  await page.context().setOffline(true)
  const failed = page.waitForEvent("requestfailed")
  await field.pressSequentially("t")
  await failed
  expect(await page.locator(".suggestions:not([hidden])").count()).toBe(0)
  await page.context().setOffline(false)
  await field.pressSequentially("m")
  await page.locator(".suggestions:not([hidden]) [role=option]").first().waitFor()
  await field.press("Enter")
  await page.waitForURL(/q=treatm/)
  expect(said).toEqual([])
})

/** Somebody who has no mouse: each step to a thing that can be used must show that it is there. */
function byKeyboard(page: Page) {
  const focus = page.locator(":focus")
  const focused = async () =>
    plain(
      await focus.evaluate((element) => {
        const label =
          element.getAttribute("aria-label") ??
          element.ownerDocument.querySelector(`label[for="${element.id}"]`)?.textContent
        return (
          (element.matches("input, select") || element.hasAttribute("aria-label") ? label : element.textContent) ?? ""
        )
      }),
    )
  const isShown = () =>
    focus.evaluate((element) => {
      const styleOf = (of: Element) => element.ownerDocument.defaultView?.getComputedStyle(of)
      const { outlineStyle, outlineWidth } = styleOf(element) ?? {}
      // A group of SVG has no outline of its own in every browser: there a part of it is drawn around.
      const part = element.querySelector("svg a > rect.whole, svg a > circle")
      return part ? styleOf(part)?.stroke !== "none" : outlineStyle !== "none" && outlineWidth !== "0px"
    })
  const tabTo = async (name: RegExp | string) => {
    const isIt = (text: string) => (typeof name === "string" ? text === name : name.test(text))
    for (let steps = 0; steps < 150; steps++) {
      await page.keyboard.press("Tab")
      if ((await focus.count()) === 0) continue // the page's end: the next key begins anew
      const text = await focused()
      expect([text, await isShown()]).toEqual([text, true])
      if (isIt(text)) return
    }
    throw new Error(`Nothing called ${String(name)} can be reached by keyboard on ${page.url()}`)
  }
  return { focused, tabTo }
}
