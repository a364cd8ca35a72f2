import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { serveEverything } from "./every-page.js"
import { openWithVoice, readAloud, said } from "./voice.js"

let served: Awaited<ReturnType<typeof serveEverything>>
let browser: Browser
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEverything(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** Whether all of these are said, one after the other, with whatever is said between them. */
function expectInOrder(phrases: readonly string[], awaited: readonly (string | RegExp)[]): void {
  let at = -1
  for (const wanted of awaited) {
    const next = phrases.findIndex(
      (phrase, index) => index > at && (typeof wanted === "string" ? phrase === wanted : wanted.test(phrase)),
    )
    expect(next, `${wanted} is not said after ${JSON.stringify(phrases[at])}:\n${phrases.join("\n")}`).toBeGreaterThan(
      at,
    )
    at = next
  }
}

const research = "children-whose-parents-or-main-caregivers-use-drugs-new-activity-of-the-pompidou-group"
const title = "Children whose parents or main caregivers use drugs: new activity of the Pompidou Group"

test("who listens to an item hears what it is, its title, that it is undated and when it must be from, and how to cite it", async () => {
  const { page, close } = await openWithVoice(browser, `${served.url}/en/news/${research}`)
  const phrases = await readAloud(page)
  await close()
  expectInOrder(phrases, [
    "link, Skip to the content",
    "navigation, Main",
    "link, News, current item",
    "main",
    "article",
    "link, research project",
    `heading, ${title}, level 1`,
    "undated (between 16 April and 7 May 2021)",
    "list, In other languages",
    "link, français",
    /^A research project of the Pompidou Group has started/,
    "The source cuts this text short.",
    "heading, Cite, level 2",
    "Pompidou Group. (n.d.).",
    title,
    "list, For reference managers",
    "link, BibTeX",
    "heading, How we read this, level 2",
    "complementary, About this item",
    "term",
    "Topics",
    "contentinfo",
    "navigation, More",
    "end of document",
  ])
})

test("who listens to an event hears at once that it is cancelled, and then when it was to be and where", async () => {
  const { page, close } = await openWithVoice(browser, `${served.url}/en/events/expert-group-2020`)
  const phrases = await readAloud(page)
  await close()
  expectInOrder(phrases, [
    "heading, Expert group meeting that did not take place, level 1",
    "Cancelled",
    /30 March/,
    /Vienna, Austria/,
  ])
  expect(phrases).not.toContain("link, Add to calendar")
})

test("who listens to a search hears how much it found and for what, and each result as a heading", async () => {
  const { page, close } = await openWithVoice(browser, `${served.url}/en/search?q=treatment`)
  const phrases = await readAloud(page)
  await close()
  expectInOrder(phrases, [
    "link, Search, current page",
    "heading, Search, level 1",
    /^combobox, Words, treatment, .*not expanded/,
    /^\d+ items$/,
    "with the words “treatment”",
    "link, Remove: with the words “treatment”",
    /^heading, .*, level 2$/,
    /^link, /,
  ])
})

test("who writes in the search is told how many suggestions there are, and which one the arrow reached", async () => {
  const { page, close } = await openWithVoice(browser, `${served.url}/en/search`)
  const field = page.getByRole("combobox", { name: "Words" })
  await field.pressSequentially("trea")
  await expect.poll(() => said(page)).toContainEqual(expect.stringMatching(/^polite: \d+ suggestions/))
  await field.press("ArrowDown")
  const option = page.getByRole("option", { selected: true, name: "treatment" })
  expect(await field.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"))
  await close()
})
