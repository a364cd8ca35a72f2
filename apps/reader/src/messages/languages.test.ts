import { kinds } from "@pg/domain"
import { expect, test } from "vitest"
import { views } from "../kinds/views.js"
import { languages, pageLocaleOf, pageLocales } from "./languages.js"

test.each(pageLocales)("every type that a kind knows has a name in %s", (locale) => {
  for (const { name, types } of kinds)
    expect(Object.keys(views[name].words[locale].types).toSorted()).toEqual([...types].toSorted())
})

test("French sets no-break spaces before high punctuation and within quotation marks", () => {
  const texts = [languages.fr, ...kinds.map(({ name }) => views[name].words.fr)].flatMap(textsOf)
  for (const text of texts) expect(text).not.toMatch(/[^\u00a0\u202f][;:!?»]|«[^\u00a0\u202f]/)
})

test("an item in a language that the site has no pages in is at home in the first one", () => {
  expect(pageLocaleOf("de")).toBe("en")
  expect(pageLocaleOf("fr-CH")).toBe("fr")
})

/** Every text of a dictionary; of those that are made from others, one example. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value]
  if (typeof value === "function") return textsOf((value as (...values: string[]) => unknown)("x", "y"))
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : []
}
