import { expect, test } from "vitest"
import { directionOf } from "./direction.js"

test.each([
  ["en", "ltr"],
  ["fr-CA", "ltr"],
  ["ar", "rtl"],
  ["he", "rtl"],
  ["fa-AF", "rtl"],
  ["ps", "rtl"],
  ["sr-Latn", "ltr"],
  ["az", "ltr"],
  ["az-Arab", "rtl"],
  ["pa-PK", "rtl"],
  ["und", "auto"],
  ["mul", "auto"],
  ["qaa", "auto"],
])("%s is written %s", (locale, direction) => expect(directionOf(locale)).toBe(direction))
