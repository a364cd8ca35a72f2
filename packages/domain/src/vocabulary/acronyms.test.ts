import { expect, test } from "vitest"
import { acronyms } from "./acronyms.js"

test("a short form stands for one thing in its language", () => {
  const names = acronyms.map(({ short, locale }) => `${locale} ${short}`)
  expect(new Set(names).size).toBe(names.length)
})

test.each(acronyms)("$short is shorter than $long", ({ short, long }) => {
  expect(short).toMatch(/^[A-Z]{2,8}$/)
  expect(long.split(/[\s’-]+/).length).toBeGreaterThan(1)
})
