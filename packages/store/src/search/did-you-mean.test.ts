import { beforeAll, describe, expect, test } from "vitest"
import { databases } from "../../test/databases.js"
import { change, news, useStore } from "../../test/items.js"

describe.each(databases)("a question that finds nothing, on $name", ({ make }) => {
  const used = useStore(make)
  const meant = async (q: string, others = {}) => (await used.store.find({ q, ...others })).didYouMean

  beforeAll(async () => {
    const often = Array.from({ length: 7 }, (_, n) => news(100 + n, { title: "Form and prisons" }))
    await used.store.putAll(
      [
        news(1, { title: "Drug policy in prisons", topics: ["hiv"] }),
        news(2, { title: "Prevention of overdoses", summary: "About goverment policy", kind: "publication" }),
        news(3, { title: "La politique de l’État", locale: "fr", topics: ["prevention"] }),
        news(4, { title: "Government policy" }),
        news(5, { title: "Wombats", body: "Kiwi" }),
        ...often,
      ],
      change,
    )
  })

  test.each<[string, string, string | undefined]>([
    ["one wrong letter", "drug polizy", "drug policy"],
    ["two words at once", "durg polcy", "drug policy"],
    ["letters swapped", "gvoernment", "government"],
    ["a word without its accent, which finds as it is", "l'etat", undefined],
    ["a word near one with an accent", "étatt", "état"],
    ["signs stay where they are", '"drug polizy" -wombats', '"drug policy" -wombats'],
    ["a word of the title", "title:polizy", "title:policy"],
    ["a topic's name, in the spelling that is nearest", "prevantion", "prevention"],
    ["the same with an accent", "prévantion", "prévention"],
    [
      "a word that few items have may be misspelt in these",
      "goverment policy -overdoses",
      "government policy -overdoses",
    ],
    ["nothing is near", "xylophone", undefined],
    ["a word of two letters", "zz", undefined],
    ["a word with digits", "wombats2", undefined],
    ["no word", "?!", undefined],
    ["what finds something", "wombats", undefined],
    ["words that are nowhere together", "wombats overdoses", undefined],
  ])("%s: %s", async (_, q, expected) => expect(await meant(q)).toBe(expected))

  test("what is offered finds something with the same other filters", async () => {
    expect(await meant("polizy", { kind: ["publication"] })).toBe("policy")
    expect(await meant("wombatz", { kind: ["publication"] })).toBeUndefined()
    expect(await meant("prevantion", { locale: ["fr"] })).toBeUndefined()
    expect(await meant("polizy", { locale: ["fr"] })).toBeUndefined()
  })

  test("is not asked on a page that comes after others", async () => {
    const { next } = await used.store.find({ q: "prisons", limit: 1 })
    expect((await used.store.find({ q: "prisons", limit: 100, ...(next && { cursor: next }) })).didYouMean).toBe(
      undefined,
    )
  })

  test("two hundred characters without sense are answered", async () => {
    for (const q of ["abcde ".repeat(33), "a".repeat(200), "é".repeat(200), `"${"x y ".repeat(49)}"`, "%_ ".repeat(66)])
      expect((await used.store.find({ q })).total, q).toBe(0)
  })
})
