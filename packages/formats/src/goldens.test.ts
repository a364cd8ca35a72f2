import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import type { Feed } from "./format.js"
import { formats } from "./registry.js"

const fixtures = fileURLToPath(new URL("../../domain/fixtures/", import.meta.url))
const goldens = fileURLToPath(new URL("../fixtures/", import.meta.url))

const names = globSync("*/*.json", { cwd: fixtures })
  .map((path) => path.replace(/\.json$/, ""))
  .toSorted()
const itemOf = (name: string) => parseItem(JSON.parse(readFileSync(`${fixtures}${name}.json`, "utf8")))

const feed: Feed = {
  items: names.map(itemOf),
  title: "Every example",
  locale: "en",
  selfUrl: "https://example.org/api/v1/items.atom?cursor=abc",
  firstUrl: "https://example.org/api/v1/items.atom",
  nextUrl: "https://example.org/api/v1/items.atom?cursor=def",
  homeUrl: "https://example.org/en",
  updatedAt: "2021-09-10T12:00:00Z",
  total: names.length,
  next: "def",
  itemUrl: (item) => `https://example.org/${item.locale}/${item.kind}/${item.slug}`,
  schemeUrl: (scheme) => `https://example.org/api/v1/items?${scheme}=`,
}

test.each(formats)("the list of all examples as $name", async ({ extension, serialize }) => {
  await expect(serialize(feed)).toMatchFileSnapshot(`${goldens}all.${extension}`)
})

for (const { name, extension, serializeItem } of formats.filter((format) => format.serializeItem))
  test.each(names)(`%s as ${name}`, async (example) => {
    const text = serializeItem?.(itemOf(example), { ...feed, selfUrl: `https://example.org/${example}.${extension}` })
    await expect(text).toMatchFileSnapshot(`${goldens}${example}.${extension}`)
  })

test("a golden file whose example or format is gone is to be deleted", () => {
  const wanted = ["all", ...names].flatMap((name) => formats.map(({ extension }) => `${name}.${extension}`))
  expect(globSync("**/*.*", { cwd: goldens }).filter((path) => !wanted.includes(path))).toEqual([])
})

test("an item's bytes do not depend on the order in which its fields were set", () => {
  for (const { serialize } of formats)
    expect(serialize({ ...feed, items: feed.items.map(backwards) })).toBe(serialize(feed))
})

const backwards = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, below]) => [key, backwards(below)]),
  ) as T
}
