import { globSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { ChangeEntry, Tombstone } from "@pg/domain"
import { renderMarkdown } from "@pg/markdown"
import { expect, test } from "vitest"
import { exampleNames, exampleOf } from "../test/examples.js"
import type { Feed } from "./format.js"
import { formats } from "./registry.js"

const goldens = fileURLToPath(new URL("../fixtures/", import.meta.url))

const feed = (extension: string): Feed => ({
  items: exampleNames.map(exampleOf),
  title: "Every example",
  locale: "en",
  selfUrl: `https://example.org/api/v1/items.${extension}?cursor=abc`,
  firstUrl: `https://example.org/api/v1/items.${extension}`,
  nextUrl: `https://example.org/api/v1/items.${extension}?cursor=def`,
  homeUrl: "https://example.org/en",
  updatedAt: "2021-09-10T12:00:00Z",
  total: exampleNames.length,
  next: "def",
  itemUrl: (item) => `https://example.org/${item.locale}/${item.kind}/${item.slug}`,
  bodyHtml: Object.fromEntries(
    exampleNames
      .map(exampleOf)
      .flatMap(({ id, body, locale }) => (body === undefined ? [] : [[id, renderMarkdown(body, locale)]])),
  ),
  schemeUrl: (scheme) => `https://example.org/api/v1/items?${scheme}=`,
})

const withdrawn = Tombstone.parse({
  id: "9f7efad0-e18b-5a25-bcad-04fad187ff19",
  kind: "news",
  at: "2021-07-01T07:00:00Z",
  state: "withdrawn",
  reason: "It said what was not so.",
})
const merged = Tombstone.parse({ ...withdrawn, at: "2021-07-02T07:00:00Z", state: "merged", reason: undefined })

const changes = [
  { type: "delete", seq: 9, at: merged.at, tombstone: merged },
  { type: "delete", seq: 8, at: withdrawn.at, tombstone: withdrawn },
  {
    type: "put",
    seq: 5,
    at: "2021-06-17T08:30:00Z",
    updateType: "major",
    changeNote: "The vote & its date are added.",
  },
  { type: "put", seq: 2, at: "2021-06-16T10:00:00Z", updateType: "major" },
].map((change) => ChangeEntry.parse(change.type === "put" ? { ...change, item: exampleOf("news/dated") } : change))

const parts = { changes, tombstones: [merged, withdrawn] }

test.each(formats)("the list of all examples as $name", async ({ extension, serialize }) => {
  await expect(serialize(feed(extension))).toMatchFileSnapshot(`${goldens}all.${extension}`)
})

for (const { name, extension, serializeItem } of formats)
  test.each(exampleNames)(`%s as ${name}`, async (example) => {
    const selfUrl = `https://example.org/${example}.${extension}`
    const text = serializeItem(exampleOf(example), { ...feed(extension), selfUrl })
    await expect(text).toMatchFileSnapshot(`${goldens}${example}.${extension}`)
  })

for (const part of ["changes", "tombstones"] as const)
  test.each(formats.filter(({ says }) => says.includes(part)))(
    `a list with ${part} as $name`,
    async ({ extension, serialize }) => {
      const { nextUrl: _, next: __, ...rest } = feed(extension)
      const text = serialize({ ...rest, items: [], [part]: parts[part] })
      await expect(text).toMatchFileSnapshot(`${goldens}${part}.${extension}`)
    },
  )

test("a golden file whose example or format is gone is to be deleted", () => {
  const wanted = formats.flatMap(({ extension, says }) => [
    ...["all", ...exampleNames].map((name) => `${name}.${extension}`),
    ...says.filter((part) => part in parts).map((part) => `${part}.${extension}`),
  ])
  expect(globSync("**/*.*", { cwd: goldens }).filter((path) => !wanted.includes(path))).toEqual([])
})

test("an item's bytes do not depend on the order in which its fields were set", () => {
  for (const { serialize, extension } of formats) {
    const list = feed(extension)
    expect(serialize({ ...list, items: list.items.map(backwards) })).toBe(serialize(list))
  }
})

const backwards = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, below]) => [key, backwards(below)]),
  ) as T
}
