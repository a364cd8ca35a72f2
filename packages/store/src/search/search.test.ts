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

describe.each(databases)("asking for more than words on $name", ({ make }) => {
  const used = useStore(make)
  const found = async (q: string) =>
    (await used.store.find({ q })).items.map(({ id }) => Number.parseInt(id.slice(-12), 16)).toSorted((a, b) => a - b)

  beforeAll(async () => {
    await used.store.putAll(
      [
        news(1, { title: "Drug policy", summary: "in prisons of Europe", body: "Opioid agonist treatment." }),
        news(2, {
          title: "Policy on drugs",
          body: "A policy too.\n\nDrug policies of **the** [state](https://example.org).",
        }),
        news(3, { title: "OAT in prisons", people: ["Ada Policy"], organisers: ["Drug"], kind: "event" }),
        news(4, { title: "Treatment", summary: "Agonist and opioid: which treatment?" }),
        news(5, { title: "Politique des drogues", locale: "fr", body: "TAO et OAT : l’État des lieux." }),
        news(6, { title: "Traitements", locale: "fr", body: "Les traitements par agonistes opioïdes" }),
        news(7, { title: "Sitzung der OAT", locale: "de" }),
        news(8, { title: "Who comes", body: "World health and organization." }),
        news(9, { title: "A report", body: "By the World Health Organization." }),
        news(10, { title: "The WHO in Europe" }),
      ],
      change,
    )
  })

  test.each<[string, string, number[]]>([
    ["a phrase, in the forms that its words have", '"drug policies"', [1, 2]],
    ["a phrase, with what is between its words", '"drugs prison"', []],
    ["a phrase in a Markdown text, without its marks", '"policies of the state"', [2]],
    ["no phrase goes from one field into the next", '"policy in prisons"', []],
    ["nor from one name into the next", '"policy drug"', []],
    ["a French phrase with its articles", "« l'état des lieux »", [5]],
    ["a phrase of one word", '"policy"', [1, 2, 3]],
    ["what is not to be there", "policy -drug", []],
    ["a phrase that is not to be there", 'policy -"drug policy"', [3]],
    ["only what is not to be there, in every language", "-policy -treatment -who", [5, 6, 7, 9]],
    ["words of the title", "title:policy", [1, 2]],
    ["a phrase of the title", 'title:"drug policy"', [1]],
    ["what is not to be in the title", "prison -title:prison", [1]],
    ["a word of the title and one of anything", "title:drug prison", [1]],
    ["a short form, in its language by what it stands for", "OAT", [1, 3, 5, 7]],
    ["a short form in any case", "oat", [1, 3, 5, 7]],
    ["a long form by its short one, and by its words in any order", "opioid agonist treatment", [1, 3, 4]],
    ["a long form among other words", "prison opioid agonist treatment Europe", [1]],
    ["a short form among other words", "oat europe", [1]],
    ["a French long form", "traitement par agonistes opioïdes", [5, 6]],
    ["the short form of another language is a word in this one", "TAO", [5, 6]],
    ["not within quotation marks", '"OAT"', [3, 5, 7]],
    ["nor a long form there", '"opioid agonist treatment"', [1]],
    ["a short form that is not to be there, nor what it stands for", "prison -OAT", []],
    ["a short form in the title", "title:OAT", [3, 7]],
    ["a short form that is a word too, in capitals", "WHO", [9, 10]],
    ["the same as a word", "who", [8, 10]],
    ["its long form", "World Health Organization", [8, 9, 10]],
  ])("%s: %s", async (_, q, expected) => expect(await found(q)).toEqual(expected))

  test("where nearly everything is asked for, an answer says that there are at least so many", async () => {
    const { total, totalIsAtLeast } = await used.store.find({ q: "-wombat" })
    expect([total, totalIsAtLeast]).toEqual([10, undefined])
  })

  test("hostile questions of two hundred characters are answered", async () => {
    const questions = [
      "a ".repeat(100),
      "-a ".repeat(66),
      '"a '.repeat(66),
      'title:"'.repeat(28),
      "OAT ".repeat(49),
      "opioid agonist treatment ".repeat(8),
      "people who ".repeat(18),
      "( ".repeat(100),
      "« ".repeat(100),
      `-"${"policy ".repeat(28)}"`,
      "\u0000".repeat(200),
      "\ud800".repeat(200),
      "title:".repeat(33),
    ]
    for (const q of questions) await expect(used.store.find({ q }), q).resolves.toBeDefined()
  })

  test("values of filters that no value can have find nothing, whatever they are to a database", async () => {
    for (const topic of ['hiv"', "hiv AND prisons", "", "a b", "\u0001", "'", "*", "hiv' or '1'='1"])
      expect((await used.store.find({ q: "policy", topic: [topic] })).total, topic).toBe(0)
  })
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
