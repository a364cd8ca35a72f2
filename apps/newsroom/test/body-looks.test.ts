import { parseItem } from "@pg/domain"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { openSite } from "./site.js"

const cells = (text: string) => `|${Array.from({ length: 12 }, () => ` ${text} `).join("|")}|`
const body = [
  "Said before.[^1]",
  "- [ ] to do\n- a point",
  `${cells("Participants")}\n${cells("-")}\n${cells("1")}`,
  "| a |\n|-|\n| b |",
  "[^1]: A note",
].join("\n\n")
const item = parseItem({
  id: "00000000-0000-5000-8000-000000000001",
  kind: "news",
  locale: "en",
  slug: "a-text",
  title: "A text",
  body,
  links: [{ url: "https://example.org/bare" }, { url: "https://example.org/named", title: "Named" }],
})

let browser: Browser
let site: Awaited<ReturnType<typeof openSite>>
let page: Page
beforeAll(async () => {
  site = await openSite([item])
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await page.goto(`${site.url}/en/news/a-text`)
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const style = (selector: string, property: string, pseudo?: string) =>
  page
    .locator(selector)
    .evaluate((element, [name, of]) => getComputedStyle(element, of)[name as "color"], [property, pseudo] as const)

test("a task has a box and no bullet, a point beside it a bullet", async () => {
  expect(await style(".body li:first-child:has(+ li)", "listStyleType")).toBe("none")
  expect(await style(".body ul li:nth-child(2)", "listStyleType")).toBe("disc")
})

test("a table that is wider than a phone has a shadow on the side where more of it is, and on no other", async () => {
  const wide = page.locator(".body .table").first()
  const edges = async (of = wide) => {
    const box = (await of.boundingBox())!
    // Blank parts of the last row's lower edge, next to either side.
    return Promise.all(
      [box.x + 1, box.x + box.width - 2].map(async (x) => {
        const clip = { x, y: box.y + box.height - 4, width: 1, height: 1 }
        return (await page.screenshot({ clip })).toString("base64")
      }),
    )
  }
  await wide.scrollIntoViewIfNeeded()
  const [left, right] = await edges()
  expect(left).not.toBe(right)
  await wide.evaluate((element) => element.scrollTo(element.scrollWidth, 0))
  expect(await edges()).toEqual([right, left])
  const [narrowLeft, narrowRight] = await edges(page.locator(".body .table").last())
  expect(narrowLeft).toBe(left)
  expect(narrowRight).toBe(left)
})

test("on paper nothing leads back from a note, and an address stands there once", async () => {
  await page.emulateMedia({ media: "print" })
  expect(await style("[data-footnote-backref]", "display")).toBe("none")
  expect(await style('a[href$="/bare"]', "content", "::after")).toBe("none")
  expect(await style('a[href$="/named"]', "content", "::after")).toContain("example.org/named")
  await page.emulateMedia({ media: "screen" })
})
