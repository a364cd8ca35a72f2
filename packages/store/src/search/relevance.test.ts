import type { Item, ItemQuery } from "@pg/domain"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { databases } from "../../test/databases.js"
import { change, news, pageThrough, useStore } from "../../test/items.js"
import { plainSearch } from "../../test/plain-search.js"

/** Words that stand near each other often enough for phrases, and forms of one word. */
const words = {
  en: "drug drugs policy policies prison the of Covid-19 Group’s OAT opioid agonist treatment WHO who World Health Organization".split(
    " ",
  ),
  fr: "drogue drogues politique politiques des l’État état prison TAO traitement par agonistes opioïdes d'œuvre".split(
    " ",
  ),
  de: "Straße strasse Droge prison OAT Covid-19".split(" "),
}
const forms = [
  "opioid agonist treatment",
  "World Health Organization",
  "traitement par agonistes opioïdes",
  "drug policy",
]
const someText = (locale: keyof typeof words, maxLength: number) =>
  fc.array(fc.constantFrom(...words[locale], ...forms), { minLength: 1, maxLength }).map((parts) => parts.join(" "))

const someItem = fc.constantFrom("en" as const, "en" as const, "fr" as const, "de" as const).chain((locale) =>
  fc.record({
    locale: fc.constant(locale),
    title: someText(locale, 4),
    summary: someText(locale, 5),
    body: someText(locale, 8),
    issued: fc.constantFrom("2021-06-15", "2021-06-16", "2021-06", "2020", "2019-01-01"),
    isDated: fc.constantFrom(true, true, true, false),
    topics: fc.constantFrom<string[][]>(["hiv"], ["prisons"], []),
  }),
)

const archive: Item[] = fc
  .sample(someItem, { numRuns: 350, seed: 20_240_501 })
  .map(({ issued, isDated, ...said }, n) => news(n + 1, { ...said, ...(isDated && { issued }) }))

const someWord = fc.constantFrom(...words.en, ...words.fr, ...words.de)
const somePhrase = fc.oneof(
  fc.constantFrom(...forms),
  fc.array(someWord, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")),
)
const someTerm = fc
  .tuple(
    fc.constantFrom("", "", "", "", "-"),
    fc.constantFrom("", "", "", "title:"),
    fc.oneof({ weight: 3, arbitrary: someWord }, { weight: 1, arbitrary: somePhrase.map((text) => `"${text}"`) }),
  )
  .map((parts) => parts.join(""))
const someQuestion = fc
  .array(fc.oneof({ weight: 4, arbitrary: someTerm }, { weight: 1, arbitrary: fc.constantFrom(...forms) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((terms) => terms.join(" "))

type Used = ReturnType<typeof useStore>

describe("an answer in the order of relevance", () => {
  const [sqlite, postgres] = databases.map(({ make }) => useStore(make)) as [Used, Used]

  beforeAll(async () => {
    for (const { store } of [sqlite, postgres]) await store.putAll(archive, change)
  }, 30_000)

  const idsOf = (items: readonly Item[]) => items.map(({ id }) => id)

  test("has what the rule says, in its order and in the same in both databases, whatever is asked", async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(someQuestion, fc.integer({ min: 7, max: 100 }), async (q, limit) => {
        const expected = idsOf(plainSearch(archive, q))
        if (expected.length > 0) found++
        for (const { store } of [sqlite, postgres])
          expect(await pageThrough(store, { q, limit })).toEqual({ ids: expected, totals: [expected.length] })
      }),
      { numRuns: 250, examples: forms.map((form): [string, number] => [form, 20]) },
    )
    expect(found).toBeGreaterThan(100)
  }, 120_000)

  const someFilters: fc.Arbitrary<ItemQuery> = fc.record(
    {
      topic: fc.constantFrom(["hiv"], ["hiv", "prisons"]),
      "not.topic": fc.constant(["hiv"]),
      locale: fc.constantFrom(["en"], ["en", "fr"]),
      "not.locale": fc.constant(["en"]),
      issued: fc.constantFrom("2021", "2021-06-16..2021-06-20", "..2020-06", "2021-06.."),
      missing: fc.constantFrom(["issued" as const], ["issued" as const, "topics" as const]),
    },
    { requiredKeys: [] },
  )

  test("stays in its order where filters leave some of it, which are those that the filters have by themselves", async () => {
    await fc.assert(
      fc.asyncProperty(someQuestion, someFilters, async (q, filters) => {
        const { ids } = await pageThrough(sqlite.store, { ...filters, limit: 100 })
        const expected = idsOf(plainSearch(archive, q)).filter((id) => ids.includes(id))
        for (const { store } of [sqlite, postgres])
          expect(await pageThrough(store, { ...filters, q, limit: 30 })).toEqual({
            ids: expected,
            totals: [expected.length],
          })
      }),
      { numRuns: 120 },
    )
  }, 120_000)

  test("in another order it has the same items, as a list in that order has them", async () => {
    const orders = fc.constantFrom("-issued" as const, "issued" as const, "-updated" as const, "when" as const)
    await fc.assert(
      fc.asyncProperty(someQuestion, orders, async (q, sort) => {
        const found = new Set(idsOf(plainSearch(archive, q)))
        const { ids } = await pageThrough(sqlite.store, { sort, limit: 100 })
        const expected = ids.filter((id) => found.has(id))
        for (const { store } of [sqlite, postgres])
          expect(await pageThrough(store, { q, sort, limit: 40 })).toEqual({ ids: expected, totals: [expected.length] })
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
