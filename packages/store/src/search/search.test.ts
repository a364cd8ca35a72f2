import type { Item } from "@pg/domain"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { databases } from "../../test/databases.js"
import { change, news, pageThrough, useStore } from "../../test/items.js"
import { analyse } from "./analyse.js"

describe.each(databases)("searching on $name", ({ make }) => {
  const used = useStore(make)
  const found = async (q: string) =>
    (await used.store.find({ q })).items.map(({ id }) => Number.parseInt(id.slice(-12), 16)).toSorted((a, b) => a - b)

  beforeAll(async () => {
    await used.store.putAll(
      [
        news(1, { title: "Drug policies in prisons", issued: "2020" }),
        news(2, { title: "Prison reform", summary: "A policy for drugs.", issued: "2021" }),
        news(3, { title: "Les politiques des drogues", locale: "fr", body: "L’œuvre des réfugiés" }),
        news(4, { title: "Sitzung über Gefängnisse", locale: "de" }),
        news(5, {
          kind: "publication",
          title: "A handbook",
          reference: "P-PG/MinConf(2010)1",
          contributors: [{ name: "Anna Řeháková", type: "Person" }],
        }),
        news(6, { title: "A visit", bodies: ["unodc"], people: ["José Núñez"], location: { city: "Genève" } }),
      ],
      change,
    )
  })

  test.each<[string, string, number[]]>([
    ["all words, in any order and form", "prison drug policy", [1, 2]],
    ["a word that nothing has, among others", "prison zebra", []],
    ["French without its accents", "refugie", [3]],
    ["French with its article", "l'œuvre", [3]],
    ["another language, its words as they are", "gefangnisse", [4]],
    ["a reference code", "P-PG/MinConf(2010)1", [5]],
    ["a contributor", "rehakova", [5]],
    ["a body that is named by its id, by its name", "United Nations Office", [6]],
    ["a person and a place", "nunez geneve", [6]],
    ["signs without a word", "?!", []],
  ])("%s", async (_, q, expected) => expect(await found(q)).toEqual(expected))

  test("what an operator is to a database is a word or nothing here", async () => {
    for (const q of [
      `prison"`,
      "prison AND",
      "NOT prison",
      "prison*",
      "prison:",
      "(prison",
      "prison)",
      "^prison",
      "-prison",
      "{prison}",
      "NEAR(prison",
      "prison\u0000",
      "prison\\",
      "$1 prison",
      "%",
      "'; drop table items",
    ])
      await expect(used.store.find({ q }), q).resolves.toBeDefined()
    expect(await found(`"prison"* ^ (`)).toEqual([1, 2])
  })

  test("an answer is in the question's order, newest first, and pages like any other", async () => {
    const first = await used.store.find({ q: "prison", limit: 1 })
    expect([first.items[0]?.title, first.total]).toEqual(["Prison reform", 2])
    const second = await used.store.find({ q: "prison", limit: 1, cursor: first.next ?? "" })
    expect([second.items[0]?.title, second.next]).toEqual(["Drug policies in prisons", undefined])
    expect(Object.keys(second.highlights ?? {})).toEqual(second.items.map(({ id }) => id))
  })

  test("a search and filters go together", async () => {
    expect((await used.store.find({ q: "prison", issued: "2020" })).total).toBe(1)
  })

  test("an item is found by what it says now, not by what it said", async () => {
    await used.store.put(news(7, { title: "Wombat" }), change)
    await used.store.put(news(7, { title: "Numbat" }), change)
    expect([await found("wombat"), await found("numbat")]).toEqual([[], [7]])
  })

  test("a body of a million characters, each word another, is kept and found", async () => {
    const body = Array.from({ length: 120_000 }, (_, n) => `w${n.toString(36)}x`).join(" ")
    await used.store.put(news(8, { body }), change)
    expect(await found("w2kl5x")).toEqual([8])
  }, 20_000)
})

/** Words near each other, so that stems, accents and languages meet. */
const vocabulary =
  "prison prisons prisonnier détenu détenus policy policies police politique politiques l’État état états states d'œuvre oeuvres Group’s groupes Straße strasse 19 Covid-19"
const word = fc.constantFrom(...vocabulary.split(" "))
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "))

type Used = ReturnType<typeof useStore>

describe("generated texts", () => {
  const [sqlite, postgres] = databases.map(({ make }) => useStore(make)) as [Used, Used]
  const archive: Item[] = fc
    .sample(fc.record({ locale: fc.constantFrom("en", "fr", "de"), title: text, body: text }), {
      numRuns: 300,
      seed: 7,
    })
    .map((said, n) => news(n + 1, said))

  beforeAll(async () => {
    for (const { store } of [sqlite, postgres]) await store.putAll(archive, change)
  })

  /** The rule, on each item in turn: all words of the question, as the item's language has them. */
  const answer = (q: string) =>
    archive
      .filter(({ locale, title, body }) => {
        const has = new Set(analyse(`${title} ${body}`, locale).map(({ token }) => token))
        return analyse(q, locale).every(({ token }) => has.has(token))
      })
      .map(({ id }) => id)

  test("both databases find the same, and it is what the rule says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 3 }), async (asked) => {
        const q = asked.join(" ")
        for (const { store } of [sqlite, postgres]) {
          const { ids, totals } = await pageThrough(store, { q, limit: 100 })
          expect(ids.toSorted()).toEqual(answer(q))
          expect(totals).toEqual([ids.length])
        }
      }),
      { numRuns: 40 },
    )
  })
})
