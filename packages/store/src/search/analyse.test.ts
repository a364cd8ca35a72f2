import fc from "fast-check"
import { expect, test } from "vitest"
import { analyse, tokensIn } from "./analyse.js"

const tokens = (text: string, locale: string) => analyse(text, locale).map(({ token }) => token)

test.each([
  ["en", "Policies", "policy"],
  ["en", "TRAINED", "training"],
  ["en", "the Group’s report", "the Group report"],
  ["en-GB", "prisons", "prison"],
  ["fr", "réfugiées", "refugie"],
  ["fr", "L’ŒUVRE D’ÉMILE", "oeuvre emile"],
  ["fr", "jusqu'à l'hôpital", "a hopital"],
  ["fr", "politiques européennes", "politique europeenne"],
  ["fr", "co\u0301te\u0301", "côté"],
  ["de", "Straße", "STRASSE"],
  ["pl", "Łódź", "lodz"],
  ["sr", "ﬁnanĉa", "financa"],
])("in %s, %j is found by %j", (locale, text, question) => {
  expect(new Set(tokens(text, locale))).toEqual(new Set(tokens(question, locale)))
  expect(tokens(text, locale)).not.toHaveLength(0)
})

test("a language without a stemmer has its words as they are", () => {
  expect(tokens("Sitzungen Sitzung", "de")).toEqual([".sitzungen", ".sitzung"])
})

test("letters that are more than their marks keep them", () => {
  expect(tokens("हिन्दी", "hi")).toEqual([".हिन्दी"])
})

test("a word knows where it stands, its article not", () => {
  const text = "Oui : l’Œuvre, Covid-19."
  expect(analyse(text, "fr").map(({ from, to }) => text.slice(from, to))).toEqual(["Oui", "Œuvre", "Covid", "19"])
})

test("whatever the text, a word stands where it is said to stand, and its token is letters and digits after one dot", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom("en", "fr", "de"), (text, locale) => {
      let end = 0
      for (const { token, from, to } of analyse(text, locale)) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        expect(token).toMatch(/^(en|fr|)\.[\p{L}\p{N}\p{M}]{1,64}$/u)
        end = to
      }
      expect(end).toBeLessThanOrEqual(text.length)
      expect(tokensIn(text, locale)).toEqual(tokens(text, locale))
    }),
  )
})
