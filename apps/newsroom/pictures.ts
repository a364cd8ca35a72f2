// npm run pictures: takes docs/pictures anew, of the built newsroom with its sample.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Browser, Page } from "playwright-core"
import { launchBrowser } from "./test/browser.ts"

/** What is looked at, and how. `of` is the part that is shown; the window where it is absent. */
type Picture = { name: string; path: string; screen: keyof typeof screens; dark?: true; of?: string; open?: string }

const pictures: readonly Picture[] = [
  { name: "home", path: "/en", screen: "desk" },
  { name: "home-phone", path: "/fr", screen: "phone", dark: true },
  { name: "list", path: "/en/news", screen: "desk" },
  { name: "list-phone", path: "/en/news", screen: "phone" },
  { name: "item", path: "/en/news/a-42nd-member-state-for-the-pompidou-group-ukraine-decides-to-join", screen: "desk" },
  {
    name: "event",
    path: "/en/events/call-for-applications-new-drug-policy-executive-course-advanced-and-meant-for-senior-staff",
    screen: "desk",
    dark: true,
  },
  {
    name: "how-we-read-this",
    path: "/en/events/law-enforcement-officers-concerned-with-drug-trafficking-by-air-its-detection-and-investigation-can-take-part-in-two",
    screen: "desk",
    of: ".reading",
    open: ".reading > summary",
  },
  { name: "month", path: "/en/calendar/2021-06", screen: "desk" },
  { name: "month-phone", path: "/en/calendar/2021-06", screen: "phone" },
  { name: "events-tablet", path: "/fr/events?locale=*", screen: "tablet" },
  { name: "topic-tablet", path: "/en/topics/drug-policy", screen: "tablet", dark: true },
  { name: "map", path: "/en/map?locale=*", screen: "desk", dark: true },
]

const screens = {
  desk: { viewport: { width: 1440, height: 1080 }, deviceScaleFactor: 1 },
  tablet: { viewport: { width: 768, height: 1024 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2 },
} as const

const folder = mkdtempSync(join(tmpdir(), "pictures-"))
process.env["FONTCONFIG_FILE"] = withSourceSerif(folder)
const served = await serve(folder)
const browser = await launchBrowser()
try {
  for (const picture of pictures) await take(browser, served.url, picture)
} finally {
  await browser.close()
  await served.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** As on a machine that has the one font of those that the site asks for which is free: else a picture is of chance. */
function withSourceSerif(folder: string): string {
  const fonts = dirname(fileURLToPath(import.meta.resolve("@expo-google-fonts/source-serif-4/package.json")))
  const file = join(folder, "fonts.conf")
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${fonts}</dir>
  <cachedir>${join(folder, "fonts")}</cachedir>
</fontconfig>`,
  )
  return file
}

async function serve(cwd: string) {
  const command = fileURLToPath(new URL("dist/main.js", import.meta.url))
  const env = { PORT: "0", NEWSROOM_LOG: "warn", NEWSROOM_DATABASE: `sqlite:${join(cwd, "archive.db")}` }
  const child = spawn(process.execPath, [command, "serve", "--sample"], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = once(child, "exit")
  const [line] = await Promise.race([once(child.stdout, "data"), ended])
  const url = /http:\/\/localhost:\d+/.exec(String(line))?.[0]
  if (url === undefined) throw new Error(`The newsroom did not start: ${String(line)}`)
  const stop = async () => {
    child.kill()
    await ended
  }
  return { url, stop }
}

async function take(browser: Browser, url: string, { name, path, screen, dark, of, open }: Picture): Promise<void> {
  const context = await browser.newContext({
    ...screens[screen],
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  })
  const page = await context.newPage()
  const response = await page.goto(url + path, { waitUntil: "networkidle" })
  if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status()}`)
  if (open) await page.locator(open).click()
  const file = fileURLToPath(new URL(`../../docs/pictures/${name}.webp`, import.meta.url))
  const bytes = await asWebp(page, of)
  writeFileSync(file, bytes)
  process.stdout.write(`docs/pictures/${name}.webp ${Math.round(bytes.length / 1000)} kB\n`)
  await context.close()
}

/** Playwright knows no WebP, which is half as large as anything that it knows; the browser does. */
async function asWebp(page: Page, of: string | undefined): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page)
  const box = of === undefined ? undefined : await page.locator(of).boundingBox()
  const { data } = await devtools.send("Page.captureScreenshot", {
    format: "webp",
    quality: 82,
    ...(box && { clip: { ...withMargin(box), scale: 1 }, captureBeyondViewport: true }),
  })
  return Buffer.from(data, "base64")
}

type Box = { x: number; y: number; width: number; height: number }

function withMargin({ x, y, width, height }: Box): Box {
  const margin = 32
  return { x: x - margin, y: y - margin / 2, width: width + 2 * margin, height: height + margin }
}
