import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { serveEverything } from "./every-page.js"

let served: Awaited<ReturnType<typeof serveEverything>>
let browser: Browser
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEverything(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

test.concurrent.each(
  [
    "/en",
    "/en/news?locale=*",
    "/en/news/a-42nd-member-state-for-the-pompidou-group-ukraine-decides-to-join",
    "/fr/calendar/2021-06?locale=*",
    "/en/map?locale=*",
    "/fr/topics/drug-policy",
    "/fr/search?q=drogues",
    "/en/follow?kind=event&topic=hiv&as=csv",
    "/en/news/nothing-of-this-name",
    "/api/docs",
  ].flatMap((path) => [
    { path, width: 1280, forcedColors: "none" as const, how: "wide" },
    { path, width: 320, forcedColors: "active" as const, how: "narrow, in forced colours" },
  ]),
)("$path, $how: the focus goes to all that can be used, and can be seen wherever it is", async ({ path, ...media }) => {
  const { width, forcedColors } = media
  const page = await browser.newPage({ viewport: { width, height: 900 }, forcedColors, reducedMotion: "reduce" })
  await page.goto(served.url + path)
  const count = await page.locator("body").evaluate(numberAll)
  expect(count).toBeGreaterThan(10)
  const [seen, unseen] = [new Set<number>(), [] as string[]]
  await page.keyboard.press("Tab")
  for (let steps = 0; steps < count * 2; steps++) {
    const { number, complaint } = await page.evaluate(lookAtFocus)
    if (number === undefined || seen.has(number)) break
    seen.add(number)
    if (complaint !== undefined) unseen.push(complaint)
    await page.keyboard.press("Tab")
  }
  const missed = await notIn(page, seen)
  await page.close()
  expect({ unseen, missed }).toEqual({ unseen: [], missed: [] })
})

/** Gives a number to each element that the Tab key should lead to, and says how many there are. */
function numberAll(body: Element): number {
  const usable = [...body.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((element) => element.getAttribute("type") !== "hidden" && element.tabIndex >= 0)
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  for (const [index, element] of usable.entries()) element.dataset["number"] = String(index)
  return usable.length
}

const notIn = async (page: Page, seen: ReadonlySet<number>): Promise<string[]> => {
  const all = await page.locator("[data-number]").evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML))
  return all.filter((_, index) => !seen.has(index)).map((html) => html.slice(0, 150))
}

/** Where the focus is, and what is wrong with how it is shown. Runs in the page. */
function lookAtFocus(): { number?: number; complaint?: string } {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement || focused instanceof SVGElement) || focused === document.body) return {}
  const name = focused.outerHTML.slice(0, 150)
  const number = Number(focused.dataset["number"])
  // The outline of what is inside an SVG drawing is the stroke of a shape in it.
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  const shapes = [...focused.querySelectorAll("rect, circle")].map((shape) => getComputedStyle(shape))
  const isOutlined =
    (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) ||
    shapes.some(({ stroke, strokeWidth }) => stroke !== "none" && Number.parseFloat(strokeWidth) >= 3)
  if (!isOutlined) return { number, complaint: `no outline: ${name}` }
  // WCAG 2.4.11: it is not hidden by something else.
  const { left, top, width, height } = focused.getBoundingClientRect()
  const [x, y] = [left + Math.min(width / 2, innerWidth - left - 1), top + Math.min(height / 2, innerHeight - top - 1)]
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return { number, complaint: `out of sight: ${name}` }
  return { number }
}
