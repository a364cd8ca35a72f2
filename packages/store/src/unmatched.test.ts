import { beforeAll, describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"

describe.each(databases)("a filter's value that no item has, on $name", ({ make }) => {
  const used = useStore(make)
  beforeAll(async () => {
    const item = news(1, { type: "statement", topics: ["prisons", "local-wine"], bodies: ["Pompidou Group"] })
    await used.store.putAll(
      [
        { ...item, countries: ["FR"] },
        { ...news(2), topics: ["hiv"] },
      ],
      change,
    )
  })
  const unmatched = async (query: object) => (await used.store.find(query)).unmatched

  test.each<[string, string, string, string | undefined]>([
    ["mistyped", "topic", "prsons", "prisons"],
    ["in the singular", "topic", "prison", "prisons"],
    ["mistyped, of a word that only this archive has", "topic", "lokal-wine", "local-wine"],
    ["by another name", "topic", "politique-des-drogues", "drug-policy"],
    ["that the vocabulary has and no item", "type", "handboook", "handbook"],
    ["by one of its words", "body", "pompidou", "pompidou-group"],
    ["near nothing", "country", "XX", undefined],
  ])("is named where it is %s, with what was meant", async (_, parameter, value, suggestion) => {
    expect(await unmatched({ [parameter]: [value] })).toEqual([
      { parameter, value, ...(suggestion !== undefined && { suggestion }) },
    ])
  })

  test("is named beside others that items have", async () => {
    expect(await unmatched({ topic: ["prsons"], country: ["FR"] })).toEqual([
      { parameter: "topic", value: "prsons", suggestion: "prisons" },
    ])
  })

  test("is not named where items were found, or where each value has items and only their meeting has none", async () => {
    expect(await unmatched({ topic: ["prsons", "prisons"] })).toBeUndefined()
    expect(await unmatched({ topic: ["hiv"], country: ["FR"] })).toBeUndefined()
  })
})
