import { type Item, parseItem } from "@pg/domain"
import { readingRules } from "@pg/listing"
import { createReader } from "@pg/reader"
import { expect, test } from "vitest"

const reasoned = (rules: readonly string[]) =>
  parseItem({
    id: "00000000-0000-5000-8000-000000000001",
    kind: "news",
    locale: "fr",
    slug: "x",
    title: "X",
    source: {
      name: "listing",
      retrievedAt: "2021-06-10T12:00:00Z",
      text: "X",
      reasons: rules.map((rule) => ({ field: "kind", rule, text: "" })),
    },
  })

/** The rules as an item's page has them, each with whether it is said to be in English. */
async function rulesOn(locale: string, item: Item) {
  const client = {
    find: () => Promise.reject(new Error("no list is asked for")),
    get: async () => item,
    getShown: async () => item,
    getRemoved: async () => undefined,
    getRemovedById: async () => undefined,
    history: async () => [],
    preview: async () => undefined,
  }
  const reader = createReader({ client, siteUrl: "https://example.org" })
  const html = await (await reader.request(`https://example.org/${locale}/news/x`)).text()
  return [...html.matchAll(/<span class="field">(?:kind|genre)<\/span> <span>(.*?)<\/span>/g)].map(([, rule]) => rule)
}

test("each rule by which a listing is read is said in the language of the page", async () => {
  const item = reasoned(readingRules)
  expect(readingRules.length).toBeGreaterThan(50)
  expect(await rulesOn("en", item)).toEqual(readingRules.map((rule) => rule.replaceAll("&", "&amp;")))
  const french = await rulesOn("fr", item)
  expect(french).toHaveLength(readingRules.length)
  expect(french.filter((rule) => rule?.includes('lang="en"') || readingRules.includes(rule ?? ""))).toEqual([])
})

test("a rule of another version is shown as it stands, as English", async () => {
  expect(await rulesOn("fr", reasoned(["the moon was full"]))).toEqual(['<span lang="en">the moon was full'])
})
