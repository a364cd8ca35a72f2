import { expect, test } from "vitest"
import { readLanguages } from "./languages.js"

test.each([
  ["EN | FR", ["en", "fr"]],
  ["en, fr, ru", ["en", "fr", "ru"]],
  ["EN FR DE", ["en", "fr", "de"]],
  ["[EN] [FR]", ["en", "fr"]],
  ["(FR)", ["fr"]],
  ["English – Français", ["en", "fr"]],
  ["English / French / Russian", ["en", "fr", "ru"]],
  ["EN/GR/UA", ["en", "el", "uk"]],
])("“%s” lists languages", (line, locales) => {
  expect(readLanguages(line)).toEqual(locales)
})

test.each(["it is", "FR", "English", "English version", "IT skills", "de la", "no", "EN | XX", "1 | 2"])(
  "“%s” does not",
  (line) => {
    expect(readLanguages(line)).toBeUndefined()
  },
)
