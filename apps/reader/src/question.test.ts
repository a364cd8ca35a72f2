import { expect, test } from "vitest"
import { readQuestion, toApiQuery, withoutDefaults } from "./question.js"

const read = (text: string) => readQuestion(new URLSearchParams(text))

test("where no language is asked for, the page's own is meant; a star asks for all", () => {
  expect(toApiQuery(read("topic=hiv").asked, "fr", "news")).toEqual({ topic: ["hiv"], kind: ["news"], locale: ["fr"] })
  expect(toApiQuery(read("locale=*").asked, "fr")).toEqual({})
  expect(toApiQuery(read("locale=*,de").asked, "fr")).toEqual({})
  expect(toApiQuery(read("locale=de").asked, "fr")).toEqual({ locale: ["de"] })
})

test("what cannot be read is said, and the rest is kept", () => {
  expect(read("topic=hiv&sort=newest&tpoic=x")).toEqual({
    asked: { topic: ["hiv"] },
    wrong: [
      { parameter: "sort", value: "newest", suggestion: undefined },
      { parameter: "tpoic", value: "x", suggestion: "topic" },
    ],
  })
})

test("a list of one kind is not asked for another", () => {
  expect(readQuestion(new URLSearchParams("kind=event"), "news").wrong).toMatchObject([{ parameter: "kind" }])
  expect(readQuestion(new URLSearchParams("kind="), "news").wrong).toEqual([])
})

test("the shortest address leaves out what a page assumes anyway", () => {
  expect(withoutDefaults(read("locale=en&sort=relevance&q=x").asked, "en")).toEqual({ q: "x" })
  expect(withoutDefaults(read("sort=-issued").asked, "en")).toEqual({})
  expect(withoutDefaults(read("sort=-issued&q=x").asked, "en")).toEqual({ q: "x", sort: "-issued" })
  expect(withoutDefaults(read("locale=en,fr&sort=issued").asked, "en")).toEqual({
    locale: ["en", "fr"],
    sort: "issued",
  })
})

test("how an answer is written is nothing that a page can be asked", () => {
  expect(read("facets=topic&profile=full&fields=").wrong.map(({ parameter }) => parameter)).toEqual([
    "profile",
    "facets",
  ])
})
