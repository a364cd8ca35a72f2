import { beforeAll, describe, expect, test } from "vitest"
import { databases } from "../../test/databases.js"
import { change, news, useStore } from "../../test/items.js"

describe.each(databases)("words in some languages on $name", ({ make }) => {
  const used = useStore(make)
  beforeAll(async () => {
    await used.store.putAll(
      [
        news(1, { title: "Prison reform", locale: "en" }),
        news(2, { title: "Prison visits", locale: "en-GB" }),
        news(3, { title: "La prison", locale: "fr" }),
        news(4, { title: "Prison", locale: "de" }),
      ],
      change,
    )
  })

  test.each<[string, object, number[]]>([
    ["both spellings of English, whose words only they have", { locale: ["en", "en-GB"] }, [1, 2]],
    ["one of the two spellings that share their words", { locale: ["en-GB"] }, [2]],
    ["a language that is alone with its words", { locale: ["fr"] }, [3]],
    ["all languages but one", { "not.locale": ["en-GB"] }, [1, 3, 4]],
    ["some languages, and of these not all", { locale: ["en", "fr"], "not.locale": ["fr"] }, [1]],
    ["a language that no item has", { locale: ["it"] }, []],
    ["without a word of one kind, in a language", { q: "-reform", locale: ["en", "en-GB"] }, [2]],
  ])("%s", async (_, question, expected) => {
    for (const sort of ["relevance", "-issued", "updated"] as const) {
      const { items, total } = await used.store.find({ q: "prison", sort, ...question })
      expect(items.map(({ id }) => Number.parseInt(id.slice(-12), 16)).toSorted((a, b) => a - b)).toEqual(expected)
      expect(total).toBe(expected.length)
    }
  })
})
