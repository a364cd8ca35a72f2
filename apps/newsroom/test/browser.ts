import { execFileSync } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { createRequire } from "node:module"
import { delimiter, dirname, join } from "node:path"
import { type Browser, chromium, type LaunchOptions } from "playwright-core"

/**
 * A real Chromium: the one that CHROMIUM_PATH names and no other; else one that this machine has; else the one of the
 * optional package for Linux; else one installed by Debian or by Playwright. The first that shows pages is taken. Where
 * none does this throws, with what each said: a test that needs a browser is never left out in silence.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = []
  const named = process.env["CHROMIUM_PATH"]
  for (const [name, find] of named ? [theOne(named)] : ways) {
    try {
      const options = await find()
      return await tried(await chromium.launch({ ...options, args: [...(options.args ?? []), ...flags] }))
    } catch (error) {
      failures.push(`${name}: ${String(error instanceof Error ? error.message : error).split("\n")[0]}`)
    }
  }
  throw new Error(`No browser for the tests; install Chromium or set CHROMIUM_PATH (${failures.join("; ")}).`)
}

/** A browser may start and yet fall over its second visitor: one that does is closed, and the error thrown. */
async function tried(browser: Browser): Promise<Browser> {
  try {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled })
      await (await context.newPage()).goto("data:text/html,<p>It works.")
      await context.close()
    }
    return browser
  } catch (error) {
    await browser.close()
    throw error
  }
}

type Way = readonly [name: string, find: () => LaunchOptions | Promise<LaunchOptions>]

const theOne = (executablePath: string): Way => ["CHROMIUM_PATH", () => ({ executablePath })]

const isRoot = process.getuid?.() === 0

const flags = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]

const ways: readonly Way[] = [
  ...names.map((name): Way => [name, () => ({ executablePath: onPath(name) })]),
  ...["chrome", "msedge"].map((channel): Way => [`channel ${channel}`, () => ({ channel })]),
  ["@sparticuz/chromium", packaged],
  ["apt-get install chromium", installedByDebian],
  ["playwright-core install", installedByPlaywright],
]

function onPath(name: string): string {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch {
      // Not in this folder; the next may have it.
    }
  }
  throw new Error("not on PATH")
}

async function packaged(): Promise<LaunchOptions> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("only for Linux on x64")
  const { default: packagedChromium } = await import("@sparticuz/chromium")
  // In one process a page that falls over takes the browser with it.
  const args = packagedChromium.args.filter((flag) => flag !== "--single-process")
  return { executablePath: await packagedChromium.executablePath(), args }
}

function installedByDebian(): LaunchOptions {
  if (!isRoot) throw new Error("not root")
  run("apt-get", ["update", "-qq"])
  run("apt-get", ["install", "-qq", "--yes", "--no-install-recommends", "chromium"])
  return { executablePath: onPath("chromium") }
}

function installedByPlaywright(): LaunchOptions {
  const folder = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"))
  run(process.execPath, [join(folder, "cli.js"), "install", "chromium-headless-shell"])
  return {}
}

const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, {
    stdio: "ignore",
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  })
