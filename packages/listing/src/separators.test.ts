import { expect, test } from "vitest"
import { findSeparator } from "./separators.js"

const separatorOf = (line: string) => {
  const found = findSeparator(line, { start: 0, end: line.length })
  return found && line.slice(found.start, found.end)
}

test.each([
  "Read More",
  "READ MORE",
  "read\u00a0more",
  "Read more »",
  "[Read more...]",
  "→ Lire la suite",
  "En savoir plus",
  "Leer más",
  "Leer mas",
  "Weiterlesen >",
  "Leggi tutto",
  "Per saperne di più",
])("“%s” ends a block", (line) => {
  expect(separatorOf(line)).toBe(line)
})

test.each(["Read more about prisons", "Read", "More", "Lire la suite du texte", "...", ""])(
  "“%s” ends none",
  (line) => {
    expect(separatorOf(line)).toBeUndefined()
  },
)

test("a separator may follow the dots of a cut teaser on its line, and is then that part of the line", () => {
  expect(separatorOf("It was said and cut... Read more »")).toBe("Read more »")
  expect(separatorOf("It was said and cut… Lire la suite")).toBe("Lire la suite")
  expect(separatorOf("You can read more")).toBeUndefined()
})
