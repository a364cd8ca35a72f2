import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type axe from "axe-core"
import type { RunOptions } from "axe-core"
import type { Page } from "playwright-core"

/** Puts axe into a page, once: it is half a megabyte, which is sent again by its own bindings each time that it runs. */
export async function withAxe(page: Page): Promise<(rules?: readonly string[]) => Promise<string[]>> {
  await page.evaluate(source)
  return async (rules) => {
    const { violations } = await page.evaluate(run, {
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } }, // which is off unless it is asked for
      ...(rules && { runOnly: [...rules] }),
    } satisfies RunOptions)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** Runs in the page. */
const run = (options: RunOptions) => (globalThis as unknown as { axe: typeof axe }).axe.run(options)
