import { expect, test } from "vitest"
import { bodies } from "./bodies.js"
import { topics } from "./topics.js"

test.each([...topics, ...bodies])(
  "of $id it is said in both languages what it covers, in a sentence",
  ({ scopeNote }) => {
    for (const locale of ["en", "fr"]) expect(scopeNote?.[locale]).toMatch(/^\p{Lu}[^\n]{20,180}\.$/u)
    expect(scopeNote?.["fr"]).not.toMatch(/ [;:!?»]|« /)
  },
)
