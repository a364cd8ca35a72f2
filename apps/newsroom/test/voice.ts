import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { virtual } from "@guidepup/virtual-screen-reader"
import type { Browser, Page } from "playwright-core"

const bundle = readFileSync(fileURLToPath(import.meta.resolve("@guidepup/virtual-screen-reader/browser.js")))

/**
 * A page with a screen reader in it, which says what one of WAI-ARIA says. The reader is a script, which the page's own policy
 * would rightly refuse: it is set aside in this page.
 */
export async function openWithVoice(browser: Browser, url: string) {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" })
  const page = await context.newPage()
  await page.route("**/voice.js", (route) => route.fulfill({ contentType: "text/javascript", body: bundle }))
  await page.goto(url)
  await page.addScriptTag({ type: "module", content: 'import { virtual } from "/voice.js"; window.voice = virtual' })
  await page.waitForFunction(() => "voice" in globalThis)
  await page.evaluate(() => voice.start({ container: document.body }))
  return { page, close: () => context.close() }
}

/** All that is said from the beginning of the page to its end. */
export const readAloud = (page: Page): Promise<string[]> => page.evaluate(readToEnd)

/** What has been said until now. */
export const said = (page: Page): Promise<string[]> => page.evaluate(() => voice.spokenPhraseLog())

/** In the page. */
declare const voice: typeof virtual

async function readToEnd(): Promise<string[]> {
  for (let steps = 0; steps < 2000 && (await voice.lastSpokenPhrase()) !== "end of document"; steps++)
    await voice.next()
  return voice.spokenPhraseLog()
}
