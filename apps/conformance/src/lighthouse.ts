import { existsSync, readFileSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { run } from "./run.js"

const version = "13.5.0"
const folder = fileURLToPath(new URL(`../../../.tooling/lighthouse-${version}`, import.meta.url))
const program = join(folder, "node_modules", "lighthouse", "cli", "index.js")

/** The Chromium that Lighthouse drives: the one that CHROMIUM_PATH names, else Debian's. */
export const chromium = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium"

/** Lighthouse's command, to be run by Node. */
export const lighthouseCommand = [process.execPath, program] as const

/** Fetches Lighthouse where it is not there yet: with all that it brings it is too large to be part of the project. */
export async function fetchLighthouse(): Promise<void> {
  if (existsSync(program)) return
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  const plain = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
  try {
    await run("npm", ["install", "--prefix", part, ...plain, `lighthouse@${version}`], {
      // What it takes to reach a registry from here: its address, a proxy, certificates.
      env: Object.fromEntries(
        Object.entries(process.env).filter(([name, value]) => name !== "PATH" && value !== undefined),
      ) as Record<string, string>,
      seconds: 300,
    })
    renameSync(part, folder)
  } catch (error) {
    process.stderr.write(`${String(error)}\n`)
  }
}

/** What Lighthouse says of a page: points of 100 by category, by what they were lost, and how fast the machine was. */
export type Verdict = { scores: Record<string, number>; lost: string[]; speed: number; figures: string }

export const categories = ["performance", "accessibility", "best-practices", "seo"] as const

type Audit = { id: string; score: number | null; displayValue?: string; explanation?: string }
type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
  environment: { benchmarkIndex: number }
  runtimeError?: { message: string }
}

/** Has Lighthouse judge a page as a phone sees it whose processor is so many times slower than this one. */
export async function judge(url: string, slowdown: number, cwd: string): Promise<Verdict> {
  const file = join(cwd, "lighthouse.json")
  const [node, cli] = lighthouseCommand
  await run(
    node,
    [
      cli,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--only-categories=${categories.join(",")}`,
      `--throttling.cpuSlowdownMultiplier=${slowdown}`,
      `--chrome-flags=--headless=new --disable-gpu${process.getuid?.() === 0 ? " --no-sandbox" : ""}`,
    ],
    { cwd, env: { HOME: cwd, CHROME_PATH: chromium }, seconds: 120 },
  )
  const report = JSON.parse(readFileSync(file, "utf8")) as Report
  if (report.runtimeError) throw new Error(`Lighthouse could not judge ${url}: ${report.runtimeError.message}`)
  return verdictOf(report)
}

function verdictOf({ categories: judged, audits, environment }: Report): Verdict {
  const pointsOf = (score: number | null | undefined) => Math.round((score ?? 0) * 100)
  const weighty = Object.values(judged).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  const lost = weighty
    .flatMap(({ id }) => audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 0.99)
    .map(({ id, displayValue, explanation }) => [id, displayValue ?? explanation].filter(Boolean).join(": "))
  const shown = (id: string) => audits[id]?.displayValue ?? "?"
  return {
    scores: Object.fromEntries(categories.map((name) => [name, pointsOf(judged[name]?.score)])),
    lost,
    speed: environment.benchmarkIndex,
    figures: `${shown("largest-contentful-paint")} to the largest part, ${shown("total-blocking-time")} blocked, ${shown("cumulative-layout-shift")} moved`,
  }
}
