import { expect, test } from "vitest"
import { countHits, localeOfBlock, mostHits } from "./locale.js"

test.each([
  ["en", "The committee of the ministers has met and was of one mind"],
  ["fr", "Le comité des ministres est du même avis pour une fois"],
  ["es", "El comité de los ministros ha decidido por una vez con los demás"],
  ["de", "Der Ausschuss der Minister ist sich mit dem Rat einig und hat das auch gesagt"],
  ["it", "Il comitato dei ministri è per una volta della stessa opinione con gli altri"],
])("the frequent words of %s show it", (locale, text) => {
  expect(mostHits(countHits(text))).toBe(locale)
})

test("a few foreign words do not change a block's language, a whole text does", () => {
  expect(localeOfBlock("Le Monde des livres", "en")).toBe("en")
  expect(
    localeOfBlock("Le comité des ministres est du même avis pour une fois, et cette fois pour les autres", "en"),
  ).toBe("fr")
})

test("a text without words shows no language", () => {
  expect(mostHits(countHits("12.06.2021"))).toBeUndefined()
})
