import { readdirSync, readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixtures } from "./fixtures.js"

const assets = new URL("../dist/client/assets/", import.meta.url)
const files = readdirSync(assets)
const weigh = (content: string | Uint8Array) => gzipSync(content).length

test("all style is one file of at most 10 kB, compressed", () => {
  const [style = "", ...more] = files.filter((file) => file.endsWith(".css"))
  expect(more).toEqual([])
  expect(weigh(readFileSync(new URL(style, assets)))).toBeLessThanOrEqual(10_000)
})

test("no script is built, because no page needs any", () => {
  expect(files.filter((file) => file.endsWith(".js"))).toEqual([])
})

test.each(["/en", "/fr/news?locale=*", "/en/search", "/en/events/officers-meet-online"])(
  "%s is at most 30 kB of HTML, compressed",
  async (path) => {
    expect(weigh(await readerOf(fixtures).text(path))).toBeLessThanOrEqual(30_000)
  },
)
