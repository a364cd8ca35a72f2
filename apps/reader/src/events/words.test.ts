import { expect, test } from "vitest"
import { eventViewWords } from "./words.js"

test("French sets no-break spaces before high punctuation and within quotation marks", () => {
  for (const word of Object.values(eventViewWords.fr)) {
    const text = typeof word === "function" ? (word as (...values: string[]) => string)("x", "y", "z") : word
    expect(text).not.toMatch(/[^\u00a0\u202f][;:!?»]|«[^\u00a0\u202f]/)
  }
})
