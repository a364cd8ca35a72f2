import { readdirSync, readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { withoutData } from "./data-blocks.js"
import { fixtures } from "./fixtures.js"

const assets = new URL("../dist/client/assets/", import.meta.url)
const files = readdirSync(assets)
const weigh = (content: string | Uint8Array) => gzipSync(content).length

test("all style is one file of at most 10 kB, compressed", () => {
  const [style = "", ...more] = files.filter((file) => file.endsWith(".css"))
  expect(more).toEqual([])
  expect(weigh(readFileSync(new URL(style, assets)))).toBeLessThanOrEqual(10_000)
})

test("each script is at most 3 kB, compressed, and shares nothing", () => {
  const scripts = files.filter((file) => file.endsWith(".js"))
  expect(scripts.map((file) => file.replace(/-[^-]+$/, ""))).toEqual(["suggest"])
  for (const script of scripts) expect(weigh(readFileSync(new URL(script, assets)))).toBeLessThanOrEqual(3000)
})

test("a page has a script only where there is a field to write a search in", async () => {
  const { ask } = readerOf(fixtures)
  for (const path of ["/en", "/en/news", "/fr/events/officers-meet-online", "/en/nowhere"]) {
    const page = await ask(path)
    expect(withoutData(await page.text())).not.toContain("<script")
    expect(page.headers.get("content-security-policy")).not.toContain("script-src")
  }
  const search = await ask("/en/search")
  expect((await search.text()).match(/<script/g)).toHaveLength(1)
  expect(search.headers.get("content-security-policy")).toContain("script-src 'self';")
})

test.each(["/en", "/fr/news?locale=*", "/en/search", "/en/events/officers-meet-online"])(
  "%s is at most 30 kB of HTML, compressed",
  async (path) => {
    expect(weigh(await readerOf(fixtures).text(path))).toBeLessThanOrEqual(30_000)
  },
)
