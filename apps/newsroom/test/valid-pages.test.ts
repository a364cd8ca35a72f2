import { afterAll, beforeAll, expect, test } from "vitest"
import { findingsIn } from "../../reader/test/valid-html.js"
import { everyPage, serveEverything } from "./every-page.js"

let served: Awaited<ReturnType<typeof serveEverything>>
beforeAll(async () => {
  served = await serveEverything()
})
afterAll(() => served?.close())

test.each(everyPage)("$path, as it is served, is valid HTML with no level of headings left out", async ({ path }) => {
  const html = await (await fetch(served.url + path)).text()
  expect(await findingsIn(html)).toEqual([])
  const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
})
